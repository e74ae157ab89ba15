package com.hackajob.pinpoint.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Packed files, well and badly made. */
final class Zips {

    private Zips() {}

    /** So many zeros, packed. */
    static byte[] gzip(long zeros) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            byte[] some = new byte[64 * 1024];
            for (long written = 0; written < zeros; written += some.length) {
                gzip.write(some);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
