package com.hackajob.pinpoint.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A job title, comparable. {@code Sr. Backend Devs (m/f/d) - London} is the words <i>senior backend developer</i> and,
 * aside, <i>london</i>.
 *
 * @param words what the job is: in the singular, without abbreviations, small words and "(m/f/d)"
 * @param aside what stands in brackets or after a dash: a place, a team, a kind of contract
 */
record Title(List<String> words, Set<String> aside) {

    private static final Pattern GENDERS = Pattern.compile(
            "(?<![\\p{L}\\p{N}])[mfwdxhi*](?:\\s?[/|]\\s?[mfwdxhi*]){1,3}(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE);
    private static final Pattern BRACKETS = Pattern.compile("\\([^()]*\\)|\\[[^\\[\\]]*\\]");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}+#]+");
    private static final Pattern DASH = Pattern.compile("(?<=\\S)\\s+[-–—|]\\s");

    private static final Set<String> SMALL_WORDS =
            Set.of("a", "an", "and", "the", "of", "for", "in", "at", "to", "with", "all", "gender", "gn");

    private static final Map<String, String> IN_FULL = Map.ofEntries(
            Map.entry("sr", "senior"),
            Map.entry("snr", "senior"),
            Map.entry("jr", "junior"),
            Map.entry("jnr", "junior"),
            Map.entry("grad", "graduate"),
            Map.entry("internship", "intern"),
            Map.entry("dev", "developer"),
            Map.entry("eng", "engineer"),
            Map.entry("engr", "engineer"),
            Map.entry("mgr", "manager"),
            Map.entry("asst", "assistant"),
            Map.entry("exec", "executive"),
            Map.entry("admin", "administrator"));

    private static final Map<String, String> ONE_WORD = Map.of(
            "front end", "frontend", "back end", "backend", "full stack", "fullstack", "developer ops", "devops");

    Title {
        words = List.copyOf(words);
        aside = Set.copyOf(aside);
    }

    static Title of(String text) {
        var parts = Parts.of(Words.folded(text));
        List<String> words = plain(parts.main());
        return words.isEmpty() ? wholly(text) : new Title(words, withLetters(plain(parts.aside())));
    }

    /**
     * The word of a title to look for where nobody says how a search compares, as it was typed: one word alone is found
     * by every way of comparing. The longest that few jobs have.
     */
    static Optional<String> telling(String text) {
        List<String> typed = NO_WORD.splitAsStream(
                        Parts.of(Words.beginning(text)).main())
                .filter(word -> !Words.of(word).isEmpty() && !plain(word).isEmpty())
                .toList();
        return longest(typed.stream().filter(word -> !Likeness.isInManyTitles(plain(word))))
                .or(() -> longest(typed.stream()));
    }

    private static Optional<String> longest(Stream<String> words) {
        return words.reduce((one, other) -> other.length() > one.length() ? other : one);
    }

    /** @param aside what stands in brackets or after a dash */
    private record Parts(String main, String aside) {
        static Parts of(String text) {
            String all = GENDERS.matcher(text).replaceAll(" ");
            var brackets = new StringBuilder();
            String open = BRACKETS.matcher(all).replaceAll(found -> {
                brackets.append(found.group()).append(' ');
                return " ";
            });
            String[] parts = DASH.split(open, 2);
            return new Parts(parts[0], (parts.length > 1 ? parts[1] : "") + ' ' + brackets);
        }
    }

    /** A title that is all brackets or small words is what it says. */
    private static Title wholly(String text) {
        List<String> words = plain(text);
        return new Title(words.isEmpty() ? Words.of(text).list() : words, Set.of());
    }

    private static Set<String> withLetters(List<String> words) {
        return words.stream()
                .filter(word -> Character.isLetterOrDigit(word.codePointAt(0)))
                .collect(Collectors.toSet());
    }

    private static List<String> plain(String text) {
        List<String> words = new ArrayList<>();
        for (String word : Words.of(text).list()) {
            String singular = Words.singular(word);
            String full = IN_FULL.getOrDefault(singular, singular);
            if (!SMALL_WORDS.contains(full)) {
                words.add(full);
            }
        }
        return new Words(joined(words)).list();
    }

    /** "Front end" and "front-end" are "frontend". */
    private static List<String> joined(List<String> words) {
        List<String> joined = new ArrayList<>();
        for (String word : words) {
            String pair = joined.isEmpty() ? word : joined.getLast() + ' ' + word;
            if (ONE_WORD.containsKey(pair)) {
                joined.removeLast();
            }
            joined.add(ONE_WORD.getOrDefault(pair, word));
        }
        return joined;
    }

    /** All its words, wherever they stand. */
    Set<String> everything() {
        Set<String> everything = new HashSet<>(words);
        everything.addAll(aside);
        return everything;
    }

    /** What it says aside that the other does not say in its words. */
    Set<String> asideUnlike(Title other) {
        Set<String> unlike = new HashSet<>(aside);
        other.words().forEach(unlike::remove);
        return unlike;
    }

    String text() {
        return String.join(" ", words);
    }
}
