package com.hackajob.pinpoint.hackajob;

import com.hackajob.pinpoint.Bytes;
import java.nio.charset.StandardCharsets;

/** Deduplication ids of FIFO queues: SQS takes no more than 128 characters, and our ids join several of that length. */
final class Deduplication {

    private Deduplication() {}

    /** The same for the same message, and short. */
    static String id(String message) {
        return new Bytes(message.getBytes(StandardCharsets.UTF_8)).sha256();
    }
}
