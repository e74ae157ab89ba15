package com.hackajob.pinpoint.document;

import com.hackajob.pinpoint.Sha256;
import com.hackajob.pinpoint.export.RemoteFiles.Fingerprint;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;

/** Counts and hashes what goes through it. */
final class Hashing extends OutputStream {

    private final OutputStream to;
    private final MessageDigest digest = Sha256.digest();
    private int size;

    Hashing(OutputStream to) {
        this.to = to;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        to.write(bytes, from, length);
        digest.update(bytes, from, length);
        size += length;
    }

    /** Of all of it; once, at the end. */
    Fingerprint fingerprint() {
        return new Fingerprint(size, Sha256.hex(digest));
    }
}
