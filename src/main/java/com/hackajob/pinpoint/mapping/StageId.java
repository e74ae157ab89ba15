package com.hackajob.pinpoint.mapping;

/** A stage of a hackajob job; an opaque word of hackajob's. */
public record StageId(String value) {
    public StageId {
        if (value.isBlank() || value.length() > 128) {
            throw new IllegalArgumentException("not a stage id");
        }
    }
}
