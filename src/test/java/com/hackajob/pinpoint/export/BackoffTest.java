package com.hackajob.pinpoint.export;

import static com.hackajob.pinpoint.export.ExportFixtures.KEY;
import static com.hackajob.pinpoint.export.ExportFixtures.aCandidateCalled;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.connection.Backoff;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.export.ExportState.Verified;
import com.hackajob.pinpoint.export.ExportState.Waiting;
import com.hackajob.pinpoint.export.FakePinpointApplications.Call;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an outage of Pinpoint means for a company of which many candidates are to be sent. */
class BackoffTest {

    private final ExportWorld world = ExportWorld.ready();

    @Test
    void while_pinpoint_is_left_in_peace_others_wait_without_a_try_of_theirs_and_without_a_call() {
        world.pinpoint.fail(Call.FIND_BY_EMAIL);
        world.export();
        ExportKey other = ExportFixtures.aKey("candidate-2");
        world.candidates.put(other, aCandidateCalled("candidate-2"));

        ExportOutcome outcome = world.exportCandidate.export(other);

        var waiting = new Waiting(world.clock.instant().plus(Duration.ofMinutes(1)), ErrorCode.PINPOINT_UNAVAILABLE, 0);
        assertThat(outcome).isEqualTo(new ExportOutcome.Recorded(waiting));
        assertThat(world.pinpoint.calls()).hasSize(1);
        assertThat(world.ledger.find(other).orElseThrow().state()).isEqualTo(waiting);
    }

    @Test
    void the_first_that_goes_through_ends_it_for_all() {
        world.pinpoint.fail(Call.FIND_BY_EMAIL);
        world.export();
        ExportKey other = accept("candidate-2");

        world.clock.pass(Duration.ofMinutes(1));
        world.runDue(KEY.company(), world.clock.instant());

        assertThat(world.state()).isInstanceOf(Verified.class);
        assertThat(world.ledger.find(other).orElseThrow().state()).isInstanceOf(Verified.class);
        assertThat(connection().upkeep().backoff()).isEmpty();
    }

    @Test
    void each_failure_in_a_row_makes_the_wait_longer_up_to_half_an_hour() {
        List<Long> waits = IntStream.range(0, 7)
                .mapToObj(_ -> {
                    world.pinpoint.fail(Call.FIND_BY_EMAIL);
                    world.pinpoint.fail(Call.FIND_BY_REFERENCE);
                    accept("candidate-" + world.pinpoint.calls().size());
                    Backoff backoff = connection().upkeep().backoff().orElseThrow();
                    long minutes = Duration.between(world.clock.instant(), backoff.until())
                            .toMinutes();
                    world.clock.pass(Duration.ofMinutes(minutes));
                    return minutes;
                })
                .toList();

        assertThat(waits).containsExactly(1L, 2L, 5L, 15L, 30L, 30L, 30L);
    }

    @Test
    void what_pinpoint_asks_for_is_kept_for_all_of_the_company() {
        world.pinpoint.failAskingToWait(Call.FIND_BY_EMAIL, Duration.ofMinutes(10));
        world.export();
        ExportKey other = accept("candidate-2");

        assertThat(world.ledger.find(other).orElseThrow().state().due())
                .contains(world.clock.instant().plus(Duration.ofMinutes(10)));
    }

    @Test
    void an_outage_of_hackajob_says_nothing_of_pinpoint() {
        world.candidates.goDown();
        world.export();

        assertThat(connection().upkeep().backoff()).isEmpty();
    }

    @Test
    void half_an_hour_of_outage_costs_pinpoint_a_handful_of_calls_however_many_wait() {
        List<ExportKey> keys = IntStream.range(0, 40)
                .mapToObj(number -> {
                    world.pinpoint.fail(Call.FIND_BY_EMAIL);
                    return accept("candidate-" + number);
                })
                .toList();
        int before = world.pinpoint.calls().size();
        for (int minute = 0; minute < 30; minute++) {
            world.clock.pass(Duration.ofMinutes(1));
            world.pinpoint.fail(Call.FIND_BY_EMAIL);
            world.pinpoint.fail(Call.FIND_BY_REFERENCE);
            world.runDue(KEY.company(), world.clock.instant());
        }
        int during = world.pinpoint.calls().size() - before;
        world.pinpoint.forgive();
        for (int minute = 0; minute < 60; minute++) {
            world.clock.pass(Duration.ofMinutes(1));
            world.runDue(KEY.company(), world.clock.instant());
        }

        assertThat(during).isLessThanOrEqualTo(4);
        assertThat(keys)
                .allSatisfy(key ->
                        assertThat(world.ledger.find(key).orElseThrow().state()).isInstanceOf(Verified.class));
        // Look, create and read back for each, and what the outage cost: less than a tenth more.
        assertThat(world.pinpoint.calls().size()).isLessThanOrEqualTo((int) (3 * keys.size() * 1.1));
        assertThat(world.pinpoint.applications()).hasSize(keys.size());
    }

    private ExportKey accept(String candidate) {
        ExportKey key = ExportFixtures.aKey(candidate);
        world.candidates.put(key, aCandidateCalled(candidate));
        world.exportCandidate.export(key);
        return key;
    }

    private Connection connection() {
        return world.connections.find(KEY.company()).orElseThrow();
    }
}
