package com.hackajob.pinpoint.local.hackajob;

import java.net.URI;
import java.time.Duration;

/** What can go wrong with a CV file. */
public sealed interface FileFault {

    /** 404. */
    record Missing() implements FileFault {}

    /** 403, as if the address had expired meanwhile. */
    record Expired() implements FileFault {}

    /** 500. */
    record ServerError() implements FileFault {}

    /** Sends so many bytes, without saying so before. */
    record TooLarge(long bytes) implements FileFault {}

    /** Sends one byte at a time, with a pause after each. */
    record SlowDrip(Duration pause) implements FileFault {}

    /** Sends an HTML page under the name and type of the CV. */
    record WrongType() implements FileFault {}

    /** 302 to another address. */
    record Redirect(URI target) implements FileFault {}

    /** The connection closes without an answer. */
    record Reset() implements FileFault {}
}
