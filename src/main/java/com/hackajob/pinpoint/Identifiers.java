package com.hackajob.pinpoint;

import java.util.regex.Pattern;

/** What an identifier from outside may look like: short and printable, so that it is safe in a key, a path, a secret's name and a log. */
final class Identifiers {

    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,127}");

    private Identifiers() {}

    static void check(String what, String value) {
        if (!SAFE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a " + what + " id");
        }
    }
}
