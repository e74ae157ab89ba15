package com.hackajob.pinpoint.export;

import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.OTHER_COMPANY;
import static com.hackajob.pinpoint.export.ExportFixtures.KEY;
import static com.hackajob.pinpoint.export.ExportFixtures.aCandidate;
import static com.hackajob.pinpoint.export.ExportFixtures.aKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.SettableClock;
import com.hackajob.pinpoint.export.ExportState.Verified;
import com.hackajob.pinpoint.export.FakePinpointApplications.Call;
import com.hackajob.pinpoint.export.Worker.Round;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What taking up a company's due work does. */
class ExportDueWorkTest {

    private final ExportWorld world = ExportWorld.ready();

    @Test
    void does_nothing_when_nothing_is_due() {
        assertThat(run()).isEmpty();
    }

    @Test
    void takes_up_what_is_due() {
        leaveWaiting(List.of(KEY));

        run();

        assertThat(world.state()).isInstanceOf(Verified.class);
    }

    @Test
    void takes_up_five_at_a_time_the_longest_waiting_first() {
        var keys = keys(7);
        leaveWaiting(keys.reversed());

        assertThat(run()).hasSize(5);

        assertThat(world.ledger.due(COMPANY, world.clock.instant(), 10)).containsExactly(keys.get(1), keys.get(0));
        assertThat(run()).hasSize(2);
    }

    @Test
    void begins_no_export_when_time_is_short() {
        leaveWaiting(List.of(KEY));

        assertThat(world.runDue(COMPANY, world.clock.instant().minusMillis(1))).isEmpty();

        assertThat(world.ledger.due(COMPANY, world.clock.instant(), 10)).containsExactly(KEY);
    }

    @Test
    void stops_when_time_becomes_short() {
        leaveWaiting(List.of(KEY, aKey("candidate-2"), aKey("candidate-3")));
        world.pinpoint.meanwhile(Call.CREATE, () -> world.clock.pass(Duration.ofSeconds(40)));

        var outcomes = world.runDue(COMPANY, world.clock.instant().plusSeconds(30));

        assertThat(outcomes).hasSize(1);
    }

    @Test
    void leaves_another_companys_work_alone() {
        leaveWaiting(List.of(KEY));

        assertThat(world.runDue(OTHER_COMPANY, world.clock.instant())).isEmpty();
    }

    @Test
    void asks_for_the_next_round_as_long_as_more_may_be_due() {
        leaveWaiting(keys(5));
        Round round = new Round(COMPANY, world.clock.instant(), 3);

        world.exportDueWork.run(round, Instant.MAX);
        assertThat(world.worker.wakes()).containsExactly(new Round(COMPANY, world.clock.instant(), 4));

        world.exportDueWork.run(round.next(), Instant.MAX);
        assertThat(world.worker.wakes()).hasSize(1);
    }

    @Test
    void leaves_the_rest_to_the_next_minute_when_this_one_is_over() {
        leaveWaiting(keys(5));

        world.exportDueWork.run(Round.first(COMPANY, world.clock.instant().minusSeconds(60)), Instant.MAX);

        assertThat(world.worker.wakes()).isEmpty();
    }

    @Test
    void a_round_that_comes_late_takes_up_one_and_asks_for_no_other() {
        leaveWaiting(keys(7));

        var outcomes = world.exportDueWork.run(new Round(COMPANY, SettableClock.START, 0), Instant.MAX);

        assertThat(outcomes).hasSize(1);
        assertThat(world.worker.wakes()).isEmpty();
    }

    /** Behind a slow one they pile up, ahead of whoever accepts now. */
    @Test
    void a_round_is_late_two_minutes_after_its_own() {
        Round round = new Round(COMPANY, SettableClock.START, 3);

        assertThat(round.isLate(SettableClock.START.plusSeconds(120))).isFalse();
        assertThat(round.isLate(SettableClock.START.plusSeconds(120).plusMillis(1)))
                .isTrue();
    }

    @Test
    void leaves_the_rest_to_the_next_minute_after_twelve_rounds() {
        leaveWaiting(keys(5));

        world.exportDueWork.run(new Round(COMPANY, world.clock.instant(), 11), Instant.MAX);

        assertThat(world.worker.wakes()).isEmpty();
    }

    @Test
    void the_queue_that_does_not_take_the_next_round_undoes_nothing() {
        leaveWaiting(keys(5));
        world.worker.cannotReach(COMPANY);

        assertThat(run()).hasSize(5).allMatch(ExportOutcome.Recorded.class::isInstance);
    }

    private static List<ExportKey> keys(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> aKey("candidate-" + number))
                .toList();
    }

    private List<ExportOutcome> run() {
        return world.runDue(COMPANY, world.clock.instant());
    }

    /** Each a second longer than the next, and all of them due. */
    private void leaveWaiting(List<ExportKey> keys) {
        for (ExportKey key : keys) {
            world.candidates.put(key, aCandidate());
            world.pinpoint.fail(Call.FIND_BY_EMAIL);
            world.exportCandidate.export(key);
            world.clock.pass(Duration.ofSeconds(1));
        }
        world.pinpoint.forgive();
        world.clock.pass(Duration.ofMinutes(2));
    }
}
