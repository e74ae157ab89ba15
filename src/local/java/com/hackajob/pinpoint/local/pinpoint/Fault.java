package com.hackajob.pinpoint.local.pinpoint;

import java.time.Duration;
import java.util.Optional;

/** What can go wrong with a request. */
public sealed interface Fault {

    /** 429, with or without the {@code Retry-After} that Pinpoint does not document. */
    record TooManyRequests(Optional<Duration> retryAfter) implements Fault {
        public TooManyRequests() {
            this(Optional.empty());
        }
    }

    /** 500 with an error document (documented). */
    record ServerError() implements Fault {}

    /** 502 with the HTML page of a proxy. */
    record BadGateway() implements Fault {}

    /** Answers, but only after a real delay. */
    record Slow(Duration delay) implements Fault {}

    /** The connection closes before the request has any effect. */
    record ConnectionReset() implements Fault {}

    /** The request takes effect, and the connection closes before the answer. */
    record ResponseLost() implements Fault {}
}
