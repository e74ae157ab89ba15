package com.hackajob.pinpoint.mapping;

import java.util.regex.Pattern;

/** A job in the company's Pinpoint account: digits, as text. */
public record PinpointJobId(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9]{1,19}");

    public PinpointJobId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a Pinpoint job id");
        }
    }
}
