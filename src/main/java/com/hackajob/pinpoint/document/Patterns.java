package com.hackajob.pinpoint.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Finds bytes in bytes. */
final class Patterns {

    private static final int BLOCK = 8192;

    private Patterns() {}

    static boolean startsWith(byte[] bytes, byte[] pattern) {
        return isAt(bytes, pattern, 0);
    }

    static boolean isAt(byte[] bytes, byte[] pattern, int at) {
        return at >= 0
                && at + pattern.length <= bytes.length
                && Arrays.equals(bytes, at, at + pattern.length, pattern, 0, pattern.length);
    }

    /** Whether it is anywhere in what can be read, of which a block at a time is held. */
    static boolean isIn(InputStream in, byte[] pattern) throws IOException {
        byte[] block = new byte[BLOCK];
        int kept = 0;
        for (int read = in.readNBytes(block, 0, BLOCK); read > 0; read = in.readNBytes(block, kept, BLOCK - kept)) {
            int end = kept + read;
            if (contains(block, end, pattern)) {
                return true;
            }
            kept = Math.min(end, pattern.length - 1);
            System.arraycopy(block, end - kept, block, 0, kept);
        }
        return false;
    }

    private static boolean contains(byte[] bytes, int end, byte[] pattern) {
        for (int at = 0; at + pattern.length <= end; at++) {
            if (bytes[at] == pattern[0] && isAt(bytes, pattern, at)) {
                return true;
            }
        }
        return false;
    }
}
