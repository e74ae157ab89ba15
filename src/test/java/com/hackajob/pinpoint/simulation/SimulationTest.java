package com.hackajob.pinpoint.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.hackajob.pinpoint.simulation.PinpointModel.Manners;
import com.hackajob.pinpoint.simulation.Plan.Cast;
import com.hackajob.pinpoint.simulation.Simulation.Run;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever goes wrong: nobody is lost, nobody is there twice, nobody is in the wrong place, and nobody is stuck without a
 * word. {@code -Dsimulations=N -Dseed=S} has N random runs from the seed S on.
 */
class SimulationTest {

    private static final long RUNS = Long.getLong("simulations", 2_000);
    private static final int CREATIONS = 5;
    private static final long SEED = Long.getLong("seed", 1);

    @Test
    void everybody_arrives_once_when_nothing_goes_wrong() {
        assertHolds(Plan.plain());
    }

    @Test
    void everybody_arrives_once_whichever_one_thing_goes_wrong() {
        assertHolds(Plan.plain().flatMap(Plan::singles));
    }

    @Test
    void everybody_arrives_once_whichever_thing_goes_wrong_while_another_is_being_mended() {
        assertHolds(Plan.troubled().flatMap(Plan::singles));
    }

    /** S later to the second: which of the workers' clocks says so counts. */
    @Test
    void finds_what_is_visible_after_s_whenever_the_schedule_looks() {
        assertHolds(Plan.SKEWS.stream()
                .map(Plan::without)
                .flatMap(plan -> LongStream.range(0, 60).mapToObj(second -> plan.shifted(second * 1000)))
                .flatMap(plan -> IntStream.rangeClosed(1, CREATIONS)
                        .mapToObj(creation -> plan.with(-creation, Fault.HIDDEN_AND_LOST))));
    }

    @Test
    void everybody_arrives_once_whatever_goes_wrong_at_random() {
        assertHolds(Plan.randoms(SEED, RUNS));
    }

    /** {@code -Dpairs=1} has them all; it takes half an hour. */
    @Test
    void everybody_arrives_once_whichever_two_things_go_wrong() {
        int step = Integer.getInteger("pairs", 0);
        assumeTrue(step > 0, "-Dpairs=N runs every Nth pair");
        assertHolds(Plan.pairs(Plan.without(Plan.SKEWS.getFirst()), step));
    }

    @Test
    void arrives_by_a_redrive_after_all_workers_of_a_message_died() {
        Plan deadly = Plan.without(Plan.SKEWS.getFirst());
        for (int call = 0; call < 60; call++) {
            deadly = deadly.with(call, Fault.CRASH_BEFORE);
        }

        assertHolds(Stream.of(deadly));
    }

    /** As seed 285946 had it: the schedule may not stop before what comes late has made its work. */
    @Test
    void a_company_is_told_of_its_key_that_was_revoked_when_a_poll_came_late() {
        Plan polled = Plan.without(Plan.SKEWS.getLast());
        Plan late = polled.with(lastCall(polled, "Worker.poll"), Fault.EFFECT_LATE);
        Plan revoked = late.with(lastCall(late, "PinpointAccounts.probe"), Fault.KEY_REVOKED);

        assertThat(Simulation.run(revoked).history().troubles()).isNotEmpty();
        assertHolds(Stream.of(revoked));
    }

    /** As seed 793462 had it: its mapping was edited between two POSTs without an answer, and the third was refused as a duplicate. */
    @Test
    void the_employer_is_told_of_two_applications_on_two_jobs_of_an_export_that_failed() {
        Plan plan = new Plan(
                793462,
                List.of(498L, 1565L, 1807L, 1151L, -1092L, 1366L, -1269L),
                1784,
                new Manners(28333, true, false),
                Cast.FEW,
                48020,
                Map.of(
                        -5, Fault.HIDDEN_BEYOND_S_AND_LOST,
                        -2, Fault.ASLEEP_BEFORE,
                        57, Fault.REDELIVERED,
                        75, Fault.MAPPING_EDITED,
                        84, Fault.FROZEN_BEFORE));

        assertThat(Simulation.run(plan).history().told())
                .extracting(History.Told::kind)
                .contains("EXPORT_FAILED", "EXPORT_DUPLICATE_FOUND");
        assertHolds(Stream.of(plan));
    }

    private static int lastCall(Plan plan, String name) {
        int last = Simulation.run(plan).calls().lastIndexOf(name);
        assertThat(last).isNotNegative();
        return last;
    }

    @Test
    void the_same_seed_gives_the_same_history() {
        Run first = Simulation.run(Plan.random(SEED));

        assertThat(Simulation.run(Plan.random(SEED))).isEqualTo(first);
    }

    private static void assertHolds(Stream<Plan> plans) {
        var simulations = Simulations.of(plans);
        System.out.println(simulations + " (" + simulations.beyondS() + ")");
        assertThat(simulations.failures())
                .as("%s; once more: %s", simulations, simulations.replay())
                .isEmpty();
    }
}
