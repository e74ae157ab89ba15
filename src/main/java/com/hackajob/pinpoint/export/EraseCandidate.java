package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.CandidateId;
import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.export.ExportState.Erased;
import com.hackajob.pinpoint.export.ExportState.Verified;
import com.hackajob.pinpoint.updates.DeliverUpdate;
import com.hackajob.pinpoint.updates.Outbox;
import com.hackajob.pinpoint.updates.Update;
import com.hackajob.pinpoint.updates.Update.Erasure;
import com.hackajob.pinpoint.updates.Update.Subject;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Removes what the table holds of a candidate, leaves tombstones so that nothing is sent again, and proves it with an
 * update that also names what Pinpoint still holds. Run again, it ends the same.
 */
public final class EraseCandidate {

    private final Ledger ledger;
    private final Outbox outbox;
    private final DeliverUpdate delivery;
    private final InstantSource clock;

    public EraseCandidate(Ledger ledger, Outbox outbox, DeliverUpdate delivery, InstantSource clock) {
        this.ledger = ledger;
        this.outbox = outbox;
        this.delivery = delivery;
        this.clock = clock;
    }

    /**
     * @param at when hackajob erased them
     * @return how many exports were erased, now or before
     */
    public int erase(CompanyId company, CandidateId candidate, Instant at) {
        List<Export> exports = ledger.ofCandidate(company, candidate);
        exports.stream()
                .filter(export -> !(export.state() instanceof Erased))
                .forEach(export -> ledger.erase(export.key(), new Erased(clock.instant(), application(export))));
        outbox.forget(company, candidate);
        // Last: were we to die before, the event comes again; were we to die after, whoever empties the outbox tells.
        Update proof = proof(company, candidate, exports, at);
        outbox.add(proof);
        delivery.deliver(proof);
        return exports.size();
    }

    private static Update proof(CompanyId company, CandidateId candidate, List<Export> exports, Instant at) {
        String id = String.join("~", company.value(), candidate.value(), "erased", Long.toString(at.toEpochMilli()));
        var erasure = new Erasure(exports.stream()
                .map(export -> new Erasure.Job(export.key().job(), application(export)))
                .toList());
        return new Update(
                id,
                Update.Kind.CANDIDATE_ERASED,
                new Subject(company, Optional.empty(), Optional.of(candidate)),
                Optional.empty(),
                at,
                Optional.of(erasure));
    }

    private static Optional<URI> application(Export export) {
        return switch (export.state()) {
            case Verified(var receipt, var _) -> Optional.of(receipt.address());
            case Erased(var _, var application) -> application;
            default -> Optional.empty();
        };
    }
}
