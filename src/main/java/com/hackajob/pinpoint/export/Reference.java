package com.hackajob.pinpoint.export;

/** The external system reference of an application in Pinpoint. Pinpoint does not promise that it is unique. */
public record Reference(String value) {

    static final String PREFIX = "hackajob:";

    /** Whether hackajob wrote it, for this or another export. */
    public boolean isHackajobs() {
        return value.startsWith(PREFIX);
    }
}
