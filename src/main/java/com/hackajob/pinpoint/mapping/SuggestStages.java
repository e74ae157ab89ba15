package com.hackajob.pinpoint.mapping;

import com.hackajob.pinpoint.mapping.StageLikeness.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Suggests for each hackajob stage the Pinpoint stage that it may stand for, or a blank. For a person to choose from:
 * nothing is saved.
 *
 * <p>By name, else by {@linkplain StageMeaning meaning}, and in order: no two suggestions cross, and no Pinpoint stage
 * is suggested twice. The ends without a hire have no place in the order and are paired among themselves.
 *
 * @param pinpointStages in their order; of very many, the first hundred count
 */
public record SuggestStages(List<PinpointStage> pinpointStages) {

    private static final int MOST = 100;
    private static final Set<Optional<StageMeaning>> ENTRIES =
            Set.of(Optional.of(StageMeaning.SCREENING), Optional.of(StageMeaning.PHONE));

    public SuggestStages {
        pinpointStages = pinpointStages.stream().limit(MOST).toList();
    }

    /**
     * @param stages of the hackajob job in their order; a candidate who accepts enters the first
     * @return one for each stage, in the same order
     */
    public List<Suggestion> suggest(List<HackajobJob.Stage> stages) {
        List<Row> rows = IntStream.range(0, Math.min(stages.size(), MOST))
                .mapToObj(index -> index == 0 ? acceptance(stages.getFirst()) : row(stages.get(index)))
                .toList();
        Map<Integer, Integer> pairs = new HashMap<>(align(rows, false));
        pairs.putAll(align(rows, true));
        return IntStream.range(0, stages.size())
                .mapToObj(index -> pairs.containsKey(index)
                        ? paired(stages.get(index), rows.get(index), pairs.get(index))
                        : new Suggestion.Blank(stages.get(index), whyBlank(index, rows, pairs)))
                .toList();
    }

    private Row row(HackajobJob.Stage stage) {
        var named = Named.of(stage);
        return new Row(
                named.isTheEnd(),
                pinpointStages.stream()
                        .map(pinpointStage -> StageLikeness.of(named, Named.of(pinpointStage)))
                        .toList());
    }

    private Row acceptance(HackajobJob.Stage stage) {
        var named = Named.of(stage);
        Optional<PinpointStage> entry =
                pinpointStages.stream().filter(SuggestStages::isEntry).findFirst();
        return new Row(
                false,
                pinpointStages.stream()
                        .map(pinpointStage -> StageLikeness.ofAcceptance(
                                named, pinpointStage, entry.equals(Optional.of(pinpointStage))))
                        .toList());
    }

    private static boolean isEntry(PinpointStage stage) {
        return (stage.kind().equals("review") || stage.kind().equals("interview"))
                && ENTRIES.contains(StageMeaning.of(Words.of(stage.name())));
    }

    /** The steps with the steps, or the ends with the ends. */
    private Map<Integer, Integer> align(List<Row> rows, boolean ends) {
        List<Boolean> columns = pinpointStages.stream()
                .map(stage -> Named.of(stage).isTheEnd() == ends)
                .toList();
        return new Alignment(rows.size(), pinpointStages.size(), (row, column) -> {
                    Row stage = rows.get(row);
                    return stage.isTheEnd() == ends && columns.get(column) ? stage.weight(column) : 0;
                })
                .pairs();
    }

    private Suggestion paired(HackajobJob.Stage stage, Row row, int column) {
        PinpointStage pinpointStage = pinpointStages.get(column);
        String reason = row.likenesses().get(column).map(StageLikeness::reason).orElseThrow();
        boolean mails = pinpointStage.isRejection() || row.isTheEnd();
        return new Suggestion.Paired(stage, pinpointStage, reason, mails);
    }

    private static String whyBlank(int index, List<Row> rows, Map<Integer, Integer> pairs) {
        if (index >= rows.size()) {
            return "one of too many stages to compare";
        }
        Set<Integer> fitting = rows.get(index).fitting();
        if (fitting.isEmpty()) {
            return "no Pinpoint stage has this name or meaning";
        }
        return pairs.values().containsAll(fitting)
                ? "what it fits in Pinpoint is suggested for another stage"
                : "what it fits in Pinpoint comes elsewhere in the order";
    }

    /** A hackajob stage against all Pinpoint stages. */
    private record Row(boolean isTheEnd, List<Optional<StageLikeness>> likenesses) {

        int weight(int column) {
            return likenesses.get(column).map(StageLikeness::weight).orElse(0);
        }

        Set<Integer> fitting() {
            return IntStream.range(0, likenesses.size())
                    .filter(column -> weight(column) > 0)
                    .boxed()
                    .collect(Collectors.toSet());
        }
    }

    /** What a hackajob stage may stand for. */
    public sealed interface Suggestion {

        HackajobJob.Stage stage();

        /** Why, in words. */
        String reason();

        /** @param mailsMayBeSent whether candidates who get there may get Pinpoint's mail that turns them down */
        record Paired(HackajobJob.Stage stage, PinpointStage pinpointStage, String reason, boolean mailsMayBeSent)
                implements Suggestion {}

        record Blank(HackajobJob.Stage stage, String reason) implements Suggestion {}
    }
}
