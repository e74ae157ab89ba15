package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.Outage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long things may take and how long we wait.
 *
 * @param lease how long a worker owns an export; longer than a function may run
 * @param functionTimeout how long a function may run
 * @param settling S of the guarantee: after so long, an application that Pinpoint took is visible to its searches
 */
public record Times(Duration lease, Duration functionTimeout, Duration settling) {

    /** How long an export waits for an employer's action before it is looked at again. */
    public static final Duration HOLD = Duration.ofMinutes(15);

    /** So long after a job was read, what stands in the way there is not looked at again. */
    public static final Duration FRESH = Duration.ofMinutes(5);

    /** By so much two workers' clocks may differ: what one wrote down as S from now is a little earlier by the other's. */
    private static final Duration CLOCKS = Duration.ofSeconds(5);

    private static final List<Duration> RETRIES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4),
            Duration.ofHours(8));

    public Times {
        if (lease.compareTo(functionTimeout) <= 0) {
            throw new IllegalArgumentException("the lease must outlast the function");
        }
    }

    /** Whether so many failures have not even let the last retry come to an end: whoever works on it dies. */
    static boolean isGivenUp(int failures) {
        return failures > RETRIES.size();
    }

    /** Whether nothing comes after a try that fails once more. */
    static boolean isLast(int failures) {
        return failures >= RETRIES.size();
    }

    /** What one export may take at the most, and so what a function must have left to begin another. */
    public Duration oneExport() {
        return functionTimeout.multipliedBy(5).dividedBy(6);
    }

    /** How long after the start of a POST nobody else may create: our lease, our last breath, and S. */
    Duration untilVisible() {
        return lease.plus(functionTimeout).plus(settling);
    }

    /** How long after a POST that got no answer nobody may create: S, by whichever clock. */
    public Duration untilSettled() {
        return settling.plus(CLOCKS);
    }

    /**
     * How long to wait after an outage, with up to a tenth more so that exports do not come back all at once.
     *
     * @param failures outages in a row before this one
     * @return empty when it has been tried for long enough (over 15 hours)
     */
    static Optional<Duration> retry(int failures, Outage outage, RandomGenerator random) {
        return failures < RETRIES.size() ? Optional.of(wait(failures, outage.retryAfter(), random)) : Optional.empty();
    }

    /**
     * As {@link #retry}, for what is never given up.
     *
     * @param asked how long the other side asked us to wait, where it said so
     */
    public static Duration wait(int failures, Optional<Duration> asked, RandomGenerator random) {
        Duration planned = RETRIES.get(Math.min(failures, RETRIES.size() - 1));
        Duration jittered = planned.plusMillis(random.nextLong(planned.toMillis() / 10));
        return asked.filter(longer -> longer.compareTo(jittered) > 0).orElse(jittered);
    }
}
