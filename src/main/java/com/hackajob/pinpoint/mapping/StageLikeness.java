package com.hackajob.pinpoint.mapping;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Why a hackajob stage may stand for a Pinpoint stage.
 *
 * @param weight the same name counts more than all meanings together, the same meaning more than "some interview"
 * @param reason in words
 */
record StageLikeness(int weight, String reason) {

    private static final int SAME_NAME = 10_000;
    private static final int SAME_MEANING = 60;
    private static final int SORT_OF = 30;
    private static final int SHARED_WORD = 10;
    private static final int SAME_NUMBER = 5;
    private static final int ENTRY = 2;
    private static final int APPLIED = 1;

    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("1", 1),
            Map.entry("1st", 1),
            Map.entry("first", 1),
            Map.entry("initial", 1),
            Map.entry("2", 2),
            Map.entry("2nd", 2),
            Map.entry("second", 2),
            Map.entry("3", 3),
            Map.entry("3rd", 3),
            Map.entry("third", 3),
            Map.entry("4", 4),
            Map.entry("4th", 4),
            Map.entry("fourth", 4),
            Map.entry("final", 99),
            Map.entry("last", 99));

    /** A name and what it means. */
    record Named(Words name, Optional<StageMeaning> meaning) {

        static Named of(HackajobJob.Stage stage) {
            var name = Words.of(stage.name());
            return new Named(name, StageMeaning.of(name));
        }

        static Named of(PinpointStage stage) {
            var name = Words.of(stage.name());
            return new Named(name, StageMeaning.of(name, stage.kind()));
        }

        boolean means(StageMeaning wanted) {
            return meaning.equals(Optional.of(wanted));
        }

        boolean isTheEnd() {
            return meaning.map(StageMeaning::isTheEnd).orElse(false);
        }

        private Set<Integer> numbers() {
            return name.list().stream()
                    .filter(NUMBERS::containsKey)
                    .map(NUMBERS::get)
                    .collect(Collectors.toSet());
        }
    }

    static Optional<StageLikeness> of(Named stage, Named pinpointStage) {
        if (stage.isTheEnd() != pinpointStage.isTheEnd()) {
            return Optional.empty();
        }
        if (stage.means(StageMeaning.HIRED) && !pinpointStage.means(StageMeaning.HIRED)) {
            return Optional.empty();
        }
        if (stage.name().same(pinpointStage.name())) {
            return Optional.of(new StageLikeness(SAME_NAME, "same name"));
        }
        return contradict(stage.numbers(), pinpointStage.numbers())
                ? Optional.empty()
                : stage.meaning()
                        .flatMap(one -> pinpointStage.meaning().flatMap(other -> StageLikeness.of(one, other)))
                        .map(likeness -> likeness.plus(bonus(stage, pinpointStage)));
    }

    private static Optional<StageLikeness> of(StageMeaning one, StageMeaning other) {
        if (one == other) {
            return Optional.of(new StageLikeness(SAME_MEANING, "same meaning: " + one.words()));
        }
        return one.isSortOf(other) ? Optional.of(new StageLikeness(SORT_OF, "both are interviews")) : Optional.empty();
    }

    /**
     * Of hackajob's first stage, which candidates enter by accepting. They are past applying, so the first stage of
     * Pinpoint that is a screening or a call by its name suits them; further on they would skip a step. Else they start
     * where applications arrive. Never at an offer or at an end.
     *
     * @param isEntry whether it is that first screening or call
     */
    static Optional<StageLikeness> ofAcceptance(Named acceptance, PinpointStage pinpointStage, boolean isEntry) {
        if (Set.of("offer", "hired", "rejected").contains(pinpointStage.kind())) {
            return Optional.empty();
        }
        var pinpointNamed = Named.of(pinpointStage);
        return of(acceptance, pinpointNamed)
                .or(() -> isEntry
                        ? Optional.of(new StageLikeness(ENTRY, "the first step for a candidate who is past applying"))
                        : Optional.empty())
                .or(() -> pinpointStage.kind().equals("applied")
                        ? Optional.of(new StageLikeness(APPLIED, "where applications arrive"))
                        : Optional.empty());
    }

    private static boolean contradict(Set<Integer> numbers, Set<Integer> others) {
        return !numbers.isEmpty() && !others.isEmpty() && !numbers.equals(others);
    }

    private static int bonus(Named stage, Named pinpointStage) {
        Set<String> shared = new HashSet<>(stage.name().list());
        shared.retainAll(pinpointStage.name().list());
        boolean sameNumber = !stage.numbers().isEmpty() && stage.numbers().equals(pinpointStage.numbers());
        return (shared.isEmpty() ? 0 : SHARED_WORD) + (sameNumber ? SAME_NUMBER : 0);
    }

    private StageLikeness plus(int bonus) {
        return new StageLikeness(weight + bonus, reason);
    }
}
