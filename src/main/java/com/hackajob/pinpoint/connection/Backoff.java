package com.hackajob.pinpoint.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How long a company's Pinpoint account is left in peace after it did not answer: until then nobody asks it for an
 * export, then one does, and its answer ends the wait or makes the next one longer.
 *
 * @param step how often in a row it did not answer
 */
public record Backoff(int step, Instant until) {

    private static final List<Duration> STEPS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30));

    /** @param asked how long Pinpoint asked us to wait, where it said so */
    static Backoff after(Optional<Backoff> before, Optional<Duration> asked, Instant now) {
        int step = before.map(Backoff::step).orElse(0) + 1;
        Duration planned = STEPS.get(Math.min(step, STEPS.size()) - 1);
        Duration wait = asked.filter(longer -> longer.compareTo(planned) > 0).orElse(planned);
        return new Backoff(step, now.plus(wait));
    }
}
