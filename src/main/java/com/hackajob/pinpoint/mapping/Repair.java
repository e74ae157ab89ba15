package com.hackajob.pinpoint.mapping;

import com.hackajob.pinpoint.mapping.Mapping.StagePair;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How a mapping that drifted could be put right. A proposal: nothing is done until somebody accepts it, and then nothing
 * else than what was proposed.
 *
 * @param moves one for each pair that is broken; none where all that changed can be followed
 */
public record Repair(List<Move> moves) {

    public Repair {
        moves = List.copyOf(moves);
    }

    /** Empty where there is nothing to repair, and where the Pinpoint job takes nobody: then another has to be chosen. */
    static Optional<Repair> of(Mapping mapping) {
        Drift drift = mapping.drift();
        if (drift.isNone() || drift.ofJob().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Repair(mapping.stages().stream()
                .filter(pair -> drift.of(pair.stage()).isPresent())
                .flatMap(pair -> move(pair, mapping.snapshot()).stream())
                .toList()));
    }

    private static Optional<Move> move(StagePair pair, Snapshot snapshot) {
        return pair.pinpointStage()
                .flatMap(snapshot.asMapped()::stage)
                .map(before -> move(pair.stage(), before, snapshot));
    }

    private static Move move(StageId stage, PinpointStage before, Snapshot snapshot) {
        PinpointJob is = snapshot.job();
        return theOnly(is, now -> now.kind().equals(before.kind()) && now.name().equalsIgnoreCase(before.name()))
                .map(now -> new Move(stage, Optional.of(now.id()), Reason.SAME_KIND_AND_NAME))
                .or(() -> is.stage(before.id())
                        .filter(now -> !now.isRejection())
                        .map(now -> new Move(stage, Optional.of(now.id()), Reason.SAME_STAGE)))
                .or(() -> theOnly(is, now -> now.kind().equals(before.kind()) && isNew(now, snapshot))
                        .map(now -> new Move(stage, Optional.of(now.id()), Reason.NEW_AND_OF_THE_SAME_KIND)))
                .orElseGet(() -> new Move(stage, Optional.empty(), Reason.NOTHING_LIKE_IT));
    }

    private static boolean isNew(PinpointStage now, Snapshot snapshot) {
        return !snapshot.asMapped().hasStage(now.id());
    }

    private static Optional<PinpointStage> theOnly(PinpointJob job, Predicate<PinpointStage> wanted) {
        List<PinpointStage> found = job.stages().stream().filter(wanted).toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** The stages as they are once it is accepted. */
    List<StagePair> applied(List<StagePair> stages) {
        return stages.stream().map(this::applied).toList();
    }

    private StagePair applied(StagePair pair) {
        return moves.stream()
                .filter(move -> move.stage().equals(pair.stage()))
                .findFirst()
                .map(move -> new StagePair(pair.stage(), pair.stageName(), move.pinpointStage()))
                .orElse(pair);
    }

    /** @param pinpointStage what the stage would stand for; empty for a blank */
    public record Move(StageId stage, Optional<PinpointStageId> pinpointStage, Reason reason) {}

    /** Why that is proposed. */
    public enum Reason {
        SAME_KIND_AND_NAME("The Pinpoint job has a stage of this kind and name."),
        SAME_STAGE("It is the same stage; only its kind is another one."),
        NEW_AND_OF_THE_SAME_KIND("It is new in the Pinpoint job, and the only new one of this kind."),
        NOTHING_LIKE_IT("The Pinpoint job has nothing like it; left blank, nothing happens at this stage.");

        private final String detail;

        Reason(String detail) {
            this.detail = detail;
        }

        /** In an employer's words. */
        public String detail() {
            return detail;
        }
    }
}
