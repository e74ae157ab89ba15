package com.hackajob.pinpoint.stagesync;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.export.Times;
import com.hackajob.pinpoint.stagesync.Track.Standing.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** How long a track waits for what. */
public final class Delays {

    /** From then on it is tried once an hour. */
    private static final int LONGEST = 5;

    private final Times times;
    private final RandomGenerator random;
    private final InstantSource clock;

    public Delays(Times times, RandomGenerator random, InstantSource clock) {
        this.times = times;
        this.random = random;
        this.clock = clock;
    }

    /** After so long Pinpoint shows what it took. */
    Duration settling() {
        return times.untilSettled();
    }

    /** Whether a job was read so lately that it is not read again. */
    boolean isFresh(Instant readAt, Instant now) {
        return readAt.plus(Times.FRESH).isAfter(now);
    }

    /** Until the employer has done something; looked at from time to time. */
    Waiting hold(ErrorCode code) {
        return new Waiting(clock.instant().plus(Times.HOLD), Optional.of(code), 0);
    }

    /** Until then, which is no failure. */
    Waiting until(Track track, Instant then) {
        return new Waiting(then, Optional.empty(), track.failures());
    }

    Waiting retry(Track track, Optional<ErrorCode> code) {
        return retry(track, code, Optional.empty());
    }

    Waiting retry(Track track, Outage outage) {
        return retry(track, Optional.of(outage.code()), outage.retryAfter());
    }

    private Waiting retry(Track track, Optional<ErrorCode> code, Optional<Duration> asked) {
        Duration wait = Times.wait(Math.min(track.failures(), LONGEST), asked, random);
        return new Waiting(clock.instant().plus(wait), code, track.failures() + 1);
    }
}
