package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.CandidateId;
import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.export.ExportState.Erased;
import com.hackajob.pinpoint.export.ExportState.Verified;
import com.hackajob.pinpoint.updates.DeliverUpdate;
import com.hackajob.pinpoint.updates.Outbox;
import com.hackajob.pinpoint.updates.Update;
import com.hackajob.pinpoint.updates.Update.Erasure;
import com.hackajob.pinpoint.updates.Update.Erasure.Check;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Removes what the table holds of a candidate, leaves tombstones so that nothing is sent again, and proves it with an
 * update that also names what Pinpoint still holds. What is not known then, {@link FindRemains} finds. Run again, it ends
 * the same.
 */
public final class EraseCandidate {

    private final Ledger ledger;
    private final Outbox outbox;
    private final DeliverUpdate delivery;
    private final Times times;
    private final InstantSource clock;

    public EraseCandidate(Ledger ledger, Outbox outbox, DeliverUpdate delivery, Times times, InstantSource clock) {
        this.ledger = ledger;
        this.outbox = outbox;
        this.delivery = delivery;
        this.times = times;
        this.clock = clock;
    }

    /**
     * @param at when hackajob erased them
     * @return how many exports were erased, now or before
     */
    public int erase(CompanyId company, CandidateId candidate, Instant at) {
        List<Export> exports = ledger.ofCandidate(company, candidate).stream()
                .map(this::erased)
                .toList();
        outbox.forget(company, candidate);
        // Last: were we to die before, the event comes again; were we to die after, whoever empties the outbox tells.
        Update proof = proof(company, candidate, exports, at);
        outbox.add(proof);
        delivery.deliver(proof);
        return exports.size();
    }

    /** As it was when it was erased: a worker may have had it in hand. */
    private Export erased(Export seen) {
        if (seen.state() instanceof Erased || ledger.erase(seen, tombstone(seen))) {
            return seen;
        }
        return erased(ledger.find(seen.key()).orElseThrow());
    }

    private Erased tombstone(Export seen) {
        Instant now = clock.instant();
        Optional<Instant> visible = Optional.of(now.plus(times.untilVisible()));
        return new Erased(now, application(seen), visible.filter(_ -> seen.isInDoubt()));
    }

    private static Update proof(CompanyId company, CandidateId candidate, List<Export> exports, Instant at) {
        String id = String.join("~", company.value(), candidate.value(), "erased", Long.toString(at.toEpochMilli()));
        return Update.erased(
                id,
                company,
                candidate,
                at,
                exports.stream().map(EraseCandidate::job).toList());
    }

    private static Erasure.Job job(Export export) {
        Check check = export.isInDoubt() ? Check.PENDING : Check.DONE;
        return new Erasure.Job(export.key().job(), application(export), check);
    }

    private static Optional<URI> application(Export export) {
        return switch (export.state()) {
            case Verified(var receipt, var _) -> Optional.of(receipt.address());
            case Erased(var _, var application, var _) -> application;
            default -> Optional.empty();
        };
    }
}
