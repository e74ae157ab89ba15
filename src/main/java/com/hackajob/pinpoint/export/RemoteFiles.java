package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.Bytes;
import java.net.URI;

/** Files behind addresses that others gave us: fetched only from allowed origins, and no more of them than 10 MB. */
public interface RemoteFiles {

    /** The most that Pinpoint takes of a file. */
    int LIMIT_BYTES = 10 * 1024 * 1024;

    /**
     * Reads a file of hackajob's store.
     *
     * @throws com.hackajob.pinpoint.Outage when the store did not answer
     */
    Fetch fromHackajob(URI address);

    /** Reads an attachment from where Pinpoint says it is; nothing of ours, such as an API key, goes along. */
    Fetch fromPinpoint(URI address);

    /** What came of fetching a file. */
    sealed interface Fetch {
        record Fetched(Bytes content) implements Fetch {}

        record TooLarge() implements Fetch {}

        /** It has expired, is not there, or is somewhere that we do not call. */
        record Unreachable() implements Fetch {}
    }
}
