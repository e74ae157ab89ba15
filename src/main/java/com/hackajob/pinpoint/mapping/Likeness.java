package com.hackajob.pinpoint.mapping;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How much two job titles are alike.
 *
 * <table>
 * <caption>Scores</caption>
 * <tr><td>100</td><td>same title</td></tr>
 * <tr><td>88</td><td>same words in another order</td></tr>
 * <tr><td>76</td><td>differs by seniority alone</td></tr>
 * <tr><td>up to 70</td><td>shares words: their part of all words of both titles, a word that many jobs have ("engineer")
 * counting half</td></tr>
 * <tr><td>-4, -10</td><td>one has a place or the like in brackets or after a dash; both have and they differ</td></tr>
 * </table>
 *
 * @param score 1 to 100
 * @param reason in words, for a person to judge
 */
record Likeness(int score, String reason) {

    private static final int SHARED = 70;
    private static final int ONE_ASIDE = 4;
    private static final int OTHER_ASIDE = 10;

    private static final Set<String> SENIORITY = Set.of(
            "intern", "trainee", "apprentice", "graduate", "junior", "mid", "senior", "lead", "principal", "staff");

    private static final Set<String> IN_MANY_TITLES = Set.of(
            "administrator",
            "advisor",
            "analyst",
            "architect",
            "assistant",
            "associate",
            "consultant",
            "coordinator",
            "developer",
            "director",
            "engineer",
            "executive",
            "head",
            "manager",
            "officer",
            "representative",
            "scientist",
            "specialist");

    static Optional<Likeness> of(Title one, Title other) {
        return ofWords(one, other)
                .map(likeness -> likeness.minusAsides(one.asideUnlike(other), other.asideUnlike(one)));
    }

    private static Optional<Likeness> ofWords(Title one, Title other) {
        if (one.words().isEmpty() || other.words().isEmpty()) {
            return Optional.empty();
        }
        if (one.words().equals(other.words())) {
            return Optional.of(new Likeness(100, "same title"));
        }
        Set<String> ones = new TreeSet<>(one.words());
        Set<String> others = new TreeSet<>(other.words());
        if (ones.equals(others) || one.everything().equals(other.everything())) {
            return Optional.of(new Likeness(88, "same words in another order"));
        }
        Set<String> different = different(ones, others);
        boolean sameJob = SENIORITY.containsAll(different) && !SENIORITY.containsAll(ones);
        return sameJob
                ? Optional.of(new Likeness(76, "differs by seniority: " + shown(different)))
                : shared(one, ones, others);
    }

    private static Optional<Likeness> shared(Title one, Set<String> ones, Set<String> others) {
        Set<String> shared = new HashSet<>(ones);
        shared.retainAll(others);
        int score = SHARED * 2 * weight(shared) / (weight(ones) + weight(others));
        return score == 0
                ? Optional.empty()
                : Optional.of(new Likeness(
                        score,
                        "shares "
                                + shown(one.words().stream()
                                        .filter(shared::contains)
                                        .distinct()
                                        .toList())));
    }

    private static int weight(Set<String> words) {
        return words.stream().mapToInt(word -> isInManyTitles(word) ? 1 : 2).sum();
    }

    static boolean isInManyTitles(Collection<String> words) {
        return words.stream().allMatch(Likeness::isInManyTitles);
    }

    private static boolean isInManyTitles(String word) {
        return SENIORITY.contains(word) || IN_MANY_TITLES.contains(word);
    }

    private Likeness minusAsides(Set<String> ones, Set<String> others) {
        Set<String> different = different(ones, others);
        if (different.isEmpty()) {
            return this;
        }
        int minus = ones.isEmpty() || others.isEmpty() ? ONE_ASIDE : OTHER_ASIDE;
        return new Likeness(Math.max(1, score - minus), reason + ", apart from " + shown(different));
    }

    private static Set<String> different(Set<String> ones, Set<String> others) {
        Set<String> different = new TreeSet<>(ones);
        different.addAll(others);
        different.removeIf(word -> ones.contains(word) && others.contains(word));
        return different;
    }

    private static String shown(Collection<String> words) {
        return words.stream().map(Likeness::shown).collect(Collectors.joining(", "));
    }

    private static String shown(String word) {
        int first = word.offsetByCodePoints(0, 1);
        return Normalizer.normalize(
                word.substring(0, first).toUpperCase(Locale.ROOT) + word.substring(first), Normalizer.Form.NFC);
    }
}
