package com.hackajob.pinpoint.export;

import static com.hackajob.pinpoint.SettableClock.START;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aConnectionToAnotherAccount;
import static com.hackajob.pinpoint.export.ExportFixtures.KEY;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aMappingInAnotherAccount;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aMappingOn;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aMappingThatMails;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aPinpointJobWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.SideEffects;
import com.hackajob.pinpoint.export.ExportOutcome.NotDue;
import com.hackajob.pinpoint.export.ExportOutcome.Recorded;
import com.hackajob.pinpoint.export.ExportState.Failed;
import com.hackajob.pinpoint.export.ExportState.Held;
import com.hackajob.pinpoint.export.ExportState.Submitted;
import com.hackajob.pinpoint.export.ExportState.Submitting;
import com.hackajob.pinpoint.export.ExportState.Verified;
import com.hackajob.pinpoint.export.ExportState.Waiting;
import com.hackajob.pinpoint.export.FakePinpointApplications.Call;
import com.hackajob.pinpoint.export.Receipt.Origin;
import com.hackajob.pinpoint.updates.Update;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an export does when something does not answer. */
class ExportThroughOutagesTest {

    private static final Duration SETTLING = Duration.ofSeconds(120 + 5);
    private static final Duration NOBODY_CREATES = Duration.ofSeconds(90 + 60 + 120);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final ExportWorld world = ExportWorld.ready();

    @Test
    void waits_a_minute_when_pinpoint_does_not_answer_the_search() {
        world.pinpoint.fail(Call.FIND_BY_EMAIL);

        assertThat(world.export()).isEqualTo(waiting(MINUTE, ErrorCode.PINPOINT_UNAVAILABLE, 1));

        assertThat(world.exportAfter(MINUTE.minusMillis(1))).isEqualTo(new NotDue());
        world.exportAfter(Duration.ofMillis(1));
        assertThat(world.state()).isInstanceOf(Verified.class);
    }

    @Test
    void waits_until_it_must_be_visible_when_the_answer_to_a_creation_was_lost() {
        world.pinpoint.loseAnswer(Call.CREATE);

        assertThat(world.export()).isEqualTo(waiting(SETTLING, ErrorCode.PINPOINT_UNAVAILABLE, 1));

        assertThat(world.exportAfter(SETTLING.minusMillis(1))).isEqualTo(new NotDue());
    }

    @Test
    void finds_its_own_application_after_a_lost_answer_and_creates_none() {
        world.pinpoint.loseAnswer(Call.CREATE);
        world.pinpoint.showAfter(SETTLING);
        world.export();

        world.exportAfter(SETTLING);

        assertThat(receipt().origin()).isEqualTo(Origin.FOUND);
        assertThat(world.pinpoint.count(Call.CREATE)).isEqualTo(1);
        assertThat(world.pinpoint.applications()).hasSize(1);
    }

    @Test
    void creates_none_before_s_when_the_table_is_out_after_a_creation() {
        var effects = new SideEffects();
        effects.failAt(SideEffects.moments("claim", "begin", "create").size());
        var slow = ExportWorld.ready(effects);
        slow.pinpoint.showAfter(Duration.ofSeconds(120));
        slow.export();
        assertThat(effects.moments()).contains("before record Submitted");

        assertThat(slow.exportAfter(SETTLING.minusMillis(1))).isEqualTo(new NotDue());
        slow.exportAfter(Duration.ofMillis(1));

        assertThat(slow.pinpoint.applications()).hasSize(1);
    }

    @Test
    void knows_what_it_created_when_pinpoint_denies_reading_it_and_lets_us_in_again_before_it_shows_it() {
        world.pinpoint.showAfter(Duration.ofSeconds(120));
        world.pinpoint.meanwhile(Call.READ, () -> world.deny(ErrorCode.CREDENTIAL_REJECTED));
        world.export();
        assertThat(world.state()).isInstanceOf(ExportState.Held.class);

        world.allow();
        world.exportAfter(Duration.ofSeconds(10));

        assertThat(world.pinpoint.applications()).hasSize(1);
        assertThat(world.state()).isInstanceOf(ExportState.Submitted.class);
    }

    @Test
    void looks_twice_and_creates_after_a_creation_that_took_no_effect() {
        world.pinpoint.fail(Call.CREATE);
        world.export();

        world.exportAfter(SETTLING);

        assertThat(world.pinpoint.calls())
                .containsExactly(
                        Call.FIND_BY_EMAIL,
                        Call.CREATE,
                        Call.FIND_BY_REFERENCE,
                        Call.FIND_BY_EMAIL,
                        Call.CREATE,
                        Call.READ);
        assertThat(receipt().origin()).isEqualTo(Origin.CREATED);
    }

    @Test
    void still_looks_by_reference_when_other_outages_came_after_the_lost_answer() {
        world.pinpoint.loseAnswer(Call.CREATE);
        world.export();
        world.candidates.goDown();
        world.exportAfter(SETTLING);
        world.candidates.comeBack();
        world.pinpoint.fail(Call.FIND_BY_REFERENCE);
        world.exportAfter(Duration.ofMinutes(2));

        world.exportAfter(Duration.ofMinutes(5));

        assertThat(receipt().origin()).isEqualTo(Origin.FOUND);
        assertThat(world.pinpoint.applications()).hasSize(1);
    }

    @Test
    void nobody_takes_a_creation_over_before_it_must_be_visible() {
        world.pinpoint.meanwhile(Call.READ, ExportThroughOutagesTest::die);
        assertThatThrownBy(world::export).isInstanceOf(SideEffects.Death.class);

        assertThat(world.state()).isEqualTo(new Submitting(START.plus(NOBODY_CREATES)));
        assertThat(world.exportAfter(NOBODY_CREATES.minusMillis(1))).isEqualTo(new NotDue());
        world.exportAfter(Duration.ofMillis(1));
        assertThat(receipt().origin()).isEqualTo(Origin.FOUND);
        assertThat(world.pinpoint.applications()).hasSize(1);
    }

    @Test
    void a_worker_that_died_before_creating_is_followed_when_its_lease_ends() {
        world.pinpoint.meanwhile(Call.FIND_BY_EMAIL, ExportThroughOutagesTest::die);
        assertThatThrownBy(world::export).isInstanceOf(SideEffects.Death.class);

        assertThat(world.exportAfter(Duration.ofSeconds(90).minusMillis(1))).isEqualTo(new NotDue());
        world.exportAfter(Duration.ofMillis(1));
        assertThat(receipt().origin()).isEqualTo(Origin.CREATED);
    }

    @Test
    void reads_back_later_when_pinpoint_does_not_answer_and_creates_no_second() {
        world.pinpoint.fail(Call.READ);
        assertThat(world.export()).isEqualTo(submitted(Origin.CREATED));

        world.exportAfter(MINUTE);

        assertThat(receipt().origin()).isEqualTo(Origin.CREATED);
        assertThat(world.pinpoint.calls()).containsExactly(Call.FIND_BY_EMAIL, Call.CREATE, Call.READ, Call.READ);
    }

    @Test
    void reads_back_later_when_pinpoint_does_not_show_what_it_took() {
        world.pinpoint.showAfter(Duration.ofSeconds(10));

        assertThat(world.export()).isEqualTo(submitted(Origin.CREATED));
        world.exportAfter(MINUTE);

        assertThat(receipt().origin()).isEqualTo(Origin.CREATED);
    }

    /** It answers: only this one candidate is not shown yet. */
    @Test
    void leaves_pinpoint_in_no_peace_for_what_it_does_not_show_yet() {
        world.pinpoint.showAfter(Duration.ofSeconds(120));

        world.export();

        assertThat(world.state()).isInstanceOf(Submitted.class);
        assertThat(isLeftInPeace()).isFalse();
    }

    @Test
    void an_answer_that_does_not_show_it_yet_ends_the_peace_all_the_same() {
        world.pinpoint.fail(Call.READ);
        world.export();
        assertThat(isLeftInPeace()).isTrue();
        world.pinpoint.clear();

        world.exportAfter(MINUTE);

        assertThat(world.state()).isInstanceOf(Submitted.class);
        assertThat(world.connections
                        .usable(KEY.company())
                        .orElseThrow()
                        .upkeep()
                        .backoff())
                .isEmpty();
    }

    @Test
    void knows_what_it_created_when_the_table_is_busy_as_the_proof_is_written() {
        var effects = new SideEffects();
        effects.failAt(SideEffects.moments("claim", "begin", "create").size());
        var busy = ExportWorld.ready(effects);

        busy.export();

        assertThat(effects.moments()).contains("before record Verified");
        assertThat(busy.state()).isInstanceOfSatisfying(Submitted.class, submitted -> assertThat(submitted.placed())
                .isEqualTo(new Placed(new ApplicationId("9001"), Origin.CREATED, 1)));
    }

    @Test
    void leaves_pinpoint_in_no_peace_for_somebody_it_says_is_there_and_does_not_show() {
        world.pinpoint.refuseAsDuplicate();

        world.export();

        assertThat(world.state()).isInstanceOf(Waiting.class);
        assertThat(isLeftInPeace()).isFalse();
    }

    @Test
    void knows_that_the_candidate_was_mailed_although_the_answer_was_lost() {
        world.map(aMappingThatMails());
        world.pinpoint.loseAnswer(Call.CREATE);
        world.export();

        world.exportAfter(SETTLING);

        assertThat(receipt().candidateNotified()).isTrue();
    }

    /** What stands in the way of sending does not stand in the way of proving what was sent. */
    @Test
    void proves_what_pinpoint_has_although_its_job_has_closed_since() {
        world.pinpoint.fail(Call.READ);
        world.export();
        world.map(aMappingOn(aPinpointJobWith("closed")));

        world.exportAfter(Duration.ofMinutes(1));

        assertThat(receipt().origin()).isEqualTo(Origin.CREATED);
    }

    @Test
    void finds_what_a_lost_answer_left_although_its_job_has_closed_since() {
        world.pinpoint.loseAnswer(Call.CREATE);
        world.export();
        world.map(aMappingOn(aPinpointJobWith("closed")));

        world.exportAfter(SETTLING);

        assertThat(receipt().origin()).isEqualTo(Origin.FOUND);
    }

    @Test
    void creates_nothing_on_a_job_that_has_closed_since_a_creation_came_to_nothing() {
        world.pinpoint.fail(Call.CREATE);
        world.export();
        world.map(aMappingOn(aPinpointJobWith("closed")));

        world.exportAfter(SETTLING);

        assertThat(world.state()).isEqualTo(new Held(world.clock.instant().plus(Times.HOLD), ErrorCode.JOB_CLOSED));
        assertThat(world.pinpoint.applications()).isEmpty();
    }

    @Test
    void tries_nine_times_over_fifteen_hours_and_fails() {
        world.candidates.goDown();

        var waits = new ArrayList<Duration>();
        while (!world.export().equals(failed(ErrorCode.HACKAJOB_UNAVAILABLE))) {
            var waiting = (Waiting) world.state();
            waits.add(Duration.between(world.clock.instant(), waiting.until()));
            world.clock.pass(waits.getLast());
        }

        assertThat(waits.stream().map(Duration::toMinutes))
                .containsExactly(1L, 2L, 5L, 15L, 30L, 60L, 120L, 240L, 480L);
        assertThat(world.updates.sent())
                .containsExactly(new Update(
                        "company-1~job-1~candidate-1~10",
                        Update.Kind.EXPORT_FAILED,
                        KEY.subject(),
                        Optional.of(ErrorCode.HACKAJOB_UNAVAILABLE),
                        world.clock.instant()));
    }

    @Test
    void begins_to_count_anew_once_pinpoint_has_it() {
        world.candidates.goDown();
        for (int failures = 0; failures < 9; failures++) {
            world.export();
            world.clock.pass(
                    Duration.between(world.clock.instant(), world.state().due().orElseThrow()));
        }
        world.candidates.comeBack();
        world.pinpoint.showAfter(Duration.ofSeconds(10));

        world.export();
        assertThat(world.state()).isInstanceOf(Submitted.class);
        world.exportAfter(MINUTE);

        assertThat(receipt().origin()).isEqualTo(Origin.CREATED);
    }

    @Test
    void reads_back_nine_times_and_fails() {
        world.pinpoint.showAfter(Duration.ofDays(30));
        world.export();
        int readings = 1;
        while (world.state() instanceof Submitted submitted) {
            world.exportAfter(Duration.between(world.clock.instant(), submitted.until()));
            readings++;
        }

        assertThat(readings).isEqualTo(10);
        assertThat(world.state()).isEqualTo(new Failed(ErrorCode.PINPOINT_UNAVAILABLE, Optional.empty()));
    }

    @Test
    void touches_nothing_of_that_id_in_another_account_that_the_company_has_moved_to() {
        world.pinpoint.fail(Call.READ);
        world.export();
        var stranger = world.pinpoint.applications().getFirst().ofSomebodyElse();
        world.pinpoint.clear();
        world.pinpoint.hold(stranger);
        world.connect(aConnectionToAnotherAccount());
        world.map(aMappingInAnotherAccount());

        world.exportAfter(MINUTE);

        assertThat(receipt().application()).isEqualTo(new ApplicationId("9002"));
        assertThat(world.pinpoint.applications()).hasSize(2).contains(stranger);
    }

    @Test
    void sends_nobody_to_another_account_by_a_mapping_of_the_account_before() {
        world.connect(aConnectionToAnotherAccount());

        assertThat(world.export())
                .isEqualTo(new Recorded(
                        new ExportState.Held(START.plus(Duration.ofMinutes(15)), ErrorCode.MAPPING_OUTDATED)));

        assertThat(world.pinpoint.calls()).isEmpty();
    }

    @Test
    void tries_an_export_that_a_bug_stopped_again_later_and_not_for_ever() {
        var bug = new IllegalStateException("a bug");
        world.profiles.fail(bug);

        assertThat(world.export())
                .isEqualTo(new ExportOutcome.Broken(
                        new ExportState.Waiting(START.plus(SETTLING), ErrorCode.INTERNAL_ERROR, 1), bug));

        for (int failures = 1; failures <= 9; failures++) {
            world.exportAfter(Duration.ofHours(9));
        }
        assertThat(world.state()).isEqualTo(new ExportState.Failed(ErrorCode.INTERNAL_ERROR, Optional.empty()));
    }

    @Test
    void gives_up_on_an_export_that_kills_every_worker() {
        for (int deaths = 0; deaths <= 10; deaths++) {
            world.takeOver();
            world.clock.pass(Duration.ofHours(1));
        }

        world.export();

        assertThat(world.state()).isEqualTo(new ExportState.Failed(ErrorCode.INTERNAL_ERROR, Optional.empty()));
        assertThat(world.pinpoint.calls()).isEmpty();
    }

    @Test
    void waits_as_long_as_pinpoint_asks() {
        world.pinpoint.failAskingToWait(Call.FIND_BY_EMAIL, Duration.ofMinutes(7));

        assertThat(world.export()).isEqualTo(waiting(Duration.ofMinutes(7), ErrorCode.RATE_LIMITED, 1));
    }

    @Test
    void waits_no_shorter_than_planned_when_pinpoint_asks_for_less() {
        world.pinpoint.failAskingToWait(Call.FIND_BY_EMAIL, Duration.ofSeconds(5));

        assertThat(world.export()).isEqualTo(waiting(MINUTE, ErrorCode.RATE_LIMITED, 1));
    }

    @Test
    void leaves_the_update_in_the_outbox_when_the_queue_is_down() {
        world.updates.goDown();

        world.export();

        assertThat(world.state()).isInstanceOf(Verified.class);
        assertThat(world.updates.sent()).isEmpty();
        assertThat(world.pending())
                .containsExactly(new Update(
                        "company-1~job-1~candidate-1~1",
                        Update.Kind.EXPORT_VERIFIED,
                        KEY.subject(),
                        Optional.empty(),
                        START));
    }

    private boolean isLeftInPeace() {
        return world.connections
                .usable(KEY.company())
                .orElseThrow()
                .upkeep()
                .notBefore(world.clock.instant())
                .isPresent();
    }

    private static void die() {
        throw new SideEffects.Death("the process");
    }

    private Receipt receipt() {
        return ((Verified) world.state()).receipt();
    }

    private static Recorded failed(ErrorCode code) {
        return new Recorded(new Failed(code, Optional.empty()));
    }

    private static Recorded waiting(Duration wait, ErrorCode code, int failures) {
        return new Recorded(new Waiting(START.plus(wait), code, failures));
    }

    private static Recorded submitted(Origin origin) {
        return new Recorded(new Submitted(
                START.plus(MINUTE),
                new Placed(new ApplicationId("9001"), origin, 1),
                ErrorCode.PINPOINT_UNAVAILABLE,
                1));
    }
}
