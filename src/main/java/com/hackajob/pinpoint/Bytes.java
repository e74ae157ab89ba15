package com.hackajob.pinpoint;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;

/** The content of a file, compared by value; its text form tells the size and nothing else. Not copied: do not write to the array. */
@SuppressWarnings("ArrayRecordComponent") // equality and text form are our own
public record Bytes(byte[] array) implements Content {

    @Override
    public int size() {
        return array.length;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(array);
    }

    @Override
    public String sha256() {
        MessageDigest digest = Sha256.digest();
        digest.update(array);
        return Sha256.hex(digest);
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
