package com.hackajob.pinpoint;

/** A hackajob user: the one who asks, as named by the token's {@code sub}, which may be any short printable text. */
public record UserId(String value) {
    public UserId {
        if (!value.matches("[!-~]{1,255}")) {
            throw new IllegalArgumentException("not a user id");
        }
    }
}
