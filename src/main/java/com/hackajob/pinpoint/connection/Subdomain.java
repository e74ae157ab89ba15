package com.hackajob.pinpoint.connection;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The name of a Pinpoint account: the part before {@code .pinpointhq.com} in its login address. */
public record Subdomain(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    public Subdomain {
        if (!isPlain(value)) {
            throw new IllegalArgumentException("not a subdomain");
        }
    }

    /** Reads what a person typed; empty when it can't be a subdomain. */
    public static Optional<Subdomain> parse(String typed) {
        String cleaned = typed.strip().toLowerCase(Locale.ROOT);
        return isPlain(cleaned) ? Optional.of(new Subdomain(cleaned)) : Optional.empty();
    }

    private static boolean isPlain(String text) {
        return FORM.matcher(text).matches();
    }
}
