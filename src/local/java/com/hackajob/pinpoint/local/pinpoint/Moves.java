package com.hackajob.pinpoint.local.pinpoint;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes applications from stage to stage (what rejecting and hiring set is inferred; webhooks for API moves too). */
final class Moves {

    private final Account account;

    Moves(Account account) {
        this.account = account;
    }

    /** What an application's values are once it is in a stage. */
    Map<String, @Nullable Object> entering(Row stage, Row before) {
        Instant now = account.clock().instant();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("stage_id", stage.id());
        values.put("entered_stage_at", now);
        values.put("rejected_at", stage.is("basic_type", "rejected") ? now : null);
        if (stage.is("basic_type", "hired")) {
            values.put("hired_at", before.instant("hired_at").orElse(now));
        } else if (isHired(before)) {
            values.put("hired_at", null);
        }
        if (isFurther(stage, before)) {
            values.put("furthest_stage_id", stage.id());
        }
        return values;
    }

    Row byUser(Row application, Row stage) {
        return move(application, stage, true, true);
    }

    Row byApi(Row application, Row stage) {
        Policies policies = account.policies();
        return move(
                application,
                stage,
                policies.is(Policy.API_MOVES_FIRE_WEBHOOKS),
                policies.is(Policy.API_MOVES_SEND_STAGE_EMAILS));
    }

    private Row move(Row application, Row stage, boolean webhooks, boolean emails) {
        if (application.is("stage_id", stage.id())) {
            return application;
        }
        Row moved = keep(application.with(entering(stage, application)));
        if (emails && stage.isTrue("sends_email")) {
            account.notify(moved, "Stage e-mail: " + stage.text("name"), moved.text("email"));
        }
        if (webhooks) {
            announce(moved, stage);
        }
        return moved;
    }

    private Row keep(Row moved) {
        return account.policies().is(Policy.MOVES_TOUCH_UPDATED_AT)
                ? account.tables().update(moved)
                : account.tables().updateUnnoticed(moved);
    }

    private void announce(Row application, Row stage) {
        account.webhooks().announce("application_stage_changed", application);
        if (stage.is("basic_type", "hired")) {
            account.webhooks().announce("application_hired", application);
        }
    }

    private boolean isHired(Row application) {
        return account.now()
                .find("stages", application.text("stage_id"))
                .filter(stage -> stage.is("basic_type", "hired"))
                .isPresent();
    }

    private boolean isFurther(Row stage, Row application) {
        return !stage.is("basic_type", "rejected")
                && account.now()
                        .find("stages", application.text("furthest_stage_id"))
                        .map(furthest -> furthest.number("position") < stage.number("position"))
                        .orElse(true);
    }
}
