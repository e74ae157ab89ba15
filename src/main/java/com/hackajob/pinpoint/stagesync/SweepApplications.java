package com.hackajob.pinpoint.stagesync;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.connection.PinpointAnswer;
import com.hackajob.pinpoint.export.Export;
import com.hackajob.pinpoint.export.ExportKey;
import com.hackajob.pinpoint.export.ExportState.Verified;
import com.hackajob.pinpoint.export.Ledger;
import com.hackajob.pinpoint.export.Reference;
import com.hackajob.pinpoint.stagesync.PinpointStages.Seen;
import com.hackajob.pinpoint.updates.Outbox;
import com.hackajob.pinpoint.updates.Update;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Looks through all of a company's applications that we sent, fifty references a call: finds moves and losses that nothing
 * else told of, and applications that are there twice. Nothing is deleted; the employer is told. While a duplicate lasts,
 * it is told each night under the same id.
 */
final class SweepApplications {

    private static final int PAGE = 50;

    /** So many pages at a time: the rest comes when the connection is looked after next. */
    private static final int MOST_PAGES = 4;

    /** Characters of references in one call. */
    private static final int LONGEST = 4_000;

    /** So long after its receipt an application is not looked for any more. */
    private static final Duration OLDEST = Duration.ofDays(365);

    private final PinpointStages pinpoint;
    private final Ledger ledger;
    private final FollowStages followStages;
    private final Outbox outbox;
    private final InstantSource clock;

    SweepApplications(
            PinpointStages pinpoint, Ledger ledger, FollowStages followStages, Outbox outbox, InstantSource clock) {
        this.pinpoint = pinpoint;
        this.ledger = ledger;
        this.followStages = followStages;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * @param after where to go on; empty for the start
     * @param startBefore no page is begun after that
     * @return where to go on the next time; empty when all were looked through
     * @throws com.hackajob.pinpoint.Outage when Pinpoint did not answer
     */
    Optional<ExportKey> sweep(Connection connection, Optional<ExportKey> after, Instant startBefore) {
        Optional<ExportKey> next = after;
        int pages = 0;
        do {
            Ledger.Page page = ledger.list(connection.company(), next, PAGE);
            if (!looksAtAll(connection, page.exports(), startBefore)) {
                return next.or(() -> page.exports().stream().map(Export::key).findFirst());
            }
            next = page.next();
            pages++;
        } while (next.isPresent() && pages < MOST_PAGES);
        return next;
    }

    /** @return false where there was no time for it */
    private boolean looksAtAll(Connection connection, List<Export> exports, Instant startBefore) {
        List<ExportKey> wanted = exports.stream()
                .filter(export -> isLive(export, connection))
                .map(Export::key)
                .toList();
        return wanted.isEmpty() || looksAtAll(connection, wanted, found(connection, wanted), startBefore);
    }

    /** A list of references is an address as well, and addresses can't be of any length. */
    private Map<Reference, List<Seen>> found(Connection connection, List<ExportKey> wanted) {
        Map<Reference, List<Seen>> found = new HashMap<>();
        List<Reference> asked = new ArrayList<>();
        int length = 0;
        for (ExportKey key : wanted) {
            length += key.reference().value().length();
            if (length > LONGEST) {
                ask(connection, asked, found);
                asked.clear();
                length = key.reference().value().length();
            }
            asked.add(key.reference());
        }
        ask(connection, asked, found);
        return found;
    }

    private void ask(Connection connection, List<Reference> references, Map<Reference, List<Seen>> found) {
        if (!references.isEmpty()
                && pinpoint.bearing(connection, List.copyOf(references))
                        instanceof PinpointAnswer.Given<List<Seen>>(var seen)) {
            seen.forEach(
                    one -> one.reference().filter(references::contains).ifPresent(reference -> found.computeIfAbsent(
                                    reference, _ -> new ArrayList<>())
                            .add(one)));
        }
    }

    private boolean looksAtAll(
            Connection connection, List<ExportKey> wanted, Map<Reference, List<Seen>> found, Instant startBefore) {
        for (ExportKey key : wanted) {
            if (clock.instant().isAfter(startBefore)) {
                return false;
            }
            look(connection, key, found.getOrDefault(key.reference(), List.of()));
        }
        return true;
    }

    private boolean isLive(Export export, Connection connection) {
        return export.state() instanceof Verified(var receipt, var _)
                && receipt.placed().isIn(connection)
                && export.updatedAt().isAfter(clock.instant().minus(OLDEST));
    }

    private void look(Connection connection, ExportKey key, List<Seen> found) {
        if (found.size() == 1) {
            followStages.look(key, found.getFirst());
            return;
        }
        followStages.look(key);
        if (found.size() > 1) {
            outbox.add(duplicates(connection, key, found));
        }
    }

    private Update duplicates(Connection connection, ExportKey key, List<Seen> found) {
        String ids = found.stream().map(seen -> seen.id().value()).sorted().collect(Collectors.joining("~"));
        Instant now = clock.instant();
        List<URI> addresses = found.stream()
                .map(seen -> pinpoint.address(connection, seen.id()))
                .toList();
        return new Update(
                key.updateId("duplicates~" + ids),
                Update.Kind.EXPORT_DUPLICATE_FOUND,
                key.subject(),
                Optional.of(ErrorCode.DUPLICATE_FOUND),
                now,
                Optional.of(new Update.Duplicates(addresses)));
    }
}
