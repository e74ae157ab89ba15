package com.hackajob.pinpoint.document;

import com.hackajob.pinpoint.Bytes;
import com.hackajob.pinpoint.export.CvTypes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Knows files by the bytes they begin with, and then looks whether the rest fits. Never unpacks anything. */
@Singleton
final class MagicCvTypes implements CvTypes {

    private static final byte[] OLE = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] RTF = "{\\rtf1".getBytes(StandardCharsets.US_ASCII);

    /** The stream that only Word's files have: Excel's and installers look the same at the start. */
    private static final byte[] WORD_STREAM = "WordDocument".getBytes(StandardCharsets.UTF_16LE);

    @Override
    public Optional<String> mediaTypeOf(Bytes content) {
        byte[] bytes = content.array();
        if (PdfHeader.isAt(bytes)) {
            return Optional.of("application/pdf");
        }
        if (Patterns.startsWith(bytes, OLE)) {
            return only(Patterns.contains(bytes, WORD_STREAM), "application/msword");
        }
        if (Patterns.startsWith(bytes, ZIP)) {
            return only(
                    ZipDirectory.isWordDocument(bytes),
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        }
        if (Patterns.startsWith(bytes, RTF)) {
            return Optional.of("application/rtf");
        }
        return only(PlainText.is(bytes), "text/plain");
    }

    private static Optional<String> only(boolean sure, String type) {
        return sure ? Optional.of(type) : Optional.empty();
    }
}
