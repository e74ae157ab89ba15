package com.hackajob.pinpoint.export;

import static com.hackajob.pinpoint.SettableClock.START;
import static com.hackajob.pinpoint.export.ExportFixtures.KEY;
import static com.hackajob.pinpoint.export.ExportFixtures.aKey;
import static com.hackajob.pinpoint.export.ExportFixtures.aKeyOfAnotherJob;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hackajob.pinpoint.SideEffects;
import com.hackajob.pinpoint.SideEffects.Death;
import com.hackajob.pinpoint.connection.ConnectionFixtures;
import com.hackajob.pinpoint.export.ExportState.Erased;
import com.hackajob.pinpoint.export.FakePinpointApplications.Call;
import com.hackajob.pinpoint.export.Receipt.Origin;
import com.hackajob.pinpoint.mapping.MappingFixtures;
import com.hackajob.pinpoint.updates.DeliverUpdate;
import com.hackajob.pinpoint.updates.Update;
import com.hackajob.pinpoint.updates.Update.Erasure;
import com.hackajob.pinpoint.updates.Update.Erasure.Check;
import com.hackajob.pinpoint.updates.Update.Subject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class EraseCandidateTest {

    private static final URI APPLICATION = URI.create("https://acme.example.com/applications/9001");

    /** After that, what was begun before is visible. */
    private static final Duration VISIBLE = ExportFixtures.TIMES.untilVisible();

    private final ExportWorld world = ExportWorld.ready();

    @Test
    void removes_all_exports_of_the_candidate_and_proves_it() {
        world.export();
        world.exportCandidate.export(aKeyOfAnotherJob());
        world.exportCandidate.export(aKey("somebody-else"));

        assertThat(erasing(new SideEffects()).erase(KEY.company(), KEY.candidate(), START))
                .isEqualTo(2);

        Instant now = world.clock.instant();
        assertThat(state(KEY)).isEqualTo(new Erased(now, Optional.of(APPLICATION)));
        assertThat(state(aKeyOfAnotherJob())).isEqualTo(new Erased(now, Optional.empty()));
        assertThat(state(aKey("somebody-else"))).isNotInstanceOf(Erased.class);
        assertThat(proofs()).containsExactly(proof());
        assertThat(world.pending()).isEmpty();
    }

    @Test
    void what_was_to_be_told_of_the_candidate_is_not_told_any_more() {
        world.updates.goDown();
        world.export();
        assertThat(world.pending()).hasSize(1);

        erasing(new SideEffects()).erase(KEY.company(), KEY.candidate(), START);

        assertThat(world.pending()).extracting(Update::kind).containsOnly(Update.Kind.CANDIDATE_ERASED);
    }

    @Test
    void a_candidate_of_whom_nothing_is_held_is_proved_to_be_so() {
        assertThat(erasing(new SideEffects()).erase(KEY.company(), KEY.candidate(), START))
                .isZero();

        assertThat(proofs()).extracting(Update::detail).containsExactly(Optional.of(new Erasure(List.of())));
    }

    @Test
    void a_tombstone_stays_as_it_was_when_the_event_comes_again() {
        world.export();
        Instant first = world.clock.instant();
        erasing(new SideEffects()).erase(KEY.company(), KEY.candidate(), START);
        world.clock.pass(Duration.ofDays(1));

        assertThat(erasing(new SideEffects()).erase(KEY.company(), KEY.candidate(), START))
                .isEqualTo(1);

        assertThat(state(KEY)).isEqualTo(new Erased(first, Optional.of(APPLICATION)));
    }

    @Test
    void an_erased_candidate_is_not_sent_again_whatever_comes_late() {
        world.export();
        erasing(new SideEffects()).erase(KEY.company(), KEY.candidate(), START);

        assertThat(world.exportAfter(Duration.ofDays(20))).isEqualTo(new ExportOutcome.NotDue());

        assertThat(world.pinpoint.applications()).hasSize(1);
    }

    @Test
    void what_a_post_without_an_answer_made_is_looked_for_when_it_must_be_visible_and_proved_then() {
        world.pinpoint.loseAnswer(Call.CREATE);
        world.export();

        erasing(new SideEffects()).erase(KEY.company(), KEY.candidate(), START);
        assertThat(proofs()).extracting(Update::detail).containsExactly(proofOf(Check.PENDING));
        assertThat(world.exportAfter(VISIBLE.minusMillis(1))).isEqualTo(new ExportOutcome.NotDue());
        world.exportAfter(Duration.ofMillis(1));

        assertThat(state(KEY)).isEqualTo(new Erased(START, Optional.of(APPLICATION)));
        assertThat(proofs()).extracting(Update::detail).containsExactly(proofOf(Check.PENDING), proofOf(APPLICATION));
        assertThat(proofs()).extracting(Update::subject).containsOnly(proof().subject());
    }

    @Test
    void what_a_worker_makes_of_an_export_that_is_erased_under_its_hands_is_found_and_proved_as_well() {
        world.pinpoint.meanwhile(
                Call.CREATE, () -> erasing(new SideEffects()).erase(KEY.company(), KEY.candidate(), START));

        assertThat(world.export()).isEqualTo(new ExportOutcome.TakenOver());
        world.exportAfter(VISIBLE);

        assertThat(state(KEY)).isEqualTo(new Erased(START, Optional.of(APPLICATION)));
        assertThat(proofs()).last().extracting(Update::detail).isEqualTo(proofOf(APPLICATION));
        assertThat(world.pinpoint.applications()).hasSize(1);
    }

    @Test
    void what_a_worker_has_settled_since_the_exports_were_listed_is_erased_as_it_settled_it() {
        world.pinpoint.fail(Call.FIND_BY_EMAIL);
        world.export();
        var worker = new AtomicReference<Runnable>(() -> world.exportAfter(Duration.ofMinutes(1)));

        new EraseCandidate(
                        world.ledger,
                        world.outbox,
                        new DeliverUpdate(world.updates, world.outbox),
                        ExportFixtures.TIMES,
                        () -> {
                            worker.getAndSet(() -> {}).run();
                            return world.clock.instant();
                        })
                .erase(KEY.company(), KEY.candidate(), START);

        assertThat(state(KEY)).isEqualTo(new Erased(START.plusSeconds(60), Optional.of(APPLICATION)));
        assertThat(proofs()).extracting(Update::detail).containsExactly(proofOf(APPLICATION));
    }

    @Test
    void of_what_a_search_finds_only_that_is_proved_to_be_left_which_bears_our_reference() {
        world.pinpoint.fail(Call.FIND_BY_EMAIL);
        world.export();
        erasing(new SideEffects()).erase(KEY.company(), KEY.candidate(), START);
        world.pinpoint.hold(anApplication(Optional.of(aKeyOfAnotherJob().reference())));
        world.pinpoint.ignoreFilters();

        world.exportAfter(VISIBLE);

        assertThat(proofs()).last().extracting(Update::detail).isEqualTo(proofOf(Check.DONE));
    }

    @Test
    void where_nothing_is_found_that_is_told_as_well() {
        world.pinpoint.fail(Call.FIND_BY_EMAIL);
        world.export();
        erasing(new SideEffects()).erase(KEY.company(), KEY.candidate(), START);

        var looked = world.exportAfter(VISIBLE);

        assertThat(looked).isEqualTo(new ExportOutcome.Recorded(new Erased(START, Optional.empty())));
        assertThat(state(KEY)).isEqualTo(new Erased(START, Optional.empty()));
        assertThat(proofs()).extracting(Update::detail).containsExactly(proofOf(Check.PENDING), proofOf(Check.DONE));
    }

    @ParameterizedTest
    @EnumSource(
            value = Origin.class,
            names = {"ADOPTED", "SHARED"})
    void what_an_export_had_joined_and_not_read_back_is_proved_to_be_left(Origin origin) {
        world.pinpoint.hold(
                anApplication(Optional.of(aKeyOfAnotherJob().reference()).filter(_ -> origin == Origin.SHARED)));
        world.pinpoint.fail(Call.READ);
        world.export();
        erasing(new SideEffects()).erase(KEY.company(), KEY.candidate(), START);

        world.exportAfter(VISIBLE);

        assertThat(state(KEY)).isEqualTo(new Erased(START, Optional.of(APPLICATION)));
        assertThat(proofs()).extracting(Update::detail).containsExactly(proofOf(Check.PENDING), proofOf(APPLICATION));
    }

    @Test
    void what_a_worker_that_died_had_added_documents_to_is_proved_to_be_left() {
        world.pinpoint.hold(anApplication(Optional.empty()));
        world.pinpoint.meanwhile(Call.COMMENT, () -> {
            throw new Death("after adding");
        });
        assertThatThrownBy(world::export).isInstanceOf(Death.class);
        erasing(new SideEffects()).erase(KEY.company(), KEY.candidate(), START);

        world.exportAfter(VISIBLE);

        assertThat(proofs()).extracting(Update::detail).containsExactly(proofOf(Check.PENDING), proofOf(APPLICATION));
    }

    @Test
    void what_an_export_had_joined_and_pinpoint_has_no_more_is_not_left() {
        world.pinpoint.hold(anApplication(Optional.empty()));
        world.pinpoint.fail(Call.READ);
        world.export();
        erasing(new SideEffects()).erase(KEY.company(), KEY.candidate(), START);
        world.pinpoint.clear();

        world.exportAfter(VISIBLE);

        assertThat(state(KEY)).isEqualTo(new Erased(START, Optional.empty()));
        assertThat(proofs()).last().extracting(Update::detail).isEqualTo(proofOf(Check.DONE));
    }

    @Test
    void what_is_left_in_an_account_that_the_company_has_left_somebody_has_to_look_for() {
        world.pinpoint.fail(Call.READ);
        world.export();
        erasing(new SideEffects()).erase(KEY.company(), KEY.candidate(), START);
        world.connections.put(ConnectionFixtures.aConnectionToAnotherAccount());
        world.pinpoint.clear();
        world.pinpoint.hold(anApplication(Optional.empty()));

        world.exportAfter(VISIBLE);

        assertThat(state(KEY)).isEqualTo(new Erased(START, Optional.empty()));
        assertThat(proofs()).last().extracting(Update::detail).isEqualTo(proofOf(Check.FAILED));
    }

    @Test
    void looking_is_tried_until_pinpoint_answers_and_after_fifteen_hours_somebody_is_told_to_look() {
        world.pinpoint.loseAnswer(Call.CREATE);
        world.export();
        erasing(new SideEffects()).erase(KEY.company(), KEY.candidate(), START);
        world.connections.put(ConnectionFixtures.ended());

        assertThat(world.exportAfter(VISIBLE))
                .isEqualTo(new ExportOutcome.Recorded(new Erased(
                        START, Optional.empty(), Optional.of(START.plus(VISIBLE).plusSeconds(60)))));
        for (int hour = 0; hour < 15; hour++) {
            world.exportAfter(Duration.ofHours(1));
        }
        assertThat(proofs()).hasSize(1);
        for (int hour = 0; hour < 20; hour++) {
            world.exportAfter(Duration.ofHours(1));
        }
        assertThat(proofs()).extracting(Update::detail).containsOnly(proofOf(Check.PENDING), proofOf(Check.FAILED));
        assertThat(proofs()).extracting(Update::id).containsOnly(proof().id(), KEY.updateId("unchecked"));

        world.connect(ConnectionFixtures.aConnection());
        world.exportAfter(Duration.ofHours(8));

        assertThat(state(KEY)).isEqualTo(new Erased(START, Optional.of(APPLICATION)));
        assertThat(proofs()).last().extracting(Update::detail).isEqualTo(proofOf(APPLICATION));
    }

    @Test
    void a_bug_in_looking_holds_nobody_up_and_is_tried_again() {
        var bug = new IllegalStateException("a bug");
        world.pinpoint.loseAnswer(Call.CREATE);
        world.export();
        erasing(new SideEffects()).erase(KEY.company(), KEY.candidate(), START);
        world.pinpoint.meanwhile(Call.FIND_BY_REFERENCE, () -> {
            throw bug;
        });

        assertThat(world.exportAfter(VISIBLE))
                .isEqualTo(new ExportOutcome.Broken(
                        new Erased(
                                START,
                                Optional.empty(),
                                Optional.of(START.plus(VISIBLE).plusSeconds(60))),
                        bug));
        world.exportAfter(Duration.ofMinutes(1));

        assertThat(state(KEY)).isEqualTo(new Erased(START, Optional.of(APPLICATION)));
    }

    private static Optional<Update.Detail> proofOf(URI application) {
        return Optional.of(new Erasure(List.of(new Erasure.Job(KEY.job(), Optional.of(application)))));
    }

    private static Optional<Update.Detail> proofOf(Check check) {
        return Optional.of(new Erasure(List.of(new Erasure.Job(KEY.job(), Optional.empty(), check))));
    }

    /** The candidate applied before, or was sent by another export. */
    private static PinpointApplication anApplication(Optional<Reference> reference) {
        return new PinpointApplication(
                new ApplicationId("9001"),
                MappingFixtures.PINPOINT_JOB,
                ExportFixtures.aCandidate().person().email(),
                Optional.empty(),
                new Source("direct", ""),
                reference,
                List.of(),
                List.of(),
                false);
    }

    @ParameterizedTest
    @MethodSource("moments")
    void dying_around_any_step_and_running_again_ends_the_same(int moment) {
        world.export();
        world.exportCandidate.export(aKeyOfAnotherJob());
        var effects = new SideEffects();
        effects.dieAt(moment);

        assertThatThrownBy(() -> erasing(effects).erase(KEY.company(), KEY.candidate(), START))
                .isInstanceOf(Death.class);
        erasing(new SideEffects()).erase(KEY.company(), KEY.candidate(), START);

        assertThat(state(KEY)).isEqualTo(new Erased(world.clock.instant(), Optional.of(APPLICATION)));
        assertThat(proofs()).isNotEmpty().allMatch(proof()::equals);
        assertThat(world.pending()).isEmpty();
    }

    /** Around each of: two exports, what was to be told, the proof, sending it, and taking it out. */
    static IntStream moments() {
        return IntStream.range(0, 12);
    }

    private EraseCandidate erasing(SideEffects effects) {
        var outbox = new Mortal.MortalOutbox(world.outbox, effects);
        return new EraseCandidate(
                new Mortal.MortalLedger(world.ledger, effects),
                outbox,
                new DeliverUpdate(new Mortal.MortalUpdateChannel(world.updates, effects), outbox),
                ExportFixtures.TIMES,
                world.clock);
    }

    private static Update proof() {
        return new Update(
                KEY.company().value() + "~candidate-1~erased~" + START.toEpochMilli(),
                Update.Kind.CANDIDATE_ERASED,
                new Subject(KEY.company(), Optional.empty(), Optional.of(KEY.candidate())),
                Optional.empty(),
                START,
                Optional.of(new Erasure(
                        List.of(job(), new Erasure.Job(aKeyOfAnotherJob().job(), Optional.empty())))));
    }

    private static Erasure.Job job() {
        return new Erasure.Job(KEY.job(), Optional.of(APPLICATION));
    }

    private ExportState state(ExportKey key) {
        return world.ledger.find(key).orElseThrow().state();
    }

    private List<Update> proofs() {
        return world.updates.sent().stream()
                .filter(update -> update.kind() == Update.Kind.CANDIDATE_ERASED)
                .toList();
    }
}
