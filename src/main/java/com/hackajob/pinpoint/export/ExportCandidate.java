package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.connection.CheckConnection;
import com.hackajob.pinpoint.connection.PinpointAnswer;
import com.hackajob.pinpoint.export.ExportOutcome.NotDue;
import com.hackajob.pinpoint.export.Ledger.Claim;
import com.hackajob.pinpoint.export.Placement.Blocked;
import com.hackajob.pinpoint.export.Placement.NotShown;
import com.hackajob.pinpoint.export.Placement.Obstructed;
import com.hackajob.pinpoint.export.Placement.Occupied;
import com.hackajob.pinpoint.export.Placement.Refused;
import com.hackajob.pinpoint.export.Placement.TakenOver;
import com.hackajob.pinpoint.export.Placement.Uncertain;
import com.hackajob.pinpoint.export.PrepareSubmission.Preparation;
import com.hackajob.pinpoint.export.Situations.Situation;
import com.hackajob.pinpoint.export.VerifyApplication.Verification;
import com.hackajob.pinpoint.mapping.FollowJob;
import com.hackajob.pinpoint.mapping.Mapping;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Sends a candidate who accepted to Pinpoint, exactly once, and proves it with a receipt. */
public final class ExportCandidate {

    /** What a job that demands less would not be wanting. */
    private static final Set<ErrorCode> DEMANDED = Set.of(ErrorCode.CV_MISSING, ErrorCode.FIELD_REQUIRED);

    private final Ledger ledger;
    private final Situations situations;
    private final PrepareSubmission preparation;
    private final PlaceApplication placement;
    private final VerifyApplication verification;
    private final RecordResult results;
    private final FindRemains remains;
    private final CheckConnection check;
    private final FollowJob followJob;
    private final Times times;
    private final InstantSource clock;

    public ExportCandidate(
            Ledger ledger,
            Situations situations,
            PrepareSubmission preparation,
            PlaceApplication placement,
            VerifyApplication verification,
            RecordResult results,
            FindRemains remains,
            CheckConnection check,
            FollowJob followJob,
            Times times,
            InstantSource clock) {
        this.ledger = ledger;
        this.situations = situations;
        this.preparation = preparation;
        this.placement = placement;
        this.verification = verification;
        this.results = results;
        this.remains = remains;
        this.check = check;
        this.followJob = followJob;
        this.times = times;
        this.clock = clock;
    }

    public ExportOutcome export(ExportKey key) {
        return switch (ledger.claim(key, clock.instant(), times.lease())) {
            case Claim.Granted claim
            when claim.erasedAt().isPresent() ->
                remains.look(claim, claim.erasedAt().get());
            case Claim.Granted claim -> attempt(claim);
            case Claim.NotDue() -> new NotDue();
        };
    }

    private ExportOutcome attempt(Claim.Granted claim) {
        if (Times.isGivenUp(claim.failures())) {
            return results.failed(claim, ErrorCode.INTERNAL_ERROR, Optional.empty());
        }
        try {
            Situation situation = situations.read(claim.key());
            if (situation.mapping().isEmpty()) {
                return results.skipped(claim);
            }
            if (situation.connection().isEmpty()) {
                return results.held(claim, ErrorCode.NOT_CONNECTED);
            }
            return prepare(new Order(
                    claim, situation.connection().get(), situation.mapping().get()));
        } catch (Outage outage) {
            return interrupted(claim, outage);
        } catch (RuntimeException bug) {
            return results.broken(claim, bug);
        }
    }

    /** Where it was the table that did not answer, a POST may have come before: what became of it was not written. */
    private ExportOutcome interrupted(Claim.Granted claim, Outage outage) {
        return outage.code() == ErrorCode.INTERNAL_ERROR
                ? results.uncertain(claim, outage)
                : results.waiting(claim, outage);
    }

    private ExportOutcome prepare(Order order) {
        Optional<ErrorCode> trouble = order.connection().trouble();
        if (trouble.isPresent()) {
            return results.held(order.claim(), trouble.get());
        }
        Optional<Instant> notBefore = order.connection().upkeep().notBefore(clock.instant());
        if (notBefore.isPresent()) {
            return results.postponed(order.claim(), notBefore.get());
        }
        try {
            return submit(order);
        } catch (Outage outage) {
            check.unanswered(order.connection(), outage);
            throw outage;
        }
    }

    private ExportOutcome submit(Order order) {
        boolean isStale =
                order.mapping().snapshot().readAt().isBefore(clock.instant().minus(Times.FRESH));
        return submit(order, isStale);
    }

    /** @param isStale whether the job was read so long ago that what stands in the way may have been put right */
    private ExportOutcome submit(Order order, boolean isStale) {
        if (!order.mapping().fits(order.connection())) {
            return results.held(order.claim(), ErrorCode.MAPPING_OUTDATED);
        }
        Optional<ErrorCode> obstacle = order.mapping().obstacle().filter(_ -> !order.mayBeThere());
        if (obstacle.isPresent()) {
            return isStale ? lookAgain(order) : results.held(order.claim(), obstacle.get());
        }
        return switch (prepared(order)) {
            case Preparation.Ready(var submission) ->
                placed(order, submission, isStale).orElseGet(() -> lookAgain(order));
            case Preparation.Unfit unfit
            when order.placed().isPresent() ->
                provenOrFailed(order, order.placed().get(), unfit);
            case Preparation.Unfit unfit ->
                placement
                        .find(order)
                        .map(found -> outcome(order, found, placed -> found(order.with(placed), placed, unfit)))
                        .orElseGet(() -> failed(order, unfit, isStale));
        };
    }

    /** What the job demands by now, it did not demand of what it took. */
    private ExportOutcome found(Order order, Placed placed, Preparation.Unfit unfit) {
        return DEMANDED.contains(unfit.code()) ? submit(order, false) : provenOrFailed(order, placed, unfit);
    }

    /** Where hackajob has told nothing of the candidate to the last, what Pinpoint has is proved without. */
    private Preparation prepared(Order order) {
        try {
            return preparation.prepare(order);
        } catch (Outage outage) {
            boolean isPast = outage.code() == ErrorCode.HACKAJOB_UNAVAILABLE
                    && Times.isLast(order.claim().failures());
            if (isPast && order.mayBeThere()) {
                return new Preparation.Unfit(outage.code(), Optional.empty());
            }
            throw outage;
        }
    }

    private ExportOutcome failed(Order order, Preparation.Unfit unfit, boolean isStale) {
        return isStale && DEMANDED.contains(unfit.code())
                ? lookAgain(order)
                : results.failed(order.claim(), unfit.code(), unfit.words());
    }

    /** What was sent is there, whatever became of it on hackajob. What was to be added to somebody's own application may not be. */
    private ExportOutcome provenOrFailed(Order order, Placed placed, Preparation.Unfit unfit) {
        if (placed.origin() == Receipt.Origin.ADOPTED) {
            return results.failed(order.claim(), unfit.code(), unfit.words());
        }
        Instant cameAt = ledger.find(order.key()).orElseThrow().cameAt();
        return verify(order, placed, () -> verification.verify(order, placed, unfit, cameAt));
    }

    private ExportOutcome lookAgain(Order order) {
        return switch (followJob.follow(order.connection(), order.mapping())) {
            case PinpointAnswer.Given<Mapping>(var read) -> submit(order.with(read), false);
            case PinpointAnswer.Absent<Mapping>() -> results.skipped(order.claim());
            case PinpointAnswer.Denied<Mapping>(var code) -> denied(order, code, false);
        };
    }

    /** Empty where nothing but the job as last read stands in the way, and that was read long ago. */
    private Optional<ExportOutcome> placed(Order order, Submission submission, boolean isStale) {
        try (submission) {
            if (order.placed().isPresent()) {
                return Optional.of(verify(order, submission, order.placed().get()));
            }
            Placement placed = placement.place(order, submission);
            return isStale && placed instanceof Obstructed
                    ? Optional.empty()
                    : Optional.of(outcome(order, placed, there -> verify(order, submission, there)));
        }
    }

    /** @param ifPlaced what comes next where it is there */
    private ExportOutcome outcome(Order order, Placement placement, Function<Placed, ExportOutcome> ifPlaced) {
        return switch (placement) {
            case Placed placed -> ifPlaced.apply(placed);
            case Blocked(var code, var isWriting) -> denied(order, code, isWriting);
            case Refused(var code, var words) -> results.refused(order.claim(), newObstacle(order), code, words);
            case Obstructed(var code) -> results.held(order.claim(), code);
            case Uncertain(var outage) -> {
                check.unanswered(order.connection(), outage);
                yield results.uncertain(order.claim(), outage);
            }
            case NotShown() -> results.uncertain(order.claim(), notShown());
            case Occupied() -> results.occupied(order.claim());
            case TakenOver() -> new ExportOutcome.TakenOver();
        };
    }

    /** Pinpoint took nothing, to our surprise: the job as it is now may tell why. */
    private Optional<ErrorCode> newObstacle(Order order) {
        return followJob.follow(order.connection(), order.mapping()).given().flatMap(Mapping::obstacle);
    }

    private ExportOutcome verify(Order order, Submission submission, Placed placed) {
        return verify(order, placed, () -> verification.verify(order, submission, placed));
    }

    private ExportOutcome verify(Order order, Placed placed, Supplier<Verification> proof) {
        try {
            Optional<ExportOutcome> outcome = outcome(order, placed, proof.get());
            if (outcome.isPresent()) {
                return outcome.get();
            }
        } catch (Outage outage) {
            check.unanswered(order.connection(), outage);
            return results.submitted(order.claim(), placed, outage);
        }
        // It answered, so nobody else has to wait: it is only this one that it does not show.
        check.answered(order.connection());
        return results.submitted(order.claim(), placed, notShown());
    }

    /** Empty where Pinpoint does not show it. */
    private Optional<ExportOutcome> outcome(Order order, Placed placed, Verification seen) {
        return switch (seen) {
            case Verification.Proven proven -> Optional.of(verified(order, proven));
            case Verification.Denied denied -> Optional.of(unread(order, placed, denied));
            case Verification.TakenOver() -> Optional.of(new ExportOutcome.TakenOver());
            case Verification.Incomplete(var unfit) ->
                Optional.of(results.failed(order.claim(), unfit.code(), unfit.words()));
            case Verification.NotShown() -> Optional.empty();
        };
    }

    private static Outage notShown() {
        return new Outage(ErrorCode.PINPOINT_UNAVAILABLE, "Pinpoint does not show what it has yet");
    }

    // Whoever comes next has to know that it is there, however soon that is: a search may not show it yet.
    private ExportOutcome unread(Order order, Placed placed, Verification.Denied denied) {
        var hidden = new Outage(ErrorCode.PINPOINT_UNAVAILABLE, "Pinpoint does not let us read it");
        ExportOutcome remembered = results.submitted(order.claim(), placed, hidden);
        return remembered instanceof ExportOutcome.Recorded
                ? denied(order, denied.code(), denied.isWriting())
                : remembered;
    }

    // Of two changes of what we have seen of the connection only the first counts: that it answers, the next one tells.
    private ExportOutcome verified(Order order, Verification.Proven proven) {
        ExportOutcome outcome = results.verified(order.claim(), proven.receipt());
        if (proven.isWritten() || proven.receipt().origin() == Receipt.Origin.CREATED) {
            check.written(order.connection());
        }
        check.answered(order.connection());
        return outcome;
    }

    /** What was denied once and works when it is tried again was no more than a hiccup. */
    private ExportOutcome denied(Order order, ErrorCode code, boolean isWriting) {
        return check.denied(order.connection(), code, isWriting)
                .map(stands -> results.held(order.claim(), stands))
                .orElseGet(() -> results.waiting(
                        order.claim(), new Outage(ErrorCode.PINPOINT_UNAVAILABLE, "Pinpoint denied it once")));
    }
}
