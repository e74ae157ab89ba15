package com.hackajob.pinpoint.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is to be done for a connection, and when.
 *
 * @param due when it is looked after next; empty when there is nothing left to do
 * @param drains whether exports that were held by it have to be let go
 * @param mappingsDue when its mappings are compared with Pinpoint next
 * @param backoff how long Pinpoint is left in peace, where it did not answer
 */
public record Upkeep(Optional<Instant> due, boolean drains, Instant mappingsDue, Optional<Backoff> backoff) {

    /** So often is a connection tried: a broken one is told within minutes even when nothing happens. */
    static final Duration EVERY = Duration.ofMinutes(5);

    /** So often are all mappings compared with Pinpoint. */
    static final Duration MAPPINGS_EVERY = Duration.ofHours(1);

    static final Upkeep NONE = new Upkeep(Optional.empty(), false);

    /** With its mappings compared when it is looked after next. */
    Upkeep(Optional<Instant> due, boolean drains) {
        this(due, drains, Instant.EPOCH, Optional.empty());
    }

    static Upkeep drainAt(Instant due) {
        return new Upkeep(Optional.of(due), true);
    }

    /** Until when Pinpoint is left in peace; empty where it may be asked. */
    public Optional<Instant> notBefore(Instant now) {
        return backoff.map(Backoff::until).filter(until -> until.isAfter(now));
    }

    Upkeep with(Optional<Backoff> next) {
        return new Upkeep(due, drains, mappingsDue, next);
    }

    public boolean comparesMappings(Instant now) {
        return !mappingsDue.isAfter(now);
    }

    Upkeep next(Instant now) {
        return new Upkeep(Optional.of(now.plus(EVERY)), drains, mappingsDue, backoff);
    }

    Upkeep drained() {
        return new Upkeep(due, false, mappingsDue, backoff);
    }

    Upkeep compared(Instant now) {
        return new Upkeep(due, drains, now.plus(MAPPINGS_EVERY), backoff);
    }
}
