package com.hackajob.pinpoint;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** The content of a file, compared by value; its text form tells the size and nothing else. Not copied: do not write to the array. */
@SuppressWarnings("ArrayRecordComponent") // equality and text form are our own
public record Bytes(byte[] array) {

    public int size() {
        return array.length;
    }

    /** The SHA-256 of the content, in lower-case hexadecimal. */
    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(array));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes(var theirs) && Arrays.equals(array, theirs);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(array);
    }

    @Override
    public String toString() {
        return "[" + array.length + " bytes]";
    }
}
