package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.export.ExportOutcome.Broken;
import com.hackajob.pinpoint.export.ExportOutcome.Recorded;
import com.hackajob.pinpoint.export.ExportOutcome.TakenOver;
import com.hackajob.pinpoint.export.ExportState.Erased;
import com.hackajob.pinpoint.export.ExportState.Failed;
import com.hackajob.pinpoint.export.ExportState.Held;
import com.hackajob.pinpoint.export.ExportState.Skipped;
import com.hackajob.pinpoint.export.ExportState.Submitted;
import com.hackajob.pinpoint.export.ExportState.Verified;
import com.hackajob.pinpoint.export.ExportState.Waiting;
import com.hackajob.pinpoint.export.Ledger.Claim;
import com.hackajob.pinpoint.updates.DeliverUpdate;
import com.hackajob.pinpoint.updates.Update;
import com.hackajob.pinpoint.updates.Update.Erasure.Check;
import com.hackajob.pinpoint.updates.Update.Erasure.Job;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Writes down what became of a claimed export, and tells hackajob where that concerns the employer. */
public final class RecordResult {

    private static final Set<ErrorCode> MENDABLE =
            Set.of(ErrorCode.STAGE_GONE, ErrorCode.JOB_CLOSED, ErrorCode.JOB_NOT_FOUND);

    private final Ledger ledger;
    private final DeliverUpdate delivery;
    private final Times times;
    private final RandomGenerator random;
    private final InstantSource clock;

    public RecordResult(
            Ledger ledger, DeliverUpdate delivery, Times times, RandomGenerator random, InstantSource clock) {
        this.ledger = ledger;
        this.delivery = delivery;
        this.times = times;
        this.random = random;
        this.clock = clock;
    }

    ExportOutcome verified(Claim.Granted claim, Receipt receipt) {
        Instant now = clock.instant();
        var update = update(claim, Update.Kind.EXPORT_VERIFIED, Optional.empty(), now);
        return record(claim, new Verified(receipt, now), Optional.of(update), now);
    }

    ExportOutcome skipped(Claim.Granted claim) {
        return record(claim, new Skipped(), Optional.empty(), clock.instant());
    }

    ExportOutcome failed(Claim.Granted claim, ErrorCode code, Optional<String> words) {
        Instant now = clock.instant();
        var update = update(claim, Update.Kind.EXPORT_FAILED, Optional.of(code), now);
        return record(claim, new Failed(code, words), Optional.of(update), now);
    }

    /**
     * Pinpoint's refusal: one that an edit of the mapping can mend waits for that edit.
     *
     * @param obstacle what the job, read again after it, shows to be in the way
     */
    ExportOutcome refused(Claim.Granted claim, Optional<ErrorCode> obstacle, ErrorCode refusal, String words) {
        ErrorCode code = obstacle.orElse(refusal);
        boolean mendable = obstacle.isPresent() || MENDABLE.contains(refusal);
        return mendable ? held(claim, code) : failed(claim, code, Optional.of(words));
    }

    /** Waits for the employer, who is told once of each reason. */
    ExportOutcome held(Claim.Granted claim, ErrorCode code) {
        Instant now = clock.instant();
        boolean isNews = claim.told().filter(told -> told == code).isEmpty();
        var update = update(claim, Update.Kind.EXPORT_HELD, Optional.of(code), now);
        return record(
                claim, new Held(now.plus(Times.HOLD), code), Optional.of(update).filter(_ -> isNews), now);
    }

    /** Waits for the other side to answer. */
    ExportOutcome waiting(Claim.Granted claim, Outage outage) {
        return postponed(
                claim,
                claim.failures(),
                outage,
                wait -> new Waiting(clock.instant().plus(wait), outage.code(), claim.failures() + 1));
    }

    /** Waits while Pinpoint is left in peace, which is no try of this one's. */
    ExportOutcome postponed(Claim.Granted claim, Instant until) {
        var waiting = new Waiting(until, ErrorCode.PINPOINT_UNAVAILABLE, claim.failures());
        return record(claim, waiting, Optional.empty(), clock.instant());
    }

    /** Waits until what another export of the candidate may have created can be found, which is no try of this one's. */
    ExportOutcome occupied(Claim.Granted claim) {
        return postponed(claim, clock.instant().plus(times.untilSettled()));
    }

    /** Waits at least until an application that the POST may have created can be found. */
    ExportOutcome uncertain(Claim.Granted claim, Outage outage) {
        return postponed(
                claim,
                claim.failures(),
                outage,
                wait -> new Waiting(
                        clock.instant().plus(longer(wait, times.untilSettled())), outage.code(), claim.failures() + 1));
    }

    /** Waits for reading back. What failed until Pinpoint took it counts no longer, or its last try would be our last. */
    ExportOutcome submitted(Claim.Granted claim, Placed placed, Outage outage) {
        int failures = claim.placed().equals(Optional.of(placed)) ? claim.failures() : 0;
        return postponed(
                claim,
                failures,
                outage,
                wait -> new Submitted(clock.instant().plus(wait), placed, outage.code(), failures + 1));
    }

    /**
     * Documents are about to be added to an application: whoever takes over has to know which.
     *
     * @return false where somebody did, and may have added them
     */
    boolean adding(Claim.Granted claim, Placed placed) {
        Instant now = clock.instant();
        var submitted =
                new Submitted(now.plus(times.lease()), placed, ErrorCode.PINPOINT_UNAVAILABLE, claim.failures() + 1);
        return ledger.record(claim, submitted, Optional.empty(), now);
    }

    /** Waits as if the POST had been under way: nobody knows how far it came. */
    ExportOutcome broken(Claim.Granted claim, RuntimeException bug) {
        return broken(uncertain(claim, aBug()), bug);
    }

    private static Outage aBug() {
        return new Outage(ErrorCode.INTERNAL_ERROR, "a bug");
    }

    private static ExportOutcome broken(ExportOutcome recorded, RuntimeException bug) {
        return recorded instanceof Recorded(var state) ? new Broken(state, bug) : recorded;
    }

    /**
     * It is known now what Pinpoint holds of a candidate who was erased, and told.
     *
     * @param left of the export's job, at least one
     */
    ExportOutcome remaining(Claim.Granted claim, Instant erasedAt, List<Job> left) {
        Instant now = clock.instant();
        var erased = new Erased(erasedAt, left.getFirst().application());
        return record(claim, erased, Optional.of(proof(claim.key(), id(claim), left, now)), now);
    }

    /**
     * What Pinpoint holds could not be found out now. It is tried until it can be; from when an export would be given up,
     * each time is told, under one id.
     */
    ExportOutcome unknown(Claim.Granted claim, Instant erasedAt, Outage outage) {
        Instant now = clock.instant();
        Optional<Duration> retry = Times.retry(claim.failures(), outage, random);
        Duration wait = retry.orElseGet(() -> Times.wait(claim.failures(), outage.retryAfter(), random));
        var unchecked = List.of(new Job(claim.key().job(), Optional.empty(), Check.FAILED));
        var update = proof(claim.key(), claim.key().updateId("unchecked"), unchecked, now);
        return record(
                claim,
                new Erased(erasedAt, Optional.empty(), Optional.of(now.plus(wait))),
                Optional.of(update).filter(_ -> retry.isEmpty()),
                now);
    }

    private static Update proof(ExportKey key, String id, List<Job> jobs, Instant now) {
        return Update.erased(id, key.company(), key.candidate(), now, jobs);
    }

    /** As where Pinpoint does not answer. */
    ExportOutcome unknown(Claim.Granted claim, Instant erasedAt, RuntimeException bug) {
        return broken(unknown(claim, erasedAt, aBug()), bug);
    }

    private ExportOutcome postponed(
            Claim.Granted claim, int failures, Outage outage, Function<Duration, ExportState> state) {
        return Times.retry(failures, outage, random)
                .map(state)
                .map(next -> record(claim, next, Optional.empty(), clock.instant()))
                .orElseGet(() -> failed(claim, outage.code(), Optional.empty()));
    }

    /** The update that this claim's end gives rise to. */
    private static Update update(Claim.Granted claim, Update.Kind kind, Optional<ErrorCode> code, Instant now) {
        return new Update(id(claim), kind, claim.key().subject(), code, now);
    }

    /** The claim's version makes it stable and unique. */
    private static String id(Claim.Granted claim) {
        return claim.key().updateId(Long.toString(claim.version()));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private ExportOutcome record(Claim.Granted claim, ExportState state, Optional<Update> update, Instant now) {
        if (!ledger.record(claim, state, update, now)) {
            return new TakenOver();
        }
        update.ifPresent(delivery::deliver);
        return new Recorded(state);
    }
}
