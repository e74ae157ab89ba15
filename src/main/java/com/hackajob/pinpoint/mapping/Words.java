package com.hackajob.pinpoint.mapping;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The words of a text that people typed, in their order and comparable: without case, accents and punctuation. Taking
 * the words of {@link #text()} gives the same words again.
 *
 * <p>{@code C++} and {@code C#} stay words of their own. A text without any letter or digit, an emoji for instance, is
 * one word: itself. Of a very long text only the beginning counts.
 */
record Words(List<String> list) {

    private static final int LONGEST = 256;
    private static final int LONGEST_WITHOUT_LETTERS = 64;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}]{0,63}[+#]{0,2}");
    /** Only the accents of European scripts: elsewhere a mark makes another letter. */
    private static final Pattern ACCENTS_AND_APOSTROPHES = Pattern.compile("[\\u0300-\\u036f'’ʼ]");

    private static final Set<String> NO_PLURALS = Set.of("sales", "devops", "kubernetes");

    /** Cuts what comes after {@link #LONGEST} characters, whole words at a time. */
    Words {
        List<String> kept = new ArrayList<>();
        int length = 0;
        for (String word : list) {
            length += word.length() + 1;
            if (length > LONGEST) {
                break;
            }
            kept.add(word);
        }
        list = List.copyOf(kept);
    }

    static Words of(String text) {
        String folded = folded(text);
        List<String> words = WORD.matcher(folded.replace("&", " and "))
                .results()
                .map(MatchResult::group)
                .toList();
        return words.isEmpty() ? withoutLetters(folded.strip()) : new Words(words);
    }

    private static Words withoutLetters(String text) {
        String start = text.substring(0, Math.min(text.length(), LONGEST_WITHOUT_LETTERS))
                .strip();
        return new Words(start.isEmpty() ? List.of() : List.of(start));
    }

    /** The text without case, accents, apostrophes and typographic variants. */
    static String folded(String text) {
        String start = beginning(text);
        // Up between two downs: ß has an upper case of two letters, and its own upper case variant has not.
        String oneCase = Normalizer.normalize(start, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replace('ς', 'σ');
        return ACCENTS_AND_APOSTROPHES
                .matcher(Normalizer.normalize(oneCase, Normalizer.Form.NFKD))
                .replaceAll("");
    }

    /** As much of a text as counts. */
    static String beginning(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST));
    }

    static String singular(String word) {
        boolean plural = word.length() > 3
                && word.endsWith("s")
                && !word.endsWith("ss")
                && !word.endsWith("us")
                && !word.endsWith("is")
                && !word.endsWith("ics")
                && !NO_PLURALS.contains(word);
        return plural ? word.substring(0, word.length() - 1) : word;
    }

    boolean isEmpty() {
        return list.isEmpty();
    }

    /** Whether they say the same in the same order; two empty texts say nothing. */
    boolean same(Words other) {
        return !isEmpty() && equals(other);
    }

    String text() {
        return String.join(" ", list);
    }
}
