package com.hackajob.pinpoint.pinpoint;

import java.nio.charset.StandardCharsets;

/** What is kept of a text of Pinpoint's: no more than a row of the table has room for, and no half characters, which it does not take. */
final class Kept {

    private Kept() {}

    /** @param longest in UTF-16 code units */
    static String of(String text, int longest) {
        String beginning = text.substring(0, Math.min(text.length(), longest));
        return new String(beginning.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
