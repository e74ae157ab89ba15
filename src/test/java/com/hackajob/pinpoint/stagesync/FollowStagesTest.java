package com.hackajob.pinpoint.stagesync;

import static com.hackajob.pinpoint.export.ExportFixtures.KEY;
import static com.hackajob.pinpoint.export.ExportFixtures.TIMES;
import static com.hackajob.pinpoint.stagesync.StageFixtures.ACCEPTED;
import static com.hackajob.pinpoint.stagesync.StageFixtures.HIRED;
import static com.hackajob.pinpoint.stagesync.StageFixtures.INTERVIEW;
import static com.hackajob.pinpoint.stagesync.StageFixtures.OFFER;
import static com.hackajob.pinpoint.stagesync.StageFixtures.P_APPLIED;
import static com.hackajob.pinpoint.stagesync.StageFixtures.P_CHAT;
import static com.hackajob.pinpoint.stagesync.StageFixtures.P_HIRED;
import static com.hackajob.pinpoint.stagesync.StageFixtures.P_INTERVIEW;
import static com.hackajob.pinpoint.stagesync.StageFixtures.P_OFFER;
import static com.hackajob.pinpoint.stagesync.StageFixtures.P_REJECTED;
import static com.hackajob.pinpoint.stagesync.StageFixtures.P_SCREENING;
import static com.hackajob.pinpoint.stagesync.StageFixtures.REJECTED;
import static com.hackajob.pinpoint.stagesync.StageFixtures.TASK;
import static com.hackajob.pinpoint.stagesync.StageFixtures.pair;
import static com.hackajob.pinpoint.stagesync.StageWorld.APPLICATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.SettableClock;
import com.hackajob.pinpoint.SideEffects;
import com.hackajob.pinpoint.connection.ConnectionFixtures;
import com.hackajob.pinpoint.connection.Status;
import com.hackajob.pinpoint.export.ExportState;
import com.hackajob.pinpoint.export.Ledger.Claim;
import com.hackajob.pinpoint.export.Receipt.Origin;
import com.hackajob.pinpoint.export.Reference;
import com.hackajob.pinpoint.export.Source;
import com.hackajob.pinpoint.mapping.MappingFixtures;
import com.hackajob.pinpoint.mapping.PinpointJob;
import com.hackajob.pinpoint.mapping.PinpointJobId;
import com.hackajob.pinpoint.mapping.PinpointStageId;
import com.hackajob.pinpoint.mapping.StageId;
import com.hackajob.pinpoint.stagesync.PinpointStages.Seen;
import com.hackajob.pinpoint.stagesync.Track.Reason;
import com.hackajob.pinpoint.stagesync.Track.Standing.Untracked;
import com.hackajob.pinpoint.stagesync.Track.Standing.Waiting;
import com.hackajob.pinpoint.updates.Update;
import com.hackajob.pinpoint.updates.Update.StageMove;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FollowStagesTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final StageWorld world = StageWorld.exported();

    // Out

    /** No probe can show it, and until somebody does the employer is told that it is missing. */
    @Test
    void a_move_that_pinpoint_takes_shows_that_we_may_write_again() {
        world.connections.put(ConnectionFixtures.aConnectionThatMayNotWrite());

        assertThat(moved(INTERVIEW)).isEqualTo(Followed.PUSHED);

        var now = world.connections.find(KEY.company()).orElseThrow();
        assertThat(now.status()).isEqualTo(new Status.Active());
        assertThat(now.link().permissions())
                .isEqualTo(ConnectionFixtures.aConnection().link().permissions());
    }

    @Test
    void a_move_on_hackajob_moves_the_application() {
        assertThat(moved(INTERVIEW)).isEqualTo(Followed.PUSHED);

        assertThat(world.place()).isEqualTo(P_INTERVIEW);
        assertThat(world.track())
                .isEqualTo(new Track(
                        KEY,
                        Optional.of(INTERVIEW),
                        Optional.of(NOON),
                        Optional.of(new Agreed(INTERVIEW, P_INTERVIEW)),
                        Optional.empty(),
                        Optional.of(new Track.Pushed(P_SCREENING, SettableClock.START, true)),
                        new Track.Standing.Still(),
                        Optional.empty(),
                        1));
        assertThat(world.asked()).isEmpty();
    }

    @Test
    void a_move_that_is_told_twice_is_made_once() {
        moved(INTERVIEW);

        assertThat(moved(INTERVIEW)).isEqualTo(Followed.STALE);
        assertThat(world.pinpoint.moves()).isEqualTo(1);
    }

    @Test
    void a_move_that_is_told_late_does_not_undo_a_newer_one() {
        moved(OFFER, NOON);

        assertThat(moved(INTERVIEW, NOON.minusSeconds(1))).isEqualTo(Followed.STALE);
        assertThat(world.place()).isEqualTo(P_OFFER);
    }

    @Test
    void the_second_of_two_moves_at_the_same_time_counts() {
        moved(OFFER, NOON);

        assertThat(moved(INTERVIEW, NOON)).isEqualTo(Followed.PUSHED);
        assertThat(world.place()).isEqualTo(P_INTERVIEW);
    }

    @Test
    void a_move_to_where_the_application_is_already_writes_nothing_to_pinpoint() {
        world.userMoves(P_INTERVIEW);

        assertThat(moved(INTERVIEW)).isEqualTo(Followed.IN_STEP);
        assertThat(world.pinpoint.moves()).isZero();
        assertThat(world.asked()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("movesNobody")
    void a_move_without_a_counterpart_moves_nobody(StageId stage) {
        assertThat(moved(stage)).isEqualTo(Followed.IN_STEP);

        assertThat(world.place()).isEqualTo(P_SCREENING);
        assertThat(world.track().agreed()).contains(new Agreed(stage, P_SCREENING));
        assertThat(look()).isEqualTo(Followed.IN_STEP);
        assertThat(world.asked()).isEmpty();
    }

    /** A blank, a stage that the mapping does not know, and a rejection that the employer keeps to hackajob. */
    static Stream<StageId> movesNobody() {
        return Stream.of(TASK, new StageId("unheard-of"), REJECTED);
    }

    @Test
    void a_rejection_moves_the_application_where_the_mapping_says_so() {
        world.map(StageFixtures.aMappingThatRejects());

        assertThat(moved(REJECTED)).isEqualTo(Followed.PUSHED);
        assertThat(world.place()).isEqualTo(P_REJECTED);
    }

    @Test
    void after_a_blank_the_next_stage_counts() {
        moved(TASK, NOON);

        assertThat(moved(OFFER, NOON.plusSeconds(1))).isEqualTo(Followed.PUSHED);
        assertThat(world.place()).isEqualTo(P_OFFER);
    }

    @Test
    void a_move_before_the_export_is_done_waits_for_it() {
        var early = StageWorld.ready(new SideEffects());
        early.ledger.claim(KEY, early.clock.instant(), TIMES.lease());

        assertThat(early.followStages.moved(KEY, INTERVIEW, NOON)).isEqualTo(Followed.WAITS);
        early.clock.pass(TIMES.lease());
        early.export(KEY, Origin.CREATED, P_SCREENING, Optional.of(KEY.reference()));

        assertThat(early.followDue.run(KEY.company(), Instant.MAX)).containsExactly(Followed.PUSHED);
        assertThat(early.place()).isEqualTo(P_INTERVIEW);
    }

    @Test
    void a_move_before_the_acceptance_is_made_up_for_when_the_candidate_is_looked_at() {
        var early = StageWorld.ready(new SideEffects());
        assertThat(early.followStages.moved(KEY, INTERVIEW, NOON)).isEqualTo(Followed.NOTED);
        early.export(KEY, Origin.CREATED, P_SCREENING, Optional.of(KEY.reference()));

        assertThat(early.followStages.look(KEY)).isEqualTo(Followed.PUSHED);
        assertThat(early.place()).isEqualTo(P_INTERVIEW);
    }

    @Test
    void without_a_mapping_nothing_is_done_or_kept() {
        var unmapped = StageWorld.ready(new SideEffects());
        unmapped.mappings.remove(StageFixtures.aMapping(), MappingFixtures.anEntry("entry-1"));

        assertThat(unmapped.followStages.moved(KEY, INTERVIEW, NOON)).isEqualTo(Followed.NOT_OURS);
        assertThat(unmapped.track()).isEqualTo(Track.fresh(KEY));
    }

    @Test
    void a_mapping_that_comes_back_finds_the_candidate_where_they_have_been_moved_meanwhile() {
        world.mappings.remove(StageFixtures.aMapping(), MappingFixtures.anEntry("entry-1"));
        assertThat(moved(INTERVIEW)).isEqualTo(Followed.NOTED);
        world.map(StageFixtures.aMapping());

        assertThat(look()).isEqualTo(Followed.PUSHED);
        assertThat(world.place()).isEqualTo(P_INTERVIEW);
    }

    @Test
    void a_move_that_waited_for_an_export_that_failed_waits_no_more() {
        var early = StageWorld.ready(new SideEffects());
        var claim = (Claim.Granted) early.ledger.claim(KEY, early.clock.instant(), TIMES.lease());
        early.followStages.moved(KEY, INTERVIEW, NOON);
        early.ledger.record(
                claim,
                new ExportState.Failed(ErrorCode.CV_TYPE, Optional.empty()),
                Optional.empty(),
                early.clock.instant());
        early.clock.pass(Duration.ofMinutes(1));

        assertThat(early.followDue.run(KEY.company(), Instant.MAX)).containsExactly(Followed.NOTED);
        assertThat(early.followDue.run(KEY.company(), Instant.MAX)).isEmpty();
        assertThat(early.track().stage()).contains(INTERVIEW);
    }

    @Test
    void a_move_that_waited_when_the_mapping_was_removed_waits_no_more() {
        world.pinpoint.failNext();
        moved(INTERVIEW);
        world.mappings.remove(StageFixtures.aMapping(), MappingFixtures.anEntry("entry-1"));
        world.clock.pass(Duration.ofMinutes(1));

        assertThat(due()).containsExactly(Followed.NOTED);
        assertThat(due()).isEmpty();
    }

    // In

    @Test
    void a_move_in_pinpoint_is_asked_of_hackajob() {
        world.userMoves(P_OFFER);

        assertThat(look()).isEqualTo(Followed.ASKED);
        assertThat(world.updates.sent())
                .containsExactly(new Update(
                        "company-1~job-1~candidate-1~stage~1",
                        Update.Kind.CANDIDATE_STAGE_CHANGED,
                        KEY.subject(),
                        Optional.empty(),
                        SettableClock.START,
                        Optional.of(new StageMove("offer", Optional.empty()))));
        assertThat(look()).isEqualTo(Followed.IN_STEP);
        assertThat(world.updates.sent()).hasSize(1);
    }

    @Test
    void hackajobs_own_word_that_it_followed_is_no_move() {
        world.userMoves(P_OFFER);
        look();

        assertThat(moved(OFFER)).isEqualTo(Followed.IN_STEP);
        assertThat(world.pinpoint.moves()).isZero();
        assertThat(world.asked()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("journeys")
    void follows_a_candidate_wherever_pinpoint_moves_them(List<PinpointStageId> places, List<StageId> stages) {
        for (PinpointStageId place : places) {
            world.userMoves(place);
            look();
        }

        assertThat(world.asked())
                .extracting(StageMove::stage)
                .containsExactlyElementsOf(stages.stream().map(StageId::value).toList());
        assertThat(world.pinpoint.moves()).isZero();
    }

    static Stream<Arguments> journeys() {
        return Stream.of(
                Arguments.of(List.of(P_HIRED), List.of(HIRED)),
                Arguments.of(List.of(P_HIRED, P_OFFER), List.of(HIRED, OFFER)),
                Arguments.of(List.of(P_REJECTED), List.of(REJECTED)),
                Arguments.of(List.of(P_REJECTED, P_INTERVIEW), List.of(REJECTED, INTERVIEW)),
                Arguments.of(List.of(P_INTERVIEW, P_SCREENING), List.of(INTERVIEW, ACCEPTED)),
                Arguments.of(List.of(P_CHAT), List.of()),
                Arguments.of(List.of(P_CHAT, P_SCREENING), List.of()),
                Arguments.of(List.of(P_APPLIED, P_OFFER), List.of(OFFER)));
    }

    @Test
    void of_several_moves_in_one_burst_the_last_counts() {
        world.userMoves(P_INTERVIEW);
        world.userMoves(P_OFFER);
        world.userMoves(P_HIRED);

        look();
        look();
        look();

        assertThat(world.asked()).containsExactly(new StageMove("hired", Optional.empty()));
    }

    @Test
    void where_several_stages_stand_for_one_the_first_is_asked_for_and_either_will_do() {
        world.map(StageFixtures.aMapping(
                List.of(pair(ACCEPTED, P_SCREENING), pair(INTERVIEW, P_INTERVIEW), pair(TASK, P_INTERVIEW)), false));
        world.userMoves(P_INTERVIEW);
        look();

        assertThat(moved(TASK)).isEqualTo(Followed.IN_STEP);
        assertThat(world.asked()).containsExactly(new StageMove("interview", Optional.empty()));
        assertThat(world.place()).isEqualTo(P_INTERVIEW);
    }

    @Test
    void an_application_that_was_there_before_tells_hackajob_where_it_is() {
        var adopted = StageWorld.ready(new SideEffects());
        adopted.export(KEY, Origin.ADOPTED, P_OFFER, Optional.empty());

        assertThat(adopted.followStages.look(KEY)).isEqualTo(Followed.ASKED);
        assertThat(adopted.asked()).containsExactly(new StageMove("offer", Optional.empty()));
    }

    @Test
    void the_application_of_another_export_is_watched_and_not_moved() {
        var shared = StageWorld.ready(new SideEffects());
        shared.export(
                KEY, Origin.SHARED, P_SCREENING, Optional.of(new Reference("hackajob:company-1/job-2/candidate-1")));

        assertThat(shared.followStages.moved(KEY, INTERVIEW, NOON)).isEqualTo(Followed.IN_STEP);
        assertThat(shared.place()).isEqualTo(P_SCREENING);
        shared.userMoves(P_OFFER);
        assertThat(shared.followStages.look(KEY)).isEqualTo(Followed.ASKED);
    }

    // Both

    @Test
    void where_both_have_moved_pinpoint_wins_and_hackajob_is_told() {
        world.userMoves(P_OFFER);

        assertThat(moved(INTERVIEW)).isEqualTo(Followed.ASKED);
        assertThat(world.asked()).containsExactly(new StageMove("offer", Optional.of("interview")));
        assertThat(world.place()).isEqualTo(P_OFFER);
        assertThat(moved(OFFER, NOON.plusSeconds(9))).isEqualTo(Followed.IN_STEP);
        assertThat(world.pinpoint.moves()).isZero();
    }

    @Test
    void a_move_that_hackajob_made_before_it_knew_better_does_not_count() {
        world.userMoves(P_OFFER);
        look();

        assertThat(moved(INTERVIEW, NOON)).isEqualTo(Followed.WAITS);
        assertThat(moved(OFFER, NOON.plusSeconds(1))).isEqualTo(Followed.IN_STEP);

        assertThat(world.pinpoint.moves()).isZero();
        assertThat(world.asked()).hasSize(1);
        assertThat(world.place()).isEqualTo(P_OFFER);
    }

    @Test
    void a_move_that_hackajob_made_after_it_followed_counts() {
        world.userMoves(P_OFFER);
        look();
        moved(OFFER, NOON);

        assertThat(moved(INTERVIEW, NOON.plusSeconds(1))).isEqualTo(Followed.PUSHED);
        assertThat(world.place()).isEqualTo(P_INTERVIEW);
    }

    @Test
    void a_move_counts_that_was_told_before_the_word_that_hackajob_followed() {
        world.userMoves(P_OFFER);
        look();
        moved(INTERVIEW, NOON.plusSeconds(1));

        assertThat(moved(OFFER, NOON)).isEqualTo(Followed.PUSHED);
        assertThat(world.place()).isEqualTo(P_INTERVIEW);
    }

    @Test
    void where_hackajob_does_not_say_that_it_followed_it_is_asked_once_more() {
        world.userMoves(P_OFFER);
        look();
        moved(INTERVIEW);
        world.clock.pass(Verdict.PATIENCE);

        assertThat(due()).containsExactly(Followed.ASKED);
        assertThat(world.asked())
                .containsExactly(
                        new StageMove("offer", Optional.empty()), new StageMove("offer", Optional.of("interview")));
        world.clock.pass(Verdict.PATIENCE);
        assertThat(due()).isEmpty();
    }

    @Test
    void a_move_long_after_hackajob_was_asked_counts_even_if_it_never_said_that_it_followed() {
        world.userMoves(P_OFFER);
        look();
        world.clock.pass(Verdict.PATIENCE);

        assertThat(moved(INTERVIEW)).isEqualTo(Followed.PUSHED);
        assertThat(world.place()).isEqualTo(P_INTERVIEW);
    }

    @Test
    void pinpoints_echo_of_our_own_move_is_no_move() {
        moved(INTERVIEW);

        assertThat(look()).isEqualTo(Followed.IN_STEP);
        assertThat(world.asked()).isEmpty();
        assertThat(world.track().version()).isEqualTo(1);
    }

    @Test
    void what_pinpoint_shows_from_before_our_move_is_not_believed_until_it_must_have_settled() {
        world.clock.pass(Duration.ofMinutes(5));
        world.pinpoint.showAfter(Duration.ofMinutes(1));
        moved(INTERVIEW);

        assertThat(look()).isEqualTo(Followed.WAITS);
        world.clock.pass(TIMES.untilSettled());
        assertThat(due()).containsExactly(Followed.IN_STEP);
        assertThat(world.asked()).isEmpty();
    }

    @Test
    void a_user_who_takes_our_move_back_at_once_is_followed_a_little_later() {
        moved(INTERVIEW);
        world.userMoves(P_SCREENING);

        assertThat(look()).isEqualTo(Followed.WAITS);
        world.clock.pass(TIMES.untilSettled());
        assertThat(due()).containsExactly(Followed.ASKED);
        assertThat(world.asked()).containsExactly(new StageMove("accepted", Optional.empty()));
    }

    // Failures

    @Test
    void a_move_that_met_an_outage_is_made_later() {
        world.pinpoint.failNext();

        assertThat(moved(INTERVIEW)).isEqualTo(Followed.WAITS);
        assertThat(world.place()).isEqualTo(P_SCREENING);
        world.clock.pass(Duration.ofMinutes(1));
        assertThat(due()).containsExactly(Followed.PUSHED);
        assertThat(world.place()).isEqualTo(P_INTERVIEW);
    }

    @Test
    void a_move_whose_answer_was_lost_is_found_made() {
        world.pinpoint.loseNextAnswer();

        assertThat(moved(INTERVIEW)).isEqualTo(Followed.WAITS);
        world.clock.pass(Duration.ofMinutes(1));

        assertThat(due()).containsExactly(Followed.IN_STEP);
        assertThat(world.pinpoint.moves()).isEqualTo(1);
        assertThat(world.asked()).isEmpty();
    }

    @Test
    void nothing_is_moved_while_an_earlier_move_may_still_take_effect() {
        world.pinpoint.beforeNextMove(world.pinpoint::failNext);
        moved(INTERVIEW, NOON);
        world.clock.pass(Duration.ofMinutes(1));

        assertThat(moved(OFFER, NOON.plusSeconds(1))).isEqualTo(Followed.WAITS);
        world.userMoves(P_INTERVIEW);
        world.clock.pass(TIMES.untilSettled());
        assertThat(due()).containsExactly(Followed.ASKED);
        assertThat(world.asked()).containsExactly(new StageMove("interview", Optional.of("offer")));
    }

    @Test
    void while_pinpoint_is_left_in_peace_it_is_not_asked() {
        world.pinpoint.failNext();
        moved(INTERVIEW, NOON);
        int reads = world.pinpoint.reads();

        assertThat(moved(OFFER, NOON.plusSeconds(1))).isEqualTo(Followed.WAITS);
        assertThat(world.pinpoint.reads()).isEqualTo(reads);
    }

    @Test
    void a_stage_that_is_gone_holds_the_move_and_tells_of_the_drift() {
        var job = StageFixtures.aJob();
        world.pinpointJobs.open(new PinpointJob(
                job.id(),
                job.title(),
                job.status(),
                job.stages().stream()
                        .filter(stage -> !stage.id().equals(P_INTERVIEW))
                        .toList(),
                job.demands()));
        world.pinpoint.refuse(P_INTERVIEW);

        assertThat(moved(INTERVIEW)).isEqualTo(Followed.WAITS);
        assertThat(world.track().standing())
                .isEqualTo(new Waiting(
                        SettableClock.START.plus(Duration.ofMinutes(15)), Optional.of(ErrorCode.STAGE_GONE), 0));
        assertThat(world.outbox.pending(world.clock.instant()))
                .extracting(Update::kind, Update::code)
                .containsExactly(tuple(Update.Kind.MAPPING_DRIFTED, Optional.of(ErrorCode.STAGE_GONE)));
        assertThat(world.place()).isEqualTo(P_SCREENING);
    }

    @Test
    void a_held_move_is_made_once_the_stage_is_back() {
        a_stage_that_is_gone_holds_the_move_and_tells_of_the_drift();
        world.pinpointJobs.open(StageFixtures.aJob());
        world.pinpoint.accept(P_INTERVIEW);
        world.clock.pass(Duration.ofMinutes(15));

        assertThat(due()).containsExactly(Followed.PUSHED);
        assertThat(world.place()).isEqualTo(P_INTERVIEW);
    }

    @Test
    void a_missing_permission_holds_the_move() {
        world.pinpoint.deny(ErrorCode.CREDENTIAL_REJECTED);
        world.accounts.refuse(ErrorCode.CREDENTIAL_REJECTED);

        assertThat(moved(INTERVIEW)).isEqualTo(Followed.WAITS);
        assertThat(world.track().standing())
                .isEqualTo(new Waiting(
                        SettableClock.START.plus(Duration.ofMinutes(15)),
                        Optional.of(ErrorCode.CREDENTIAL_REJECTED),
                        0));
    }

    @Test
    void a_move_while_the_company_is_not_connected_waits() {
        world.connections.put(ConnectionFixtures.ended());

        assertThat(moved(INTERVIEW)).isEqualTo(Followed.WAITS);
        world.connections.put(ConnectionFixtures.aConnection());
        world.clock.pass(Duration.ofMinutes(15));

        assertThat(due()).containsExactly(Followed.PUSHED);
    }

    @Test
    void another_worker_who_was_faster_makes_us_look_again() {
        world.pinpoint.beforeNextMove(() -> {
            world.userMoves(P_OFFER);
            world.followStages.look(KEY);
        });

        assertThat(moved(INTERVIEW)).isEqualTo(Followed.WAITS);
        assertThat(world.asked()).containsExactly(new StageMove("offer", Optional.empty()));
    }

    // Lost

    @ParameterizedTest
    @MethodSource("losses")
    void an_application_that_is_no_longer_ours_is_no_longer_followed_and_that_is_told(
            UnaryOperator<Seen> change, Reason reason) {
        world.pinpoint.change(APPLICATION, change);

        assertThat(look()).isEqualTo(Followed.LOST);
        assertThat(world.track().standing()).isEqualTo(new Untracked(reason, SettableClock.START));
        assertThat(world.updates.sent())
                .containsExactly(new Update(
                        "company-1~job-1~candidate-1~stage~1",
                        Update.Kind.EXPORT_UNTRACKED,
                        KEY.subject(),
                        Optional.of(ErrorCode.UNTRACKED),
                        SettableClock.START,
                        Optional.of(new Update.Lost(reason.name().toLowerCase(Locale.ROOT), reason.detail()))));
        assertThat(moved(INTERVIEW)).isEqualTo(Followed.NOTED);
        assertThat(look()).isEqualTo(Followed.NOTED);
        assertThat(world.pinpoint.moves()).isZero();
        assertThat(world.updates.sent()).hasSize(1);
    }

    static Stream<Arguments> losses() {
        return Stream.of(
                Arguments.of(
                        change(seen -> new Seen(
                                seen.id(),
                                new PinpointJobId("701"),
                                P_OFFER,
                                seen.reference(),
                                seen.source(),
                                seen.changedAt())),
                        Reason.OTHER_JOB),
                Arguments.of(
                        change(seen -> new Seen(
                                seen.id(), seen.job(), P_OFFER, Optional.empty(), seen.source(), seen.changedAt())),
                        Reason.OTHER_REFERENCE),
                Arguments.of(
                        change(seen -> new Seen(
                                seen.id(),
                                seen.job(),
                                P_OFFER,
                                seen.reference(),
                                new Source("referral", ""),
                                seen.changedAt())),
                        Reason.OTHER_SOURCE));
    }

    private static UnaryOperator<Seen> change(UnaryOperator<Seen> change) {
        return change;
    }

    @Test
    void an_application_that_is_not_there_is_given_up_only_when_it_is_still_not_there_later() {
        world.pinpoint.delete(APPLICATION);

        assertThat(look()).isEqualTo(Followed.WAITS);
        assertThat(look()).isEqualTo(Followed.WAITS);
        assertThat(world.updates.sent()).isEmpty();
        world.clock.pass(TIMES.untilSettled());

        assertThat(due()).containsExactly(Followed.LOST);
        assertThat(world.track().standing())
                .isEqualTo(new Untracked(Reason.GONE, SettableClock.START.plus(TIMES.untilSettled())));
        assertThat(due()).isEmpty();
    }

    @Test
    void an_application_in_an_account_that_was_left_is_not_followed() {
        world.connections.put(ConnectionFixtures.aConnectionToAnotherAccount());

        assertThat(moved(INTERVIEW)).isEqualTo(Followed.LOST);
        assertThat(world.track().standing()).isEqualTo(new Untracked(Reason.OTHER_ACCOUNT, SettableClock.START));
        assertThat(world.pinpoint.reads()).isZero();
    }

    @Test
    void an_erased_candidate_is_neither_followed_nor_remembered() {
        world.ledger.erase(
                world.ledger.find(KEY).orElseThrow(), new ExportState.Erased(SettableClock.START, Optional.empty()));

        assertThat(moved(INTERVIEW)).isEqualTo(Followed.NOT_OURS);
        assertThat(world.track()).isEqualTo(Track.fresh(KEY));
        assertThat(world.pinpoint.reads()).isZero();
    }

    // Deaths

    @ParameterizedTest
    @EnumSource(Moment.class)
    void a_move_is_made_although_the_process_dies(Moment moment) {
        var effects = new SideEffects();
        var mortal = StageWorld.exported(effects);
        effects.dieAt(moment.ordinal());

        assertThat(dies(() -> mortal.followStages.moved(KEY, INTERVIEW, NOON))).isTrue();
        mortal.followStages.moved(KEY, INTERVIEW, NOON);
        mortal.followStages.look(KEY);

        assertThat(mortal.place()).isEqualTo(P_INTERVIEW);
        assertThat(mortal.track().agreed()).contains(new Agreed(INTERVIEW, P_INTERVIEW));
        assertThat(mortal.pinpoint.moves()).isEqualTo(1);
        assertThat(mortal.asked()).isEmpty();
    }

    /** In the order in which they come. */
    enum Moment {
        BEFORE_MOVE,
        AFTER_MOVE,
        BEFORE_SAVE,
        AFTER_SAVE
    }

    @Test
    void hackajob_is_asked_once_although_the_process_dies_before_it_is_written() {
        var effects = new SideEffects();
        var mortal = StageWorld.exported(effects);
        effects.dieAt(0);
        mortal.userMoves(P_OFFER);

        assertThat(dies(() -> mortal.followStages.look(KEY))).isTrue();
        assertThat(mortal.outbox.pending(NOON)).isEmpty();
        mortal.followStages.look(KEY);

        assertThat(mortal.asked()).containsExactly(new StageMove("offer", Optional.empty()));
    }

    @Test
    void what_is_asked_stays_in_the_outbox_when_the_process_dies_after_it_was_written() {
        var effects = new SideEffects();
        var mortal = StageWorld.exported(effects);
        effects.dieAt(1);
        mortal.userMoves(P_OFFER);

        assertThat(dies(() -> mortal.followStages.look(KEY))).isTrue();
        assertThat(mortal.followStages.look(KEY)).isEqualTo(Followed.IN_STEP);
        assertThat(mortal.outbox.pending(NOON))
                .extracting(Update::id)
                .containsExactly("company-1~job-1~candidate-1~stage~1");
    }

    private static boolean dies(Runnable life) {
        try {
            life.run();
            return false;
        } catch (SideEffects.Death death) {
            return true;
        }
    }

    private Followed moved(StageId stage) {
        return moved(stage, NOON);
    }

    private Followed moved(StageId stage, Instant at) {
        return world.followStages.moved(KEY, stage, at);
    }

    private Followed look() {
        return world.followStages.look(KEY);
    }

    private List<Followed> due() {
        return world.followDue.run(KEY.company(), Instant.MAX);
    }
}
