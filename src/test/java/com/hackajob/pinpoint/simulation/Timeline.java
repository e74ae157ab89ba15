package com.hackajob.pinpoint.simulation;

import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.SideEffects.Death;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.concurrent.Semaphore;

/**
 * Virtual time, in milliseconds, and what happens when. Processes take turns: exactly one runs, until it pauses or ends, so
 * the same plan gives the same history whatever the machine does.
 */
final class Timeline {

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::number));
    private final List<Process> alive = new ArrayList<>();
    private final Semaphore turnOver = new Semaphore(0);
    private Optional<Process> current = Optional.empty();
    private long now;
    private long numbers;

    long now() {
        return now;
    }

    Optional<Process> current() {
        return current;
    }

    boolean isAnybodyAlive() {
        return !alive.isEmpty();
    }

    OptionalLong nextAt() {
        return events.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(events.peek().at());
    }

    void at(long time, Runnable action) {
        events.add(new Event(Math.max(time, now), numbers++, action));
    }

    /** Starts now, when whoever runs has paused or ended. */
    void start(Process process) {
        alive.add(process);
        process.begins(now);
        at(now, () -> give(process));
    }

    void happen() {
        Event next = events.remove();
        now = next.at();
        next.action().run();
    }

    /** Called by the process that runs: others may have their turn meanwhile. */
    void pause(long millis) {
        Process self = current.orElseThrow();
        long until = now + millis;
        if (nextAt().orElse(Long.MAX_VALUE) > until) {
            now = until;
        } else {
            at(until, () -> give(self));
            turnOver.release();
            self.turn.acquireUninterruptibly();
        }
        self.mayGoOn(now);
    }

    /** Whoever has not come to an end does not get any further. */
    void end() {
        for (Process process : List.copyOf(alive)) {
            process.isKilled = true;
            give(process);
        }
    }

    private void give(Process process) {
        if (!alive.contains(process)) {
            return;
        }
        current = Optional.of(process);
        process.proceed(turnOver);
        turnOver.acquireUninterruptibly();
        current = Optional.empty();
        if (process.isOver) {
            alive.remove(process);
            process.bug.ifPresent(bug -> {
                throw new IllegalStateException("a process broke", bug);
            });
        }
    }

    private record Event(long at, long number, Runnable action) {}

    /** One invocation of a function, with a clock of its own. */
    static final class Process {

        private final String company;
        private final long skew;
        private final long lifetime;
        private final Runnable life;
        private final Semaphore turn = new Semaphore(0);
        private long deadline;
        private boolean isStarted;
        private boolean isKilled;
        private boolean isOver;
        private Optional<Throwable> bug = Optional.empty();

        /** @param lifetime after which it is killed */
        Process(String company, long skew, long lifetime, Runnable life) {
            this.company = company;
            this.skew = skew;
            this.lifetime = lifetime;
            this.life = life;
        }

        String company() {
            return company;
        }

        long skew() {
            return skew;
        }

        long deadline() {
            return deadline;
        }

        /** Its own time stood still as well. */
        void outlives(long millis) {
            deadline += millis;
        }

        private void begins(long at) {
            deadline = at + lifetime;
        }

        private void mayGoOn(long at) {
            if (isKilled || at > deadline) {
                throw new Death("killed");
            }
        }

        private void proceed(Semaphore turnOver) {
            if (isStarted) {
                turn.release();
                return;
            }
            isStarted = true;
            Thread.ofVirtual().start(() -> {
                try {
                    if (!isKilled) {
                        life.run();
                    }
                } catch (Death end) {
                    // as a process ends: nobody hears of it
                } catch (Outage failure) {
                    // its message comes again
                } catch (Throwable thrown) {
                    bug = Optional.of(thrown);
                } finally {
                    isOver = true;
                    turnOver.release();
                }
            });
        }
    }
}
