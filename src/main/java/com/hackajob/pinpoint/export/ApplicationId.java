package com.hackajob.pinpoint.export;

import java.util.regex.Pattern;

/** An application in the company's Pinpoint account: digits, as text. */
public record ApplicationId(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9]{1,19}");

    public ApplicationId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an application id");
        }
    }
}
