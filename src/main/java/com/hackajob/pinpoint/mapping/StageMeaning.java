package com.hackajob.pinpoint.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a stage is for, as far as a small vocabulary tells from its name. The first meaning that has a word of the name
 * wins: a "phone screen" is a call, an "offer interview" is about the offer.
 *
 * <p>A name with "not" or "no" in it is read as the refusal it usually is ("not suitable", "not hired") or, if nothing
 * says so, not at all. What a candidate does ("withdrawn", "declined") is kept apart from what an employer does
 * ("rejected"): Pinpoint mails the one and not the other.
 */
enum StageMeaning {
    WITHDRAWN("the candidate is out", "withdrawn", "withdrew", "withdraw", "declined", "decline"),
    REJECTED(
            "the candidate is turned down",
            "rejected",
            "reject",
            "rejection",
            "unsuccessful",
            "disqualified",
            "dismissed",
            "unsuitable"),
    HIRED("the candidate is hired", "hired", "hire", "placed", "placement", "onboarding", "onboarded", "joined"),
    OFFER("an offer", "offer", "offered", "negotiation", "negotiating"),
    TASK("a task or test", "task", "test", "assessment", "assignment", "challenge", "exercise", "homework"),
    VIDEO("a call by video", "video", "zoom", "virtual"),
    PHONE("a call", "phone", "telephone", "telephonic", "call"),
    TECHNICAL("a technical interview", "technical", "tech", "coding", "pairing"),
    ON_SITE("an interview on site", "onsite", "site", "face", "panel", "office"),
    INTERVIEW("an interview", "interview", "interviewing", "interviewed", "meeting"),
    SCREENING(
            "a review",
            "review",
            "reviewing",
            "reviewed",
            "screen",
            "screening",
            "screened",
            "shortlist",
            "shortlisted",
            "longlist",
            "sift",
            "cv",
            "resume"),
    APPLICATION("applications arrive", "applied", "application", "applicant", "new", "inbox", "received", "submitted");

    private static final Set<String> REFUSALS = Set.of(
            "hired",
            "suitable",
            "selected",
            "progressing",
            "progressed",
            "proceeding",
            "successful",
            "fit",
            "considered");
    private static final Set<StageMeaning> SORTS_OF_INTERVIEW = Set.of(VIDEO, PHONE, TECHNICAL, ON_SITE);

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<String> vocabulary;

    StageMeaning(String words, String... vocabulary) {
        this.words = words;
        this.vocabulary = Set.of(vocabulary);
    }

    /** In words, as in "both are …" */
    String words() {
        return words;
    }

    static Optional<StageMeaning> of(Words name) {
        List<String> singular = name.list().stream().map(Words::singular).toList();
        if (singular.contains("not") || singular.contains("no")) {
            return singular.stream().anyMatch(REFUSALS::contains) ? Optional.of(REJECTED) : Optional.empty();
        }
        return Arrays.stream(values())
                .filter(meaning -> singular.stream().anyMatch(meaning.vocabulary::contains))
                .findFirst();
    }

    /** Of a Pinpoint stage: where an application's fate hangs on it the kind decides, in between the name, then the kind. */
    static Optional<StageMeaning> of(Words name, String kind) {
        Optional<StageMeaning> byName = of(name);
        return switch (kind) {
            case "applied" -> Optional.of(APPLICATION);
            case "offer" -> Optional.of(OFFER);
            case "hired" -> Optional.of(HIRED);
            case "rejected" -> Optional.of(byName.filter(WITHDRAWN::equals).orElse(REJECTED));
            case "review" -> byName.isEmpty() ? Optional.of(SCREENING) : byName.filter(StageMeaning::isAStep);
            case "interview" -> byName.isEmpty() ? Optional.of(INTERVIEW) : byName.filter(StageMeaning::isAStep);
            default -> byName;
        };
    }

    /** Whether it is the end without a hire: no step of the way, so without a place in the order. */
    boolean isTheEnd() {
        return this == WITHDRAWN || this == REJECTED;
    }

    /** Whether one is an interview and the other says of which sort. */
    boolean isSortOf(StageMeaning other) {
        return (this == INTERVIEW && SORTS_OF_INTERVIEW.contains(other))
                || (other == INTERVIEW && SORTS_OF_INTERVIEW.contains(this));
    }

    private boolean isAStep() {
        return compareTo(OFFER) > 0;
    }
}
