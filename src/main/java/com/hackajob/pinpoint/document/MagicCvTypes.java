package com.hackajob.pinpoint.document;

import com.hackajob.pinpoint.Content;
import com.hackajob.pinpoint.export.CvTypes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Knows files by the bytes they begin with, and then looks whether the rest fits. */
@Singleton
final class MagicCvTypes implements CvTypes {

    /** Enough of a file to tell what it claims to be. */
    private static final int START = 32;

    private static final byte[] OLE = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] RTF = "{\\rtf1".getBytes(StandardCharsets.US_ASCII);

    /** The stream that only Word's files have: Excel's and installers look the same at the start. */
    private static final byte[] WORD_STREAM = "WordDocument".getBytes(StandardCharsets.UTF_16LE);

    private static final byte[] MACRO_STREAM = "_VBA_PROJECT".getBytes(StandardCharsets.UTF_16LE);

    private final WordPackage wordPackage;

    MagicCvTypes(Spool spool) {
        this.wordPackage = new WordPackage(spool);
    }

    @Override
    public CvType typeOf(Content content) {
        try {
            return type(content);
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private CvType type(Content content) throws IOException {
        byte[] start = start(content);
        if (PdfHeader.isAt(start)) {
            return new CvType.Known("application/pdf");
        }
        if (Patterns.startsWith(start, OLE)) {
            return only(has(content, WORD_STREAM) && !has(content, MACRO_STREAM), "application/msword");
        }
        if (Patterns.startsWith(start, ZIP)) {
            return wordPackage.typeOf(content);
        }
        if (Patterns.startsWith(start, RTF)) {
            return new CvType.Known("application/rtf");
        }
        try (InputStream text = content.open()) {
            return only(PlainText.is(text), "text/plain");
        }
    }

    private static byte[] start(Content content) throws IOException {
        try (InputStream in = content.open()) {
            return in.readNBytes(START);
        }
    }

    private static boolean has(Content content, byte[] pattern) throws IOException {
        try (InputStream in = content.open()) {
            return Patterns.isIn(in, pattern);
        }
    }

    private static CvType only(boolean sure, String type) {
        return sure ? new CvType.Known(type) : new CvType.Unknown();
    }
}
