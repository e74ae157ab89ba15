package com.hackajob.pinpoint.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text that a person wrote: UTF-8 or a Western single-byte encoding, no control characters, and not the source of a page or a program. */
final class PlainText {

    private static final int START = 1024;
    private static final Pattern SOURCE =
            Pattern.compile("^(<|#!|%!)|%pdf-|<(!doctype|html|head|body|script|iframe|svg|\\?xml|\\?php)");

    /** Not assigned in Windows-1252, which is what old Western text files are written in. */
    private static final String UNASSIGNED = "\u0081\u008D\u008F\u0090\u009D";

    private PlainText() {}

    static boolean is(byte[] bytes) {
        String latin = new String(bytes, StandardCharsets.ISO_8859_1);
        String start = latin.substring(0, Math.min(START, latin.length())).toLowerCase(Locale.ROOT);
        return !latin.isBlank()
                && latin.chars().noneMatch(PlainText::isControl)
                && (isUtf8(bytes) || latin.chars().noneMatch(character -> UNASSIGNED.indexOf(character) >= 0))
                && !SOURCE.matcher(start.replaceFirst("^(ï»¿)?\\s*", "")).find();
    }

    private static boolean isControl(int character) {
        return character == 0x7F || (character < ' ' && "\t\r\n\f".indexOf(character) < 0);
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }
}
