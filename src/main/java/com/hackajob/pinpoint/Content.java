package com.hackajob.pinpoint;

import java.io.InputStream;

/** What a file consists of: can be read as often as needed, each time from the start, until it is closed. */
public interface Content extends AutoCloseable {

    /** In bytes. */
    int size();

    /** The SHA-256, in lower-case hexadecimal. */
    String sha256();

    /** Reads it anew. Skipping costs nothing. */
    InputStream open();

    /** Gives up whatever it occupies; nothing, where it is held in memory. */
    @Override
    default void close() {}
}
