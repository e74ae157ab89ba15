package com.hackajob.pinpoint;

import java.time.Duration;
import java.util.Optional;

/**
 * The other side did not answer, or said that it can't now: trying again later may help. The only exception that crosses
 * packages. Its message names the system and what happened, never a credential or a person.
 */
public final class Outage extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ErrorCode code;
    private final transient Optional<Duration> retryAfter;

    /** @param code who is out: {@code pinpoint_unavailable}, {@code rate_limited}, {@code hackajob_unavailable}, or {@code internal_error} for parts of our own */
    public Outage(ErrorCode code, String message) {
        this(code, message, Optional.empty());
    }

    /** @param retryAfter how long the other side asked us to wait, where it said so */
    public Outage(ErrorCode code, String message, Optional<Duration> retryAfter) {
        super(message);
        this.code = code;
        this.retryAfter = retryAfter;
    }

    public ErrorCode code() {
        return code;
    }

    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
