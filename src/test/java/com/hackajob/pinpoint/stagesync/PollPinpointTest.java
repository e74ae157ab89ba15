package com.hackajob.pinpoint.stagesync;

import static com.hackajob.pinpoint.SettableClock.START;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.export.ExportFixtures.KEY;
import static com.hackajob.pinpoint.export.ExportFixtures.TIMES;
import static com.hackajob.pinpoint.export.ExportFixtures.aKey;
import static com.hackajob.pinpoint.stagesync.StageFixtures.P_INTERVIEW;
import static com.hackajob.pinpoint.stagesync.StageFixtures.P_OFFER;
import static com.hackajob.pinpoint.stagesync.StageFixtures.P_SCREENING;
import static com.hackajob.pinpoint.stagesync.StageWorld.APPLICATION;
import static com.hackajob.pinpoint.stagesync.StageWorld.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.SideEffects;
import com.hackajob.pinpoint.connection.ConnectionFixtures;
import com.hackajob.pinpoint.export.ApplicationId;
import com.hackajob.pinpoint.export.ExportFixtures;
import com.hackajob.pinpoint.export.ExportKey;
import com.hackajob.pinpoint.export.ExportState;
import com.hackajob.pinpoint.export.Ledger.Claim;
import com.hackajob.pinpoint.export.Placed;
import com.hackajob.pinpoint.export.Receipt;
import com.hackajob.pinpoint.export.Receipt.Origin;
import com.hackajob.pinpoint.export.Reference;
import com.hackajob.pinpoint.mapping.MappingFixtures;
import com.hackajob.pinpoint.mapping.PinpointJobId;
import com.hackajob.pinpoint.stagesync.PinpointStages.Seen;
import com.hackajob.pinpoint.stagesync.Track.Reason;
import com.hackajob.pinpoint.stagesync.Track.Standing;
import com.hackajob.pinpoint.updates.Update;
import com.hackajob.pinpoint.updates.Update.StageMove;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PollPinpointTest {

    private final StageWorld world = StageWorld.exported();

    @Test
    void a_move_of_which_no_webhook_told_is_found() {
        poll();
        world.clock.pass(Duration.ofMinutes(5));
        world.userMoves(P_OFFER);

        poll();

        assertThat(world.asked()).containsExactly(new StageMove("offer", Optional.empty()));
    }

    @Test
    void what_is_in_step_costs_one_call_for_all() {
        poll();
        int lists = world.pinpoint.lists();
        world.clock.pass(Duration.ofMinutes(5));

        poll();

        assertThat(world.pinpoint.lists() - lists).isEqualTo(1);
        assertThat(world.pinpoint.reads()).isZero();
    }

    @Test
    void goes_on_from_the_latest_change_by_pinpoints_own_clock_and_begins_a_little_earlier() {
        Instant ahead = START.plus(Duration.ofMinutes(10));
        world.pinpoint.showAfter(Duration.ofMinutes(-30));
        world.pinpoint.change(APPLICATION, last -> changed(last, ahead));
        poll();

        assertThat(world.polls.read(COMPANY).watermark()).contains(ahead);
        world.pinpoint.change(APPLICATION, last -> moved(last, ahead.minus(Duration.ofMinutes(14))));
        world.clock.pass(Duration.ofMinutes(5));
        poll();

        assertThat(world.asked()).containsExactly(new StageMove("offer", Optional.empty()));
        assertThat(world.polls.read(COMPANY).watermark()).contains(ahead);
    }

    @Test
    void of_many_changes_none_is_missed_although_they_fill_pages_and_seconds() {
        poll();
        // A thousand changes that are not ours in one second, ours among them, and hundreds after.
        for (int i = 0; i < 450; i++) {
            world.pinpoint.hold(foreign(i, START.plusSeconds(60)));
        }
        world.pinpoint.change(APPLICATION, last -> moved(last, START.plusSeconds(60)));
        for (int i = 450; i < 700; i++) {
            world.pinpoint.hold(foreign(i, START.plusSeconds(61 + i)));
        }
        world.clock.pass(Duration.ofMinutes(20));

        poll();
        world.clock.pass(Duration.ofMinutes(5));
        poll();

        assertThat(world.asked()).containsExactly(new StageMove("offer", Optional.empty()));
        assertThat(world.polls.read(COMPANY).watermark()).contains(START.plusSeconds(61 + 699));
    }

    @Test
    void a_poll_never_asks_for_more_than_its_share() {
        for (int i = 0; i < 3_000; i++) {
            world.pinpoint.hold(foreign(i, START.plusSeconds(i)));
        }
        world.clock.pass(Duration.ofHours(2));

        poll();

        assertThat(world.pinpoint.lists()).isLessThanOrEqualTo(6);
    }

    @Test
    void more_changes_at_once_than_a_poll_reads_are_read_to_the_end_all_the_same() {
        poll();
        world.clock.pass(Duration.ofMinutes(1));
        for (int i = 0; i < 2_500; i++) {
            world.pinpoint.hold(foreign(i, START.plusSeconds(30)));
        }
        world.userMoves(P_OFFER);

        poll();
        poll();
        poll();

        assertThat(world.asked()).hasSize(1);
        assertThat(world.polls.read(COMPANY).goOn()).isEmpty();
    }

    @Test
    void without_time_nothing_is_begun_and_the_place_is_kept() {
        world.pollPinpoint.poll(COMPANY, START.minusSeconds(1));

        assertThat(world.polls.read(COMPANY).goOn()).isPresent();
        assertThat(world.pinpoint.reads()).isZero();
        world.userMoves(P_OFFER);
        poll();
        assertThat(world.asked()).hasSize(1);
    }

    @Test
    void a_change_from_the_future_hides_nothing_that_comes_before_it() {
        world.pinpoint.showAfter(Duration.ofDays(-40_000));
        world.pinpoint.hold(foreign(1, Instant.parse("2099-01-01T00:00:00Z")));
        poll();

        assertThat(world.polls.read(COMPANY).watermark()).contains(START.plus(Duration.ofMinutes(15)));
    }

    @Test
    void of_many_who_have_moved_at_once_the_rest_is_followed_the_next_time() {
        for (int i = 0; i < 120; i++) {
            world.exportAnother(i, P_SCREENING);
        }
        poll();
        world.clock.pass(Duration.ofMinutes(1));
        for (int i = 0; i < 120; i++) {
            world.pinpoint.userMoves(StageWorld.another(i), P_OFFER);
        }

        poll();
        assertThat(world.asked()).hasSize(50);
        poll();
        poll();
        assertThat(world.asked()).hasSize(120);
    }

    @Test
    void while_webhooks_come_changes_are_asked_for_once_an_hour() {
        world.connections.put(ConnectionFixtures.seenWebhook(START));
        poll();
        world.userMoves(P_OFFER);
        world.clock.pass(Duration.ofMinutes(55));
        poll();
        assertThat(world.asked()).isEmpty();

        world.clock.pass(Duration.ofMinutes(5));
        poll();
        assertThat(world.asked()).hasSize(1);
    }

    @Test
    void webhooks_that_have_stopped_are_noticed_by_a_move_that_they_did_not_tell_of_and_told_once() {
        world.connections.put(ConnectionFixtures.seenWebhook(START));
        poll();
        world.clock.pass(Duration.ofDays(2));
        world.userMoves(P_OFFER);
        poll();
        world.userMoves(P_INTERVIEW);
        world.clock.pass(Duration.ofMinutes(5));
        poll();

        assertThat(world.outbox.pending(world.clock.instant()))
                .extracting(Update::kind, Update::code)
                .containsExactly(tuple(Update.Kind.CONNECTION_ATTENTION, Optional.of(ErrorCode.WEBHOOK_SILENT)));
        assertThat(world.asked()).hasSize(2);
        assertThat(world.connections.find(COMPANY).orElseThrow().webhook().silentSince())
                .contains(START.plus(Duration.ofDays(2)));
    }

    @Test
    void where_webhooks_never_came_nobody_misses_them() {
        poll();
        world.clock.pass(Duration.ofHours(24));
        world.userMoves(P_OFFER);
        poll();

        assertThat(world.outbox.pending(world.clock.instant())).isEmpty();
        assertThat(world.asked()).hasSize(1);
    }

    @Test
    void an_account_that_does_not_answer_is_left_in_peace() {
        world.pinpoint.failNext();
        poll();
        int lists = world.pinpoint.lists();

        poll();

        assertThat(world.pinpoint.lists()).isEqualTo(lists);
        assertThat(world.polls.read(COMPANY)).isEqualTo(Poll.fresh(COMPANY));
    }

    @Test
    void another_account_begins_anew() {
        poll();
        world.connections.put(ConnectionFixtures.aConnectionToAnotherAccount());
        poll();

        assertThat(world.polls.read(COMPANY).generation()).isEqualTo(2);
    }

    @Test
    void a_company_without_a_working_connection_is_not_polled() {
        world.connections.put(ConnectionFixtures.inAttention(ErrorCode.CREDENTIAL_REJECTED, START));
        poll();
        world.connections.put(ConnectionFixtures.ended());
        poll();

        assertThat(world.pinpoint.lists()).isZero();
    }

    // The sweep

    @Test
    void the_sweep_finds_an_application_that_is_gone() {
        poll();
        world.pinpoint.delete(APPLICATION);
        world.clock.pass(Duration.ofHours(24));
        poll();
        world.clock.pass(TIMES.untilSettled());
        world.followDue.run(COMPANY, Instant.MAX);

        assertThat(world.track().standing())
                .isEqualTo(new Standing.Untracked(
                        Reason.GONE, START.plus(Duration.ofHours(24)).plus(TIMES.untilSettled())));
        assertThat(world.updates.sent()).extracting(Update::kind).containsExactly(Update.Kind.EXPORT_UNTRACKED);
    }

    @Test
    void the_sweep_tells_of_two_applications_with_one_reference_and_deletes_none() {
        world.pinpoint.hold(seen("9002", KEY.reference(), START));
        poll();

        assertThat(world.outbox.pending(world.clock.instant())).containsExactly(twoAreThere());
        assertThat(world.place()).isEqualTo(P_SCREENING);
    }

    @Test
    void the_sweep_tells_of_two_applications_of_a_candidate_on_one_pinpoint_job_under_two_references() {
        exportForAnotherJob("9002");
        poll();

        assertThat(world.outbox.pending(world.clock.instant())).containsExactly(twoAreThere());
    }

    @Test
    void two_applications_of_a_candidate_of_which_one_was_deleted_or_moved_to_another_job_are_told_no_more() {
        exportForAnotherJob("9002");
        world.pinpoint.change(new ApplicationId("9002"), last -> inJob(last, "701"));
        poll();
        world.clock.pass(Duration.ofHours(24));
        world.pinpoint.delete(new ApplicationId("9002"));
        poll();

        assertThat(duplicatesTold()).isEmpty();
    }

    @Test
    void one_application_that_two_exports_came_to_share_is_no_duplicate() {
        exportForAnotherJob("9001");
        poll();

        assertThat(duplicatesTold()).isEmpty();
    }

    @Test
    void what_was_begun_in_another_account_is_no_duplicate() {
        exportForAnotherJob("9002");
        world.connections.put(ConnectionFixtures.aConnectionToAnotherAccount());
        poll();

        assertThat(duplicatesTold()).isEmpty();
        assertThat(world.pinpoint.reads()).isZero();
    }

    @Test
    void without_time_for_two_applications_of_a_candidate_the_sweep_begins_with_them_the_next_time() {
        exportForAnotherJob("9002");
        world.pollPinpoint.poll(COMPANY, START.minusSeconds(1));
        assertThat(duplicatesTold()).isEmpty();

        poll();

        assertThat(duplicatesTold()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource
    void the_sweep_tells_of_two_applications_of_an_export_that_came_to_nothing(ExportState end) {
        ExportKey other = aKey("candidate-2");
        end(other, end);
        world.pinpoint.hold(seen("9002", other.reference(), START));
        world.pinpoint.hold(seen("9003", other.reference(), START));

        poll();

        assertThat(duplicatesTold())
                .extracting(Update::id)
                .containsExactly("company-1~job-1~candidate-2~duplicates~9002~9003");
    }

    static Stream<ExportState> the_sweep_tells_of_two_applications_of_an_export_that_came_to_nothing() {
        return Stream.of(
                new ExportState.Failed(ErrorCode.PINPOINT_REFUSED, Optional.empty()), new ExportState.Skipped());
    }

    /** It is found and proved then. Where the job has lost its mapping, it is no longer ours to. */
    @ParameterizedTest
    @MethodSource
    void the_sweep_has_an_export_that_failed_and_is_there_taken_up_again(ExportState end, ExportState next) {
        ExportKey other = aKey("candidate-2");
        end(other, end);
        world.pinpoint.hold(seen("9002", other.reference(), START));

        poll();

        assertThat(world.ledger.find(other).orElseThrow().state()).isEqualTo(next);
        assertThat(duplicatesTold()).isEmpty();
    }

    static Stream<Arguments> the_sweep_has_an_export_that_failed_and_is_there_taken_up_again() {
        return Stream.of(
                Arguments.of(
                        new ExportState.Failed(ErrorCode.PINPOINT_UNAVAILABLE, Optional.empty()),
                        new ExportState.Submitted(
                                START,
                                new Placed(new ApplicationId("9002"), Receipt.Origin.FOUND, 1),
                                ErrorCode.PINPOINT_UNAVAILABLE,
                                0)),
                Arguments.of(
                        new ExportState.Failed(ErrorCode.CV_TYPE, Optional.empty()),
                        new ExportState.Failed(ErrorCode.CV_TYPE, Optional.empty())),
                Arguments.of(new ExportState.Skipped(), new ExportState.Skipped()));
    }

    @Test
    void what_came_to_nothing_a_month_ago_is_looked_for_no_more() {
        ExportKey other = aKey("candidate-2");
        end(other, new ExportState.Failed(ErrorCode.PINPOINT_REFUSED, Optional.empty()));
        world.pinpoint.hold(seen("9002", other.reference(), START));
        world.pinpoint.hold(seen("9003", other.reference(), START));
        world.clock.pass(Duration.ofDays(30).plusSeconds(1));
        poll();

        assertThat(duplicatesTold()).isEmpty();
    }

    /** After a try that came to nothing either. */
    private void end(ExportKey key, ExportState end) {
        for (ExportState state : List.of(new ExportState.Waiting(START, ErrorCode.PINPOINT_UNAVAILABLE, 1), end)) {
            var claim = (Claim.Granted) world.ledger.claim(key, START, Duration.ofSeconds(90));
            world.ledger.record(claim, state, Optional.empty(), START);
        }
    }

    @Test
    void an_application_that_came_after_its_candidate_was_erased_is_told_each_night_under_the_same_id() {
        erase(Optional.empty());
        world.pinpoint.hold(seen("9002", KEY.reference(), START));
        poll();
        world.clock.pass(Duration.ofHours(24));
        poll();

        assertThat(world.outbox.pending(Instant.MAX))
                .containsExactly(new Update(
                        "company-1~job-1~candidate-1~remains~9001~9002",
                        Update.Kind.CANDIDATE_ERASED,
                        new Update.Subject(COMPANY, Optional.empty(), Optional.of(KEY.candidate())),
                        Optional.empty(),
                        world.clock.instant(),
                        Optional.of(new Update.Erasure(List.of(
                                new Update.Erasure.Job(KEY.job(), Optional.of(address("9001"))),
                                new Update.Erasure.Job(KEY.job(), Optional.of(address("9002"))))))));
        assertThat(world.pinpoint.reads()).isZero();
    }

    @Test
    void what_the_proof_of_an_erasure_named_is_not_told_again_nor_looked_for_for_ever() {
        erase(Optional.of(address("9001")));
        poll();
        world.pinpoint.hold(seen("9002", KEY.reference(), START));
        world.clock.pass(Duration.ofDays(30));
        poll();

        assertThat(world.outbox.pending(Instant.MAX)).isEmpty();
    }

    private void erase(Optional<URI> known) {
        world.ledger.erase(world.ledger.find(KEY).orElseThrow(), new ExportState.Erased(START, known));
    }

    private static URI address(String application) {
        return URI.create("https://acme.example.com/applications/" + application);
    }

    /** The second was begun when the first should have been visible, and was not. */
    private void exportForAnotherJob(String application) {
        var id = new ApplicationId(application);
        var key = ExportFixtures.aKeyOfAnotherJob();
        if (!id.equals(APPLICATION)) {
            world.pinpoint.hold(seen(application, key.reference(), START));
        }
        world.prove(key, id, Origin.CREATED, P_SCREENING, Optional.of(key.reference()));
    }

    private static Update twoAreThere() {
        return new Update(
                "company-1~job-1~candidate-1~duplicates~9001~9002",
                Update.Kind.EXPORT_DUPLICATE_FOUND,
                KEY.subject(),
                Optional.of(ErrorCode.DUPLICATE_FOUND),
                START,
                Optional.of(new Update.Duplicates(List.of(address("9001"), address("9002")))));
    }

    private List<Update> duplicatesTold() {
        return world.outbox.pending(world.clock.instant()).stream()
                .filter(update -> update.kind() == Update.Kind.EXPORT_DUPLICATE_FOUND)
                .toList();
    }

    @Test
    void the_sweep_tells_of_an_application_under_a_reference_whose_export_joined_another_one() {
        var joined = StageWorld.ready(new SideEffects());
        joined.export(KEY, Origin.SHARED, P_SCREENING, Optional.empty());
        joined.pinpoint.hold(seen("9002", KEY.reference(), START));
        joined.pollPinpoint.poll(COMPANY, Instant.MAX);

        assertThat(joined.outbox.pending(Instant.MAX)).containsExactly(twoAreThere());
    }

    @Test
    void the_sweep_comes_once_a_day() {
        poll();
        int lists = world.pinpoint.lists();
        world.clock.pass(Duration.ofHours(23));
        poll();
        assertThat(world.pinpoint.lists() - lists).isEqualTo(1);

        world.clock.pass(Duration.ofHours(1));
        poll();
        assertThat(world.pinpoint.lists() - lists).isEqualTo(3);
    }

    // Found again

    @Test
    void a_lost_application_that_is_there_again_under_its_reference_is_followed_again() {
        lose();
        world.pinpoint.hold(new Seen(
                new ApplicationId("9100"),
                MappingFixtures.PINPOINT_JOB,
                P_OFFER,
                Optional.of(KEY.reference()),
                SOURCE,
                world.clock.instant()));

        world.searchApplication.search(KEY);
        assertThat(world.followDue.run(COMPANY, Instant.MAX)).containsExactly(Followed.ASKED);

        assertThat(world.asked()).containsExactly(new StageMove("offer", Optional.empty()));
        assertThat(world.track().standing()).isEqualTo(new Standing.Still());
        world.followStages.moved(KEY, StageFixtures.OFFER, START);
        assertThat(world.followStages.moved(KEY, StageFixtures.INTERVIEW, START.plusSeconds(1)))
                .isEqualTo(Followed.PUSHED);
        assertThat(world.pinpoint.place(new ApplicationId("9100"))).isEqualTo(P_INTERVIEW);
    }

    @Test
    void a_lost_application_that_is_not_found_is_told_to_be_lost() {
        lose();

        world.searchApplication.search(KEY);
        assertThat(world.followDue.run(COMPANY, Instant.MAX)).containsExactly(Followed.LOST);

        assertThat(world.updates.sent()).hasSize(2);
        assertThat(world.track().standing()).isInstanceOf(Standing.Untracked.class);
    }

    @Test
    void one_that_is_looked_for_while_pinpoint_is_out_is_looked_for_later() {
        lose();
        world.searchApplication.search(KEY);
        world.pinpoint.failNext();

        assertThat(world.followDue.run(COMPANY, Instant.MAX)).containsExactly(Followed.WAITS);
        assertThat(world.track().standing())
                .isEqualTo(new Standing.Searched(world.clock.instant().plus(Duration.ofMinutes(1))));
    }

    @Test
    void one_that_is_looked_for_while_its_job_is_not_mapped_is_looked_for_later() {
        lose();
        world.mappings.remove(StageFixtures.aMapping(), MappingFixtures.anEntry("entry-1"));
        world.searchApplication.search(KEY);

        assertThat(world.followDue.run(COMPANY, Instant.MAX)).containsExactly(Followed.NOTED);
        assertThat(world.track().standing()).isInstanceOf(Standing.Searched.class);
        assertThat(world.followDue.run(COMPANY, Instant.MAX)).isEmpty();
    }

    @Test
    void an_application_that_we_joined_is_found_again_by_its_id() {
        var joined = StageWorld.ready(new SideEffects());
        joined.export(KEY, Origin.ADOPTED, P_SCREENING, Optional.empty());
        joined.pinpoint.change(APPLICATION, last -> inJob(last, "701"));
        assertThat(joined.followStages.look(KEY)).isEqualTo(Followed.LOST);
        joined.pinpoint.change(APPLICATION, last -> inJob(last, "700"));

        joined.searchApplication.search(KEY);

        assertThat(joined.followDue.run(COMPANY, Instant.MAX)).containsExactly(Followed.IN_STEP);
        assertThat(joined.track().standing()).isEqualTo(new Standing.Still());
    }

    private static Seen inJob(Seen last, String job) {
        return new Seen(
                last.id(), new PinpointJobId(job), last.stage(), last.reference(), last.source(), last.changedAt());
    }

    @Test
    void one_that_is_followed_is_not_looked_for() {
        assertThat(world.searchApplication.search(KEY).track()).isEqualTo(Track.fresh(KEY));
        assertThat(world.followDue.run(COMPANY, Instant.MAX)).isEmpty();
    }

    private void lose() {
        world.pinpoint.delete(APPLICATION);
        world.followStages.look(KEY);
        world.clock.pass(TIMES.untilSettled());
        world.followDue.run(COMPANY, Instant.MAX);
        assertThat(world.track().standing()).isInstanceOf(Standing.Untracked.class);
    }

    private void poll() {
        world.pollPinpoint.poll(COMPANY, Instant.MAX);
    }

    private static Seen foreign(int number, Instant at) {
        return seen(Integer.toString(100_000 + number), new Reference("somebody-elses"), at);
    }

    private static Seen seen(String id, Reference reference, Instant at) {
        return new Seen(
                new ApplicationId(id), MappingFixtures.PINPOINT_JOB, P_SCREENING, Optional.of(reference), SOURCE, at);
    }

    private static Seen moved(Seen last, Instant at) {
        return new Seen(last.id(), last.job(), P_OFFER, last.reference(), last.source(), at);
    }

    private static Seen changed(Seen last, Instant at) {
        return new Seen(last.id(), last.job(), last.stage(), last.reference(), last.source(), at);
    }
}
