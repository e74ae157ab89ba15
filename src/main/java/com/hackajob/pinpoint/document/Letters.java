package com.hackajob.pinpoint.document;

import com.hackajob.pinpoint.document.Block.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds a font for each character of a document, and remembers the first of those for which there is none. */
final class Letters {

    /** Of the characters without a font, so many are remembered: a receipt has to fit into a row of the table. */
    private static final int MOST_MISSING = 100;

    private final Fonts fonts;
    private final Set<Integer> missing = new LinkedHashSet<>();

    Letters(Fonts fonts) {
        this.fonts = fonts;
    }

    /** The characters that can be drawn, cut where the font changes. */
    List<Run> runs(Span span, Direction direction) {
        List<Run> runs = new ArrayList<>();
        span.text().codePoints().forEach(character -> add(runs, character, span.bold(), direction));
        return runs;
    }

    private void add(List<Run> runs, int character, boolean bold, Direction direction) {
        Optional<Face> before =
                runs.isEmpty() ? Optional.empty() : Optional.of(runs.getLast().face());
        Optional<Face> face = before.filter(last -> goesWith(last, character))
                .or(() -> drawable(character, direction) ? fonts.faceOf(character, bold) : Optional.empty());
        if (face.isEmpty() && !CleanText.isJoiner(character) && missing.size() < MOST_MISSING) {
            missing.add(character);
        }
        face.ifPresent(found -> append(runs, found, character));
    }

    /** A mark is best drawn by the font of its letter; a space or a joiner looks the same in each. */
    private static boolean goesWith(Face face, int character) {
        return CleanText.isJoiner(character)
                || ((character == ' ' || CleanText.isMark(character)) && face.draws(character));
    }

    /** OpenPDF turns a character of two code units round where text runs to the left, which leaves nothing of it. */
    private static boolean drawable(int character, Direction direction) {
        return direction == Direction.PLAIN || !Character.isSupplementaryCodePoint(character);
    }

    private static void append(List<Run> runs, Face face, int character) {
        if (runs.isEmpty() || !runs.getLast().face().equals(face)) {
            runs.add(new Run(face, new StringBuilder()));
        }
        StringBuilder text = runs.getLast().text();
        if (character != ' ' || text.isEmpty() || text.charAt(text.length() - 1) != ' ') {
            text.appendCodePoint(character);
        }
    }

    /** The font of ordinary text. */
    Face plain() {
        return fonts.plain();
    }

    /** Such as {@code U+4E2D}, in order of appearance. */
    List<String> missing() {
        return missing.stream()
                .map(character -> String.format(Locale.ROOT, "U+%04X", character))
                .toList();
    }

    /** Characters drawn by one font. */
    record Run(Face face, StringBuilder text) {
        @Override
        public String toString() {
            return "Run[hidden]";
        }
    }
}
