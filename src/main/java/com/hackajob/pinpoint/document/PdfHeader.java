package com.hackajob.pinpoint.document;

import java.nio.charset.StandardCharsets;

/** The start of a PDF. Readers forgive a little white space or a byte order mark before it; so do we, and nothing more. */
final class PdfHeader {

    private static final byte[] MAGIC = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final int FORGIVEN = 16;

    private PdfHeader() {}

    static boolean isAt(byte[] bytes) {
        int at = 0;
        while (at < FORGIVEN && at < bytes.length && isForgiven(bytes[at] & 0xFF)) {
            at++;
        }
        int version = at + MAGIC.length;
        return Patterns.isAt(bytes, MAGIC, at) && version < bytes.length && Character.isDigit(bytes[version]);
    }

    private static boolean isForgiven(int character) {
        return switch (character) {
            case ' ', '\t', '\r', '\n', 0xEF, 0xBB, 0xBF -> true;
            default -> false;
        };
    }
}
