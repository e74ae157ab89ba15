package com.hackajob.pinpoint;

/** A job on hackajob. */
public record JobId(String value) {
    public JobId {
        Identifiers.check("job", value);
    }
}
