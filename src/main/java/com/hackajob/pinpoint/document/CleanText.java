package com.hackajob.pinpoint.document;

import java.text.Normalizer;

/**
 * Text as it may be drawn: composed (NFC), without control characters, direction overrides, broken surrogates and other
 * characters that have no look of their own. Line ends become {@code \n}, every other white space one space.
 */
final class CleanText {

    /** More marks than any language puts on one letter; without a limit they would run through the lines above. */
    private static final int MARKS_ON_ONE_LETTER = 8;

    private final StringBuilder kept = new StringBuilder();
    private int marks;

    private CleanText() {}

    static String of(String text) {
        CleanText clean = new CleanText();
        text.codePoints().map(CleanText::plain).forEach(clean::keep);
        return Normalizer.normalize(clean.kept, Normalizer.Form.NFC).strip();
    }

    /** Without line ends too. */
    static String line(String text) {
        return of(text).replaceAll("\\s+", " ");
    }

    private void keep(int character) {
        marks = isMark(character) ? marks + 1 : 0;
        boolean secondSpace = character == ' ' && !kept.isEmpty() && kept.charAt(kept.length() - 1) == ' ';
        if (marks <= MARKS_ON_ONE_LETTER && !secondSpace && !isInvisible(character)) {
            kept.append(isPresentationForm(character) ? letters(character) : Character.toString(character));
        }
    }

    private static String letters(int form) {
        return Normalizer.normalize(Character.toString(form), Normalizer.Form.NFKC)
                .strip();
    }

    /** Old encodings' ready-made shapes of Latin ligatures, Hebrew and Arabic. */
    private static boolean isPresentationForm(int character) {
        return (character >= 0xFB00 && character <= 0xFDFF) || (character >= 0xFE70 && character <= 0xFEFC);
    }

    private static int plain(int character) {
        return switch (character) {
            case '\n', '\r', '\f', 0x0B, 0x85, 0x2028, 0x2029 -> '\n';
            case '\t' -> ' ';
            default -> Character.getType(character) == Character.SPACE_SEPARATOR ? ' ' : character;
        };
    }

    static boolean isMark(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    /** Joiners stay: they change how the letters beside them look. */
    static boolean isJoiner(int character) {
        return character == 0x200C || character == 0x200D;
    }

    private static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character != '\n';
            case Character.SURROGATE -> true;
            case Character.FORMAT -> !isJoiner(character);
            default -> isSelector(character);
        };
    }

    /** Variation selectors and the grapheme joiner choose between looks that we do not have. */
    private static boolean isSelector(int character) {
        return (character >= 0xFE00 && character <= 0xFE0F)
                || (character >= 0xE0100 && character <= 0xE01EF)
                || character == 0x034F;
    }
}
