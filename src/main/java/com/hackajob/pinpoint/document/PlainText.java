package com.hackajob.pinpoint.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text that a person wrote: UTF-8 or a Western single-byte encoding, no control characters, and not the source of a page or a program. */
final class PlainText {

    private static final int BLOCK = 8192;
    private static final int START = 1024;
    private static final Pattern SOURCE =
            Pattern.compile("^(<|#!|%!)|%pdf-|<(!doctype|html|head|body|script|iframe|svg|\\?xml|\\?php)");

    /** Not assigned in Windows-1252, which is what old Western text files are written in. */
    private static final String UNASSIGNED = "\u0081\u008D\u008F\u0090\u009D";

    private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    private final ByteBuffer bytes = ByteBuffer.allocate(BLOCK);
    private final CharBuffer characters = CharBuffer.allocate(BLOCK);
    private boolean isUtf8 = true;
    private boolean isWestern = true;
    private boolean isBlank = true;

    private PlainText() {}

    /** Reads it in blocks, and no further than it has to. */
    static boolean is(InputStream in) throws IOException {
        return new PlainText().isRead(in);
    }

    private boolean isRead(InputStream in) throws IOException {
        byte[] block = in.readNBytes(BLOCK);
        boolean isText = !isSource(block);
        while (isText && block.length > 0) {
            isText = look(block);
            block = in.readNBytes(BLOCK - bytes.position());
        }
        return isText && !isBlank && ((isUtf8 && bytes.position() == 0) || isWestern);
    }

    private static boolean isSource(byte[] block) {
        String start = new String(block, 0, Math.min(START, block.length), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        return SOURCE.matcher(start.replaceFirst("^(ï»¿)?\\s*", "")).find();
    }

    /** Whether it may still be text. */
    private boolean look(byte[] block) {
        for (byte value : block) {
            int character = value & 0xFF;
            if (isControl(character)) {
                return false;
            }
            isBlank &= Character.isWhitespace(character);
            isWestern &= UNASSIGNED.indexOf(character) < 0;
        }
        isUtf8 &= decodes(block);
        return isUtf8 || isWestern;
    }

    private static boolean isControl(int character) {
        return character == 0x7F || (character < ' ' && "\t\r\n\f".indexOf(character) < 0);
    }

    /** What is cut off at the end of a block is kept for the next. */
    private boolean decodes(byte[] block) {
        characters.clear();
        boolean isFine =
                !utf8.decode(bytes.put(block).flip(), characters, false).isError();
        bytes.compact();
        if (!isFine) {
            bytes.clear();
        }
        return isFine;
    }
}
