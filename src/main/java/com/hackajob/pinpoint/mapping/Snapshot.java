package com.hackajob.pinpoint.mapping;

import java.time.Instant;

/**
 * The Pinpoint job of a mapping: as somebody saw it when they mapped it, and as it was last read. Comparing the two
 * tells whether the mapping still says what was meant.
 *
 * @param asMapped as it was when the mapping was last edited or repaired
 * @param job as last read, so that an export needs no extra call
 * @param readAt when that was written down; it may have been read and found the same since
 */
public record Snapshot(PinpointJob asMapped, PinpointJob job, Instant readAt) {

    /** Of a job that is mapped as it is now. */
    public static Snapshot of(PinpointJob job, Instant now) {
        return new Snapshot(job, job, now);
    }

    Snapshot reread(PinpointJob live, Instant now) {
        return new Snapshot(asMapped, live, now);
    }
}
