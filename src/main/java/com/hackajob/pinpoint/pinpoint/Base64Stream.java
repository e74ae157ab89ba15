package com.hackajob.pinpoint.pinpoint;

import com.hackajob.pinpoint.Content;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;

/** What another stream holds, in base64, of which a block at a time is held. */
final class Base64Stream extends InputStream {

    /** Bytes; of three come four, so only at the end is anything filled up. */
    private static final int BLOCK = 3 * 4096;

    private final InputStream in;
    private byte[] encoded = {};
    private int at;

    Base64Stream(InputStream in) {
        this.in = in;
    }

    /** In bytes. */
    static long length(Content content) {
        return (content.size() + 2L) / 3 * 4;
    }

    @Override
    public int read() throws IOException {
        return isAtEnd() ? -1 : encoded[at++];
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (isAtEnd()) {
            return -1;
        }
        int read = Math.min(length, encoded.length - at);
        System.arraycopy(encoded, at, bytes, from, read);
        at += read;
        return read;
    }

    private boolean isAtEnd() throws IOException {
        if (at == encoded.length) {
            encoded = Base64.getEncoder().encode(in.readNBytes(BLOCK));
            at = 0;
        }
        return encoded.length == 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
