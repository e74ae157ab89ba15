package com.hackajob.pinpoint.document;

import java.util.Arrays;

/** Finds bytes in bytes. */
final class Patterns {

    private Patterns() {}

    static boolean startsWith(byte[] bytes, byte[] pattern) {
        return isAt(bytes, pattern, 0);
    }

    static boolean isAt(byte[] bytes, byte[] pattern, int at) {
        return at >= 0
                && at + pattern.length <= bytes.length
                && Arrays.equals(bytes, at, at + pattern.length, pattern, 0, pattern.length);
    }

    static boolean contains(byte[] bytes, byte[] pattern) {
        for (int at = 0; at + pattern.length <= bytes.length; at++) {
            if (bytes[at] == pattern[0] && isAt(bytes, pattern, at)) {
                return true;
            }
        }
        return false;
    }
}
