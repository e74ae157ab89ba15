package com.hackajob.pinpoint.mapping;

/**
 * A stage of a Pinpoint job.
 *
 * @param kind Pinpoint's {@code basic_type}, such as {@code applied} or {@code rejected}
 */
public record PinpointStage(PinpointStageId id, String name, String kind) {

    private static final String REJECTED = "rejected";

    /** Whether candidates who get there are rejected, of which Pinpoint may mail them. */
    public boolean isRejection() {
        return kind.equals(REJECTED);
    }
}
