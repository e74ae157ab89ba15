package com.hackajob.pinpoint.mapping;

import java.util.regex.Pattern;

/** A stage of a Pinpoint job: digits, as text. Means something only together with its job. */
public record PinpointStageId(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9]{1,19}");

    public PinpointStageId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a Pinpoint stage id");
        }
    }
}
