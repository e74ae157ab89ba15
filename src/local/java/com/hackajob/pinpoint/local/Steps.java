package com.hackajob.pinpoint.local;

import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Prints what is done, how long it took, and what came of it: a line a step. */
final class Steps {

    private final PrintStream out;
    private final InstantSource clock;
    private int count;

    Steps(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    void step(String what, Supplier<String> action) {
        var start = clock.instant();
        String result = action.get();
        count++;
        double seconds = Duration.between(start, clock.instant()).toMillis() / 1000.0;
        out.printf("  %d  %-30s %6.2f s   %s%n", count, what, seconds, result);
    }
}
