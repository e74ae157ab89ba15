package com.hackajob.pinpoint.stagesync;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.export.Export;
import com.hackajob.pinpoint.export.ExportKey;
import com.hackajob.pinpoint.export.ExportState.Erased;
import com.hackajob.pinpoint.export.ExportState.Failed;
import com.hackajob.pinpoint.export.ExportState.Skipped;
import com.hackajob.pinpoint.export.ExportState.Submitted;
import com.hackajob.pinpoint.export.ExportState.Verified;
import com.hackajob.pinpoint.export.Ledger;
import com.hackajob.pinpoint.export.Placed;
import com.hackajob.pinpoint.export.Receipt;
import com.hackajob.pinpoint.export.Reference;
import com.hackajob.pinpoint.stagesync.PinpointStages.Seen;
import com.hackajob.pinpoint.updates.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks through all of a company's applications that we sent, fifty references a call: finds moves and losses that nothing
 * else told of, applications that are there twice, and those that came after their candidate was erased. Nothing is deleted;
 * the employer is told. While it lasts, it is told each night under the same id. An export that failed and is there once is
 * taken up again.
 */
final class SweepApplications {

    private static final int PAGE = 50;

    /** So many pages at a time: the rest comes when the connection is looked after next. */
    private static final int MOST_PAGES = 4;

    /** So long after its receipt an application is not looked for any more. */
    private static final Duration OLDEST = Duration.ofDays(365);

    /** So long after an erasure, or after an acceptance that came to nothing, applications are looked for that came all the same. */
    private static final Duration REMAINS = Duration.ofDays(30);

    private final PinpointStages pinpoint;
    private final Ledger ledger;
    private final FollowStages followStages;
    private final SearchReferences search;
    private final Surplus surplus;
    private final InstantSource clock;

    SweepApplications(
            PinpointStages pinpoint, Ledger ledger, FollowStages followStages, Outbox outbox, InstantSource clock) {
        this.pinpoint = pinpoint;
        this.ledger = ledger;
        this.followStages = followStages;
        this.search = new SearchReferences(pinpoint);
        this.surplus = new Surplus(pinpoint, search, ledger, outbox, clock);
        this.clock = clock;
    }

    /**
     * @param after where to go on; empty for the start
     * @param startBefore no page is begun after that
     * @throws com.hackajob.pinpoint.Outage when Pinpoint did not answer
     */
    Swept sweep(Connection connection, Optional<ExportKey> after, Instant startBefore) {
        if (after.isEmpty() && !surplus.tellsOfContested(connection, startBefore)) {
            return new Swept.Until(after);
        }
        Optional<ExportKey> next = after;
        int pages = 0;
        do {
            Ledger.Page page = ledger.list(connection.company(), next, PAGE);
            if (!looksAtAll(connection, page.exports(), startBefore)) {
                return new Swept.Until(next);
            }
            next = page.next();
            pages++;
        } while (next.isPresent() && pages < MOST_PAGES);
        return next.isPresent() ? new Swept.Until(next) : new Swept.All();
    }

    /** How far a sweep came. */
    sealed interface Swept {
        record All() implements Swept {}

        /** @param place where to go on the next time; empty for the start */
        record Until(Optional<ExportKey> place) implements Swept {}
    }

    /** @return false where there was no time for it */
    private boolean looksAtAll(Connection connection, List<Export> exports, Instant startBefore) {
        List<Export> wanted = exports.stream()
                .filter(export -> isLive(export, connection) || isErased(export) || isGivenUp(export))
                .toList();
        Map<Reference, List<Seen>> found = search.search(
                connection,
                wanted.stream().map(export -> export.key().reference()).toList());
        return looksAtAll(connection, wanted, found, startBefore);
    }

    private boolean looksAtAll(
            Connection connection, List<Export> wanted, Map<Reference, List<Seen>> found, Instant startBefore) {
        for (Export export : wanted) {
            if (clock.instant().isAfter(startBefore)) {
                return false;
            }
            look(connection, export, found.getOrDefault(export.key().reference(), List.of()));
        }
        return true;
    }

    private boolean isLive(Export export, Connection connection) {
        return export.state() instanceof Verified(var receipt, var _)
                && receipt.placed().isIn(connection)
                && export.updatedAt().isAfter(clock.instant().minus(OLDEST));
    }

    private boolean isErased(Export export) {
        return export.state() instanceof Erased(var at, var _, var lookAt)
                && lookAt.isEmpty()
                && at.isAfter(clock.instant().minus(REMAINS));
    }

    /** Its POST may have had no answer, and taken effect later than anybody looked. */
    private boolean isGivenUp(Export export) {
        boolean isOver = export.state() instanceof Failed || export.state() instanceof Skipped;
        return isOver
                && export.isInDoubt()
                && export.cameAt().isAfter(clock.instant().minus(REMAINS));
    }

    private void look(Connection connection, Export export, List<Seen> found) {
        switch (export.state()) {
            case Erased(var _, var known, var _) -> surplus.tellOfRemains(connection, export.key(), known, found);
            case Verified(var receipt, var _) ->
                look(connection, export.key(), withReceipts(connection, receipt, found));
            case Failed(var code, var _)
            when found.size() == 1 && !code.isOfTheCv() -> proveAfterAll(connection, export, code, found.getFirst());
            default -> surplus.tellOfDoubles(connection, export.key(), found);
        }
    }

    /** It is there: taken up again, it gets its receipt. (What failed for its CV is replayed with another one.) */
    private void proveAfterAll(Connection connection, Export failed, ErrorCode code, Seen seen) {
        var placed = new Placed(seen.id(), Receipt.Origin.FOUND, connection.generation());
        ledger.resume(failed, new Submitted(clock.instant(), placed, code, 0));
    }

    /** What bears our reference, and the application that the receipt leads to, where it bears another and is still there. */
    private List<Seen> withReceipts(Connection connection, Receipt receipt, List<Seen> found) {
        if (found.isEmpty() || found.stream().anyMatch(seen -> seen.id().equals(receipt.application()))) {
            return found;
        }
        return Stream.concat(
                        pinpoint
                                .read(connection, receipt.application())
                                .given()
                                .filter(seen -> seen.job().equals(receipt.pinpointJob()))
                                .stream(),
                        found.stream())
                .toList();
    }

    private void look(Connection connection, ExportKey key, List<Seen> found) {
        if (found.size() == 1) {
            followStages.look(key, found.getFirst());
            return;
        }
        followStages.look(key);
        surplus.tellOfDoubles(connection, key, found);
    }
}
