package com.hackajob.pinpoint.local.pinpoint;

import java.time.Duration;
import java.util.Random;

/** When a failed delivery is tried again (documented: ten times in 24 hours, exponential with jitter; figures ours). */
final class WebhookRetries {

    static final int MOST = 10;

    private static final Duration FIRST = Duration.ofMinutes(1);

    private final Random jitter = new Random(1);
    private volatile long compression = 1_000_000;

    /** How many seconds of waiting pass in a real one. */
    void compress(long factor) {
        compression = factor;
    }

    synchronized Duration pauseAfter(int attempt) {
        long millis = FIRST.multipliedBy(1L << attempt).toMillis();
        long jittered = millis + jitter.nextLong(millis / 4);
        return Duration.ofNanos(Math.multiplyExact(jittered, 1_000_000L) / compression);
    }
}
