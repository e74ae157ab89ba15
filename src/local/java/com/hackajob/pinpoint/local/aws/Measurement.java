package com.hackajob.pinpoint.local.aws;

import java.time.Duration;

/**
 * What one invocation took.
 *
 * @param cold whether its process was started for it: then duration and CPU time count from the process's start
 * @param init of the duration, what passed until the process asked for its first event; zero where it was there already
 */
public record Measurement(boolean cold, Duration duration, Duration init, Duration cpu, long residentKilobytes) {

    /** From the moment when the process could take the event to the answer. */
    public Duration handling() {
        return duration.minus(init);
    }
}
