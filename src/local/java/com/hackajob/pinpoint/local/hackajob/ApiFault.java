package com.hackajob.pinpoint.local.hackajob;

import java.time.Duration;

/** What can go wrong with a call of the platform's API. */
public sealed interface ApiFault {

    /** 500 with a problem document. */
    record ServerError() implements ApiFault {}

    /** 503 with a problem document. */
    record Unavailable() implements ApiFault {}

    /** Answers, but late. */
    record Slow(Duration delay) implements ApiFault {}

    /** The connection closes without an answer. */
    record Reset() implements ApiFault {}
}
