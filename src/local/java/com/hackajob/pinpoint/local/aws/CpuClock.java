package com.hackajob.pinpoint.local.aws;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.time.Duration;
import java.util.Optional;

/**
 * The CPU time of another process: of all its threads, those that ended too, to the nanosecond. What {@code /proc}
 * tells of it comes in steps of 10 ms, which is longer than an invocation. Linux only.
 */
final class CpuClock {

    private static final MethodHandle CLOCK_GETTIME = clockGettime();

    private CpuClock() {}

    @SuppressWarnings("restricted") // Calls the C library; the local cloud's JVM is started with native access.
    private static MethodHandle clockGettime() {
        var linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow("clock_gettime"),
                FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));
    }

    /** Empty where the process is gone. */
    static Optional<Duration> read(long process) {
        try (var arena = Arena.ofConfined()) {
            var time = arena.allocate(JAVA_LONG, 2);
            return call(clock(process), time) == 0
                    ? Optional.of(Duration.ofSeconds(time.getAtIndex(JAVA_LONG, 0), time.getAtIndex(JAVA_LONG, 1)))
                    : Optional.empty();
        }
    }

    /** What Linux calls the clock of a process, as clock_getcpuclockid(3) computes it: CPUCLOCK_SCHED is 2. */
    private static int clock(long process) {
        return (~(int) process << 3) | 2;
    }

    private static int call(int clock, MemorySegment time) {
        try {
            return (int) CLOCK_GETTIME.invokeExact(clock, time);
        } catch (Throwable impossible) {
            throw new IllegalStateException("clock_gettime throws nothing", impossible);
        }
    }
}
