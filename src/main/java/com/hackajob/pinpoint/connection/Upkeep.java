package com.hackajob.pinpoint.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is to be done for a connection, and when.
 *
 * @param due when it is looked after next; empty when there is nothing left to do
 * @param drains whether exports that were held by it have to be let go
 */
public record Upkeep(Optional<Instant> due, boolean drains) {

    /** So often is a connection tried: a broken one is told within minutes even when nothing happens. */
    static final Duration EVERY = Duration.ofMinutes(5);

    static final Upkeep NONE = new Upkeep(Optional.empty(), false);

    static Upkeep drainAt(Instant due) {
        return new Upkeep(Optional.of(due), true);
    }

    Upkeep next(Instant now) {
        return new Upkeep(Optional.of(now.plus(EVERY)), drains);
    }

    Upkeep drained() {
        return new Upkeep(due, false);
    }
}
