package com.hackajob.pinpoint.simulation;

import com.hackajob.pinpoint.simulation.PinpointModel.Manners;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * All that makes one run differ from another.
 *
 * @param seed of everything that is left to chance within the run
 * @param skews of the workers' clocks, in turn; in milliseconds
 * @param latency the longest of a call's two ways
 * @param cast who there is
 * @param shift so much later than the schedule all candidates accept
 * @param faults by the number of the call; those at creations by -1, -2, …
 */
record Plan(
        long seed, List<Long> skews, long latency, Manners manners, Cast cast, long shift, Map<Integer, Fault> faults) {

    private static final List<Cast> CASTS = List.of(Cast.FEW, Cast.FEW, Cast.MANY, Cast.STORIES);
    private static final int MOST_FAULTS = 7;
    private static final int CALLS = 200;
    private static final int CREATIONS = 6;
    private static final long LONGEST_LAG = 120_000;

    /** Who accepts, and what becomes of it when nothing goes wrong. */
    enum Cast {
        /** Two companies, whose candidates arrive. */
        FEW,
        /** A third company besides, and somebody who accepts for two of its jobs, one long after the other. */
        MANY,
        /** Two jobs that stand for one, accepted by the same person; a flawed CV, mended and replayed; a job mapped late, and backfilled. */
        STORIES
    }

    /** Three clocks that differ, with a Pinpoint that shows what it has at once; and one that takes all of S. */
    static Stream<Plan> plain() {
        Plan stories = without(SKEWS.getLast()).with(Cast.STORIES);
        return Stream.concat(
                SKEWS.stream().map(Plan::without),
                Stream.of(without(SKEWS.getFirst()).slow(), stories, stories.slow()));
    }

    /** In the midst of a recovery: whatever goes wrong then is one more thing. */
    static Stream<Plan> troubled() {
        Plan plain = without(SKEWS.getLast());
        return Stream.of(
                plain.with(-1, Fault.ANSWER_LOST),
                plain.with(-2, Fault.CRASH_AFTER),
                plain.with(-1, Fault.ERASED),
                plain.with(-1, Fault.KEY_REVOKED),
                plain.with(-3, Fault.DISCONNECTED));
    }

    private Plan slow() {
        return new Plan(seed, skews, latency, new Manners(LONGEST_LAG, false, false), cast, shift, faults);
    }

    Plan with(Cast other) {
        return new Plan(seed, skews, latency, manners, other, shift, faults);
    }

    static final List<List<Long>> SKEWS =
            List.of(List.of(0L), List.of(-2000L, 2000L, 2000L), List.of(2000L, -2000L, 2000L, 2000L, 2000L));

    static Plan without(List<Long> skews) {
        return new Plan(1, skews, 50, new Manners(0, false, false), Cast.FEW, 0, Map.of());
    }

    /** By so much hackajob's clock is off, up to ten minutes. */
    long skewOfHackajob() {
        return skew(3);
    }

    /** As {@link #skewOfHackajob}, of Pinpoint's. */
    long skewOfPinpoint() {
        return skew(5);
    }

    private long skew(long whose) {
        return new SplittableRandom(seed * whose).nextLong(-600_000, 600_001);
    }

    static Plan random(long seed) {
        var random = new SplittableRandom(seed);
        List<Long> skews = new ArrayList<>();
        for (int worker = 0; worker < 7; worker++) {
            skews.add(random.nextLong(-2000, 2001));
        }
        var manners = new Manners(
                random.nextBoolean() ? 0 : random.nextLong(LONGEST_LAG + 1),
                random.nextInt(4) == 0,
                random.nextInt(8) == 0);
        Map<Integer, Fault> faults = new TreeMap<>();
        int count = 1 + random.nextInt(MOST_FAULTS);
        Fault[] all = Fault.values();
        for (int fault = 0; fault < count; fault++) {
            int call = random.nextInt(3) == 0 ? -1 - random.nextInt(CREATIONS) : random.nextInt(CALLS);
            faults.put(call, all[random.nextInt(all.length)]);
        }
        return new Plan(
                seed,
                skews,
                1 + random.nextInt(2000),
                manners,
                CASTS.get(random.nextInt(CASTS.size())),
                random.nextLong(60_000),
                faults);
    }

    static Stream<Plan> randoms(long seed, long count) {
        return LongStream.range(seed, seed + count).mapToObj(Plan::random);
    }

    /** That plan with each fault at each call. */
    static Stream<Plan> singles(Plan plan) {
        var calls = Simulation.run(plan).calls();
        return IntStream.range(0, calls.size()).boxed().flatMap(call -> Fault.at(calls.get(call)).stream()
                .map(fault -> plan.with(call, fault)));
    }

    /** Every so manyth of all pairs of faults. */
    static Stream<Plan> pairs(Plan plan, int step) {
        return singles(plan).flatMap(Plan::laterSingles).filter(everyNth(step));
    }

    /** With each further fault at each later call, as far as the calls are known before. */
    private Stream<Plan> laterSingles() {
        int first = faults.keySet().iterator().next();
        var calls = Simulation.run(this).calls();
        return IntStream.range(first + 1, calls.size()).boxed().flatMap(call -> Fault.at(calls.get(call)).stream()
                .map(fault -> with(call, fault)));
    }

    private static Predicate<Plan> everyNth(int step) {
        var seen = new AtomicLong();
        return _ -> seen.getAndIncrement() % step == 0;
    }

    Plan with(int call, Fault fault) {
        Map<Integer, Fault> all = new HashMap<>(faults);
        all.put(call, fault);
        return new Plan(seed, skews, latency, manners, cast, shift, all);
    }

    Plan shifted(long later) {
        return new Plan(seed, skews, latency, manners, cast, later, faults);
    }
}
