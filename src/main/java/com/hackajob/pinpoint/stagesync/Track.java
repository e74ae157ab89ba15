package com.hackajob.pinpoint.stagesync;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.export.ExportKey;
import com.hackajob.pinpoint.export.Placed;
import com.hackajob.pinpoint.mapping.PinpointStageId;
import com.hackajob.pinpoint.mapping.StageId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What is known of an exported candidate's stages.
 *
 * @param stage hackajob's, as it last told or was last asked for; empty while it is still where candidates accept
 * @param movedAt when hackajob's newest move that counted happened, by hackajob's clock
 * @param agreed empty until something moved
 * @param asked what hackajob was asked to follow and has not confirmed
 * @param pushed the last move that we made in Pinpoint
 * @param relinked the application, where it is another than the receipt's
 * @param version counts the writes; 0 before the first
 */
public record Track(
        ExportKey key,
        Optional<StageId> stage,
        Optional<Instant> movedAt,
        Optional<Agreed> agreed,
        Optional<Asked> asked,
        Optional<Pushed> pushed,
        Standing standing,
        Optional<Placed> relinked,
        long version) {

    /** Of a candidate who has not moved yet. */
    public static Track fresh(ExportKey key) {
        return new Track(
                key,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Standing.Still(),
                Optional.empty(),
                0);
    }

    /**
     * hackajob tells where it has moved the candidate, by itself or since it was asked to.
     *
     * @param at by hackajob's clock
     * @param now by ours
     * @return empty where that is no news
     */
    Optional<Track> told(StageId next, Instant at, Instant now) {
        if (!isPast(next, at)) {
            return Optional.of(moved(next, at, now));
        }
        return asked.filter(open -> open.stage().equals(next)).map(_ -> confirmed());
    }

    /** What it was asked for was done, before what it has told since. */
    private Track confirmed() {
        return new Track(key, stage, movedAt, agreed, Optional.empty(), pushed, standing, relinked, version);
    }

    /** Whether a move of that time is older than what is known, or the same again. */
    private boolean isPast(StageId next, Instant at) {
        return movedAt.filter(known -> known.isAfter(at) || (known.equals(at) && stage.equals(Optional.of(next))))
                .isPresent();
    }

    /** Where it could be that hackajob did not know yet what it was asked for, that stays open. */
    private Track moved(StageId next, Instant at, Instant now) {
        return new Track(
                key,
                Optional.of(next),
                Optional.of(at),
                agreed,
                asked.filter(open -> !open.stage().equals(next)).filter(open -> !isFollowed(open, now)),
                pushed,
                standing,
                relinked,
                version);
    }

    /** One that nothing spoke against for so long was followed, without a word. */
    private boolean isFollowed(Asked open, Instant now) {
        return stage.equals(Optional.of(open.stage()))
                && !now.isBefore(open.at().plus(Verdict.PATIENCE));
    }

    /** Both are where they should be, or are left where they are. */
    Track settled(Agreed next) {
        return new Track(
                key,
                Optional.of(next.stage()),
                movedAt,
                Optional.of(next),
                asked.filter(open -> open.stage().equals(next.stage())),
                pushed,
                new Standing.Still(),
                relinked,
                version);
    }

    /** hackajob is asked to follow. */
    Track asking(Agreed next, Instant now) {
        return new Track(
                key,
                Optional.of(next.stage()),
                movedAt,
                Optional.of(next),
                Optional.of(new Asked(next.stage(), now)),
                pushed,
                new Standing.Still(),
                relinked,
                version);
    }

    Track with(Pushed next) {
        return new Track(key, stage, movedAt, agreed, asked, Optional.of(next), standing, relinked, version);
    }

    /** One that is looked for and has to wait is looked for then. */
    public Track with(Standing next) {
        Standing kept = standing instanceof Standing.Searched && next instanceof Standing.Waiting waiting
                ? new Standing.Searched(waiting.until())
                : next;
        return new Track(key, stage, movedAt, agreed, asked, pushed, kept, relinked, version);
    }

    /** Found again. What was agreed before counts no longer: Pinpoint tells where the candidate is. */
    Track found(Placed application) {
        return new Track(
                key,
                stage,
                movedAt,
                stage.map(known -> new Agreed(known, Optional.empty())),
                Optional.empty(),
                Optional.empty(),
                new Standing.Still(),
                Optional.of(application),
                version);
    }

    /** The version that writing it makes. */
    public Track written() {
        return new Track(key, stage, movedAt, agreed, asked, pushed, standing, relinked, version + 1);
    }

    /** How often in a row it has come to nothing. */
    int failures() {
        return standing instanceof Standing.Waiting waiting ? waiting.failures() : 0;
    }

    /** hackajob was asked to move the candidate there, and every change of a stage comes back as an event. */
    public record Asked(StageId stage, Instant at) {}

    /**
     * We moved the application.
     *
     * @param from where it was: Pinpoint may still show that for a while
     * @param isCertain whether Pinpoint said so; otherwise it may take effect yet
     */
    public record Pushed(PinpointStageId from, Instant at, boolean isCertain) {

        /** Whether that is what Pinpoint may show although it has moved it. */
        boolean mayStillShow(PinpointStageId place) {
            return isCertain && from.equals(place);
        }
    }

    /** Whether there is something left to do. */
    public sealed interface Standing {

        /** When it is looked at again; empty where only a move gives reason to. */
        default Optional<Instant> due() {
            return switch (this) {
                case Waiting waiting -> Optional.of(waiting.until());
                case Searched searched -> Optional.of(searched.from());
                case Still _, Untracked _ -> Optional.empty();
            };
        }

        /** Nothing. */
        record Still() implements Standing {}

        /**
         * Looked at again then.
         *
         * @param code what it waits for; empty where it is only too early
         */
        record Waiting(Instant until, Optional<ErrorCode> code, int failures) implements Standing {}

        /** It was lost, and is looked for by its reference from then on. */
        record Searched(Instant from) implements Standing {}

        /** The application is no longer to be followed. */
        record Untracked(Reason reason, Instant since) implements Standing {}
    }

    /** How an application was lost. */
    public enum Reason {
        /** Deleted or merged. */
        GONE("The application is no longer in Pinpoint; it was deleted, or merged with another one."),
        OTHER_JOB("The application was moved to another job in Pinpoint."),
        OTHER_REFERENCE("The application no longer bears hackajob's reference in Pinpoint."),
        OTHER_SOURCE("The application's source was changed in Pinpoint."),
        OTHER_ACCOUNT("The company has been connected to another Pinpoint account since.");

        private final String detail;

        Reason(String detail) {
            this.detail = detail;
        }

        /** The stable name that callers see. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** In an employer's words. */
        public String detail() {
            return detail;
        }
    }
}
