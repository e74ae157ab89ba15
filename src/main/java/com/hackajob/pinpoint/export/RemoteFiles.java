package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.Content;
import java.net.URI;

/** Files behind addresses that others gave us: fetched only from allowed origins, and no more of them than 10 MB. */
public interface RemoteFiles {

    /** The most that Pinpoint takes of a file. */
    int LIMIT_BYTES = 10 * 1024 * 1024;

    /**
     * Reads a file of hackajob's store. It is kept outside of memory until whoever asked for it closes it.
     *
     * @throws com.hackajob.pinpoint.Outage when the store did not answer
     */
    Fetch<Content> fromHackajob(URI address);

    /** Looks at an attachment where Pinpoint says it is, and keeps nothing of it; nothing of ours, such as an API key, goes along. */
    Fetch<Fingerprint> fromPinpoint(URI address);

    /**
     * What came of fetching a file.
     *
     * @param <F> what is told of the file
     */
    sealed interface Fetch<F> {
        record Fetched<F>(F file) implements Fetch<F> {}

        record TooLarge<F>() implements Fetch<F> {}

        /** It is not there, or no more at this address: those are signed, and expire. */
        record Refused<F>() implements Fetch<F> {}

        /** It is somewhere that we do not call, or nobody answers there. */
        record Unreachable<F>() implements Fetch<F> {}
    }

    /**
     * What tells a file from every other.
     *
     * @param size in bytes
     * @param sha256 in lower-case hexadecimal
     */
    record Fingerprint(int size, String sha256) {
        public static Fingerprint of(Content content) {
            return new Fingerprint(content.size(), content.sha256());
        }
    }
}
