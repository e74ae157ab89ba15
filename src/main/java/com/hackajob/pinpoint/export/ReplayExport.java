package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.UserId;
import com.hackajob.pinpoint.audit.Actor;
import com.hackajob.pinpoint.audit.AuditEntry.Action;
import com.hackajob.pinpoint.audit.AuditLog;
import com.hackajob.pinpoint.audit.Auditor;
import com.hackajob.pinpoint.export.ExportState.Failed;
import com.hackajob.pinpoint.export.ExportState.Held;
import com.hackajob.pinpoint.export.ExportState.Queued;
import com.hackajob.pinpoint.export.ExportState.Skipped;
import com.hackajob.pinpoint.export.ExportState.Waiting;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/**
 * Tries an export anew that failed or is held, as the employer asks for it once they have put right what was wrong. What an
 * earlier attempt may have left in Pinpoint is looked for as at any attempt, so it is still sent once.
 */
public final class ReplayExport {

    /** What an export fails with whose last try had no answer. */
    private static final Set<ErrorCode> UNANSWERED = Set.of(
            ErrorCode.PINPOINT_UNAVAILABLE,
            ErrorCode.RATE_LIMITED,
            ErrorCode.SUBDOMAIN_UNKNOWN,
            ErrorCode.INTERNAL_ERROR);

    private final Ledger ledger;
    private final AuditLog audit;
    private final Auditor auditor;
    private final Times times;
    private final InstantSource clock;

    public ReplayExport(Ledger ledger, AuditLog audit, Auditor auditor, Times times, InstantSource clock) {
        this.ledger = ledger;
        this.audit = audit;
        this.auditor = auditor;
        this.times = times;
        this.clock = clock;
    }

    public Outcome replay(ExportKey key, UserId by) {
        Optional<Export> seen = ledger.find(key);
        if (seen.isEmpty()) {
            return new Outcome.NotThere();
        }
        Optional<ExportState> next = anew(seen.get());
        if (next.isEmpty() || !ledger.resume(seen.get(), next.get())) {
            return new Outcome.NothingToReplay();
        }
        audit.add(auditor.entry(key.company(), key.job(), Actor.user(by), Action.EXPORT_REPLAYED));
        return new Outcome.Replayed(ledger.find(key).orElseThrow());
    }

    /** Due at once, and with all its tries before it. */
    private Optional<ExportState> anew(Export seen) {
        Instant now = clock.instant();
        return switch (seen.state()) {
            case Failed(var code, var _) -> Optional.of(new Waiting(notBefore(code, seen, now), code, 0));
            case Held(var _, var code) -> Optional.of(new Held(now, code));
            case Skipped() -> Optional.of(new Queued(now));
            case Waiting _,
                    Queued _,
                    ExportState.Claimed _,
                    ExportState.Submitting _,
                    ExportState.Submitted _,
                    ExportState.Verified _,
                    ExportState.Erased _ -> Optional.empty();
        };
    }

    // Its last try may have been a POST without an answer: what that made has to be visible before anybody looks.
    private Instant notBefore(ErrorCode code, Export failed, Instant now) {
        Instant visible = failed.updatedAt().plus(times.untilSettled());
        return UNANSWERED.contains(code) && visible.isAfter(now) ? visible : now;
    }

    /** What came of it. */
    public sealed interface Outcome {

        /** @param export as it stands now */
        record Replayed(Export export) implements Outcome {}

        record NotThere() implements Outcome {}

        /** It is done, or somebody has it in hand. */
        record NothingToReplay() implements Outcome {}
    }
}
