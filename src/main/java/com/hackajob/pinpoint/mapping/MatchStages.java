package com.hackajob.pinpoint.mapping;

import com.hackajob.pinpoint.mapping.Mapping.StagePair;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Carries the stages of a former mapping over to a job: each hackajob stage by its id, else by its name; each Pinpoint
 * stage by its id, else by its kind <em>and</em> name. Where that leaves none or several, the stage stays blank and is
 * named: nothing is guessed.
 *
 * <p>A stage that is in both jobs is itself, so it is never taken for a namesake of another stage. A Pinpoint stage that
 * came to be of another kind is not what was meant: who gets there may be hired, or get a mail.
 *
 * @param stages of the former mapping
 * @param pinpointStages of the former mapping's Pinpoint job, as it was mapped
 * @param sameJob whether the former mapping is of this hackajob job: hackajob does not promise that another job's stage of
 *     the same id is the same one, so there the name has to agree
 * @param sameAccount whether the former mapping was made in the account that is connected now: in another account an id
 *     may be any stage's, so names alone count
 */
public record MatchStages(
        List<StagePair> stages, List<PinpointStage> pinpointStages, boolean sameJob, boolean sameAccount) {

    public MatchStages {
        stages = List.copyOf(stages);
        pinpointStages = List.copyOf(pinpointStages);
    }

    /**
     * @param target stages of the hackajob job, in their order
     * @param pinpointTarget stages of the Pinpoint job, as Pinpoint shows them now
     */
    public Matched onto(List<HackajobJob.Stage> target, List<PinpointStage> pinpointTarget) {
        List<StagePair> pairs = new ArrayList<>();
        List<Unmatched> unmatched = new ArrayList<>();
        for (HackajobJob.Stage stage : target) {
            switch (match(stage, target, pinpointTarget)) {
                case Match.Found(var pinpointStage) ->
                    pairs.add(new StagePair(stage.id(), stage.name(), pinpointStage));
                case Match.Not(var reason) -> {
                    pairs.add(new StagePair(stage.id(), stage.name(), Optional.empty()));
                    unmatched.add(new Unmatched(stage.id(), stage.name(), reason));
                }
            }
        }
        unmatched.addAll(leftBehind(target));
        return new Matched(pairs, unmatched);
    }

    private Match match(HackajobJob.Stage stage, List<HackajobJob.Stage> target, List<PinpointStage> pinpointTarget) {
        List<StagePair> former = former(stage, target);
        if (former.isEmpty()) {
            return new Match.Not(Reason.STAGE_NEW);
        }
        if (former.size() > 1 || rivals(stage, target, former.getFirst()) > 0) {
            return new Match.Not(Reason.STAGE_AMBIGUOUS);
        }
        return former.getFirst()
                .pinpointStage()
                .map(pinpointStage -> match(pinpointStage, pinpointTarget))
                .orElseGet(() -> new Match.Found(Optional.empty()));
    }

    /** What the stage was in the former mapping: itself, or else those of its name that are not another target stage. */
    private List<StagePair> former(HackajobJob.Stage stage, List<HackajobJob.Stage> target) {
        List<StagePair> itself =
                stages.stream().filter(pair -> isItself(pair, stage)).toList();
        return itself.isEmpty()
                ? stages.stream()
                        .filter(pair -> !isIn(target, pair))
                        .filter(pair -> sameName(pair.stageName(), stage.name()))
                        .toList()
                : itself;
    }

    /** How many other target stages the former stage would stand for by name as well. */
    private long rivals(HackajobJob.Stage stage, List<HackajobJob.Stage> target, StagePair former) {
        if (isItself(former, stage)) {
            return 0;
        }
        return target.stream()
                .filter(other -> !other.id().equals(stage.id()))
                .filter(other -> sameName(other.name(), stage.name()))
                .filter(other -> !wasThere(other))
                .count();
    }

    private Match match(PinpointStageId id, List<PinpointStage> pinpointTarget) {
        Optional<PinpointStage> was = find(pinpointStages, id);
        boolean isTheSame = sameAccount
                && was.isPresent()
                && find(pinpointTarget, id).map(PinpointStage::kind).equals(was.map(PinpointStage::kind));
        if (isTheSame) {
            return new Match.Found(Optional.of(id));
        }
        return was.map(stage -> matchByName(stage, pinpointTarget))
                .orElseGet(() -> new Match.Not(Reason.PINPOINT_STAGE_GONE));
    }

    private Match matchByName(PinpointStage former, List<PinpointStage> pinpointTarget) {
        List<PinpointStage> namesakes = pinpointTarget.stream()
                .filter(stage ->
                        !sameAccount || find(pinpointStages, stage.id()).isEmpty())
                .filter(stage -> sameKindAndName(stage, former))
                .toList();
        if (namesakes.isEmpty()) {
            return new Match.Not(Reason.PINPOINT_STAGE_GONE);
        }
        long formerly = pinpointStages.stream()
                .filter(stage -> sameKindAndName(stage, former))
                .count();
        return namesakes.size() > 1 || formerly > 1
                ? new Match.Not(Reason.PINPOINT_STAGE_AMBIGUOUS)
                : new Match.Found(Optional.of(namesakes.getFirst().id()));
    }

    /** What was configured and has no stage to go to. */
    private List<Unmatched> leftBehind(List<HackajobJob.Stage> target) {
        return stages.stream()
                .filter(pair -> pair.pinpointStage().isPresent())
                .filter(pair -> !isIn(target, pair))
                .filter(pair -> target.stream()
                        .filter(stage -> !wasThere(stage))
                        .noneMatch(stage -> sameName(stage.name(), pair.stageName())))
                .map(pair -> new Unmatched(pair.stage(), pair.stageName(), Reason.STAGE_GONE))
                .toList();
    }

    private boolean wasThere(HackajobJob.Stage stage) {
        return stages.stream().anyMatch(pair -> isItself(pair, stage));
    }

    private boolean isIn(List<HackajobJob.Stage> target, StagePair former) {
        return target.stream().anyMatch(stage -> isItself(former, stage));
    }

    private boolean isItself(StagePair former, HackajobJob.Stage stage) {
        return former.stage().equals(stage.id()) && (sameJob || sameName(former.stageName(), stage.name()));
    }

    private static Optional<PinpointStage> find(List<PinpointStage> stages, PinpointStageId id) {
        return stages.stream().filter(stage -> stage.id().equals(id)).findFirst();
    }

    private static boolean sameKindAndName(PinpointStage one, PinpointStage other) {
        return one.kind().equals(other.kind()) && sameName(one.name(), other.name());
    }

    private static boolean sameName(String one, String other) {
        return Words.of(one).same(Words.of(other));
    }

    private sealed interface Match {
        /** @param pinpointStage empty where the former mapping had a blank */
        record Found(Optional<PinpointStageId> pinpointStage) implements Match {}

        record Not(Reason reason) implements Match {}
    }

    /**
     * @param stages every stage of the target job in its order, blanks included
     * @param unmatched what is blank although it was not a blank before, or is not carried over
     */
    public record Matched(List<StagePair> stages, List<Unmatched> unmatched) {
        public Matched {
            stages = List.copyOf(stages);
            unmatched = List.copyOf(unmatched);
        }
    }

    /** @param stage of the target job; with {@link Reason#STAGE_GONE} of the former one */
    public record Unmatched(StageId stage, String stageName, Reason reason) {}

    /** Why a stage was not carried over. */
    public enum Reason {
        STAGE_NEW("The former configuration has no such stage."),
        STAGE_GONE("The former configuration uses this stage, and this job has no such stage."),
        STAGE_AMBIGUOUS("Several hackajob stages have this name."),
        PINPOINT_STAGE_GONE("The Pinpoint job has no stage of the kind and name that this stage stood for."),
        PINPOINT_STAGE_AMBIGUOUS("Several Pinpoint stages have the kind and name that this stage stood for.");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /** The stable name that callers see. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
