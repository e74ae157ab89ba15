package com.hackajob.pinpoint.local.pinpoint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** POST /applications (documented): an application with its person, files, tags, comments and notifications. */
final class CreateApplication {

    static final List<String> ATTRIBUTES = List.of(("first_name last_name email preferred_name preferred_pronouns phone"
                    + " phone_iso2 address1 address2 town postcode country state_province date_of_birth linkedin_url"
                    + " summary locale channel channel_source external_system_reference start_on is_demo")
            .split(" "));

    private final Account account;
    private final Body body;

    CreateApplication(Account account, Body body) {
        this.account = account;
        this.body = body;
    }

    Row create() {
        Row job = job();
        Optional<Row> known = new Candidates(account).known(body);
        List<Problem> problems = new ArrayList<>(new ApplicationRules(account, body).ofNew(job));
        known.ifPresent(candidate -> problems.addAll(problemsWith(candidate, job)));
        if (!problems.isEmpty()) {
            throw Refusal.of(problems);
        }
        Row stage = new Stages(account).ofNew(body, job);
        List<String> comments = Children.comments(body);
        Row candidate = known.orElseGet(() -> new Candidates(account).create(body));
        Row application = account.tables().insert("applications", values(job, stage, candidate));
        tellOf(application);
        comments.forEach(text -> new Comments(account).add(application, text));
        return application;
    }

    private Row job() {
        return body.related("job")
                .flatMap(id -> account.now().find("jobs", id))
                .orElseThrow(() -> Refusal.of(List.of(Problem.relationship("job", "must exist"))));
    }

    private List<Problem> problemsWith(Row candidate, Row job) {
        List<Problem> problems = new ArrayList<>();
        if (account.policies().is(Policy.REFUSE_BLOCKED_CANDIDATE) && candidate.isTrue("blocked")) {
            problems.add(Problem.relationship("candidate", "is blocked"));
        }
        if (account.policies().is(Policy.REFUSE_DUPLICATES) && hasApplied(job)) {
            problems.add(Problem.attribute("email", "has already applied to this job"));
        }
        return problems;
    }

    private boolean hasApplied(Row job) {
        return account.now().rows("applications", "job_id", job.id()).stream().anyMatch(other -> other.text("email")
                .equalsIgnoreCase(body.text("email").orElse("")));
    }

    private Map<String, @Nullable Object> values(Row job, Row stage, Row candidate) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("uuid", UUID.randomUUID().toString());
        values.put("is_demo", false);
        values.put("internal_candidate", false);
        values.put("concealed", job.isTrue("blind_screening"));
        values.put("channel", account.policies().defaultChannel());
        values.putAll(body.sent(ATTRIBUTES));
        values.putAll(new Moves(account).entering(stage, new Row("applications", "", Map.of())));
        body.text("hired_at").ifPresent(at -> values.put("hired_at", Dates.dateTime("hired_at", at)));
        values.put("job_id", job.id());
        values.put("candidate_id", candidate.id());
        values.put("full_name", Candidates.fullName(values));
        values.put("tags", Tagging.applied(List.of(), body));
        values.put("files", new FileIntake(account.policies(), body).files());
        values.put("skip_notifications", body.isTrue("skip_notifications_on_create"));
        return values;
    }

    private void tellOf(Row application) {
        if (!application.isTrue("skip_notifications")) {
            account.notify(application, "Application Received", application.text("email"));
            account.notify(application, "New Application", Notification.USERS);
        }
        account.webhooks().announce("application_created", application);
    }
}
