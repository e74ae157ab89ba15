package com.hackajob.pinpoint.stagesync;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.mapping.Mapping;
import com.hackajob.pinpoint.mapping.PinpointStage;
import com.hackajob.pinpoint.mapping.PinpointStageId;
import com.hackajob.pinpoint.mapping.StageId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The conflict rule: what is to be done about a candidate's two stages. A side that is elsewhere than last agreed has
 * moved, and the other follows; where both have, hackajob follows. What has no counterpart moves nobody. No clock decides
 * who wins, so whoever looks, and however often, comes to the same.
 */
sealed interface Verdict {

    /** So long has hackajob to confirm what it was asked for, before what it told in between counts as a conflict. */
    Duration PATIENCE = Duration.ofMinutes(10);

    /** Nothing but to remember that both are where they should be, or are left where they are. */
    record Settle(Agreed agreed) implements Verdict {}

    /** The application is moved in Pinpoint. */
    record Push(StageId stage, PinpointStageId target) implements Verdict {}

    /**
     * hackajob is asked to follow.
     *
     * @param overruled where hackajob had moved the candidate itself, and is told otherwise
     */
    record Ask(Agreed agreed, Optional<StageId> overruled) implements Verdict {}

    /** It is too early to tell. */
    record LookAgain(Instant at) implements Verdict {}

    /** The mapping has to be put right first. */
    record Hold(ErrorCode code) implements Verdict {}

    /**
     * @param origin what counts as agreed before anything moved
     * @param drives whether our moves are this export's to make; another export's application is only watched
     * @param place where Pinpoint has the application
     * @param settling how long Pinpoint may show what was before a move of ours
     */
    static Verdict of(
            Track track,
            Agreed origin,
            Mapping mapping,
            boolean drives,
            PinpointStageId place,
            Duration settling,
            Instant now) {
        Agreed agreed = track.agreed().orElse(origin);
        StageId stage = track.stage().orElse(origin.stage());
        Optional<PinpointStageId> counterpart = mapping.counterpart(stage);
        boolean isMatched = counterpart.equals(Optional.of(place));
        Optional<Instant> settled = track.pushed().map(pushed -> pushed.at().plus(settling));
        boolean isUnsettled = settled.filter(now::isBefore).isPresent();
        if (!isMatched && isUnsettled && track.pushed().get().mayStillShow(place)) {
            return new LookAgain(settled.get());
        }
        // hackajob may be where we asked it to be, or where it said last: it tells, or is asked again.
        Optional<Instant> patience = track.asked()
                .filter(asked -> !asked.stage().equals(stage))
                .filter(asked ->
                        !isMatched || !mapping.counterpart(asked.stage()).equals(counterpart))
                .map(asked -> asked.at().plus(PATIENCE));
        Optional<StageId> inbound = mapping.inbound(place);
        boolean isNews = !isMatched && !agreed.isAt(place) && inbound.isPresent();
        if (!isNews && patience.filter(now::isBefore).isPresent()) {
            return new LookAgain(patience.get());
        }
        Agreed asTheyAre = new Agreed(stage, place);
        boolean hasMoved = !stage.equals(agreed.stage());
        if (isNews || (!isMatched && inbound.isPresent() && patience.isPresent())) {
            return new Ask(new Agreed(inbound.get(), place), Optional.of(stage).filter(_ -> hasMoved));
        }
        if (patience.isPresent()) {
            return new Ask(asTheyAre, Optional.empty());
        }
        if (isMatched || !agreed.isAt(place)) {
            return new Settle(asTheyAre);
        }
        if (!hasMoved || counterpart.isEmpty() || !drives || isKeptBack(mapping, counterpart.get())) {
            return new Settle(asTheyAre);
        }
        if (isUnsettled && !track.pushed().get().isCertain()) {
            return new LookAgain(settled.get());
        }
        return mapping.drift().of(stage).<Verdict>map(Hold::new).orElse(new Push(stage, counterpart.get()));
    }

    /** Pinpoint may mail whom it rejects: only where the employer wants that. */
    private static boolean isKeptBack(Mapping mapping, PinpointStageId target) {
        return !mapping.settings().pushesRejections()
                && mapping.pinpointJob()
                        .stage(target)
                        .filter(PinpointStage::isRejection)
                        .isPresent();
    }
}
