package com.hackajob.pinpoint;

import java.util.Optional;
import java.util.regex.Pattern;

/** A hackajob user: the one who asks, as named by the token's {@code sub}, which may be any short printable text. */
public record UserId(String value) {

    private static final Pattern FORM = Pattern.compile("[!-~]{1,255}");

    public UserId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a user id");
        }
    }

    /** Empty when it can't be a user's id. */
    public static Optional<UserId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new UserId(text)) : Optional.empty();
    }
}
