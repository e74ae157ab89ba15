package com.hackajob.pinpoint.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Real function processes, killed in the middle of their work by the operating system, again and again: the same checker
 * judges what is in Pinpoint, in the table and in the queue in the end. {@code -Dkills=N -Dseed=S} kills N times.
 */
class KillIT {

    private static final int KILLS = Integer.getInteger("kills", 6);
    private static final long SEED = Long.getLong("seed", 1);

    /** An export makes about as many calls. */
    private static final int CALLS = 12;

    /** As many may not be settled when the next accepts: the same one is not killed over and over, until it is given up. */
    private static final int MOST_OPEN = 8;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long A_MOMENT = Duration.ofMillis(1).toNanos();
    private static final long A_CALL = Duration.ofMillis(10).toNanos();

    private final SplittableRandom random = new SplittableRandom(SEED);

    @Test
    void everybody_arrives_once_whichever_processes_are_killed() throws IOException, InterruptedException {
        try (var world = new KillWorld()) {
            List<String> companies = companies(world);
            int killed = 0;
            int accepted = 0;
            while (killed < KILLS) {
                world.accept(companies.get(accepted % companies.size()), "candidate-" + accepted++);
                killed += killed(world);
                await(world, MOST_OPEN);
            }
            await(world, 0);
            world.emptyOutbox();

            History history = world.history();
            System.out.printf(
                    "kills: %,d, exports %,d, taken up again %,d times, findings %s%n",
                    killed, accepted, world.takenUpAgain(), Checker.findings(history));
            assertThat(Checker.findings(history))
                    .as("seed %d, failed: %s", SEED, failed(history))
                    .isEmpty();
            assertThat(history.ledger()).hasSize(accepted);
        }
    }

    private static List<History.Row> failed(History history) {
        return history.ledger().stream()
                .filter(row -> row.state().equals("Failed"))
                .toList();
    }

    private static List<String> companies(KillWorld world) {
        List<String> companies = IntStream.range(0, Math.clamp(KILLS / 3, 1, 24))
                .mapToObj(number -> "company-" + number)
                .toList();
        companies.forEach(world::company);
        return companies;
    }

    /** Kills a process that is at work once so many more calls were made, and a little later than that. */
    private int killed(KillWorld world) throws IOException, InterruptedException {
        world.forgetCalls();
        int calls = 1 + random.nextInt(CALLS);
        Instant until = Instant.now().plus(LONGEST_WAIT);
        while (world.calls() < calls && Instant.now().isBefore(until)) {
            LockSupport.parkNanos(A_MOMENT);
        }
        LockSupport.parkNanos(random.nextLong(A_CALL));
        List<Long> workers = world.workers();
        return workers.isEmpty() ? 0 : kill(workers.get(random.nextInt(workers.size())));
    }

    private static int kill(long process) throws IOException, InterruptedException {
        return new ProcessBuilder("kill", "-9", Long.toString(process)).start().waitFor() == 0 ? 1 : 0;
    }

    private static void await(KillWorld world, int open) {
        Instant until = Instant.now().plus(PATIENCE);
        while (world.goOn() > open && Instant.now().isBefore(until)) {
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        }
    }
}
