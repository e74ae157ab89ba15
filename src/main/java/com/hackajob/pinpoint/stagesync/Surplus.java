package com.hackajob.pinpoint.stagesync;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.export.ExportKey;
import com.hackajob.pinpoint.export.ExportState.Erased;
import com.hackajob.pinpoint.export.Ledger;
import com.hackajob.pinpoint.export.Ledger.Contested;
import com.hackajob.pinpoint.stagesync.PinpointStages.Seen;
import com.hackajob.pinpoint.updates.Outbox;
import com.hackajob.pinpoint.updates.Update;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tells of applications that should not be there: a candidate's second, and those of the erased. They come of a POST that
 * took effect later than was promised. Nothing is deleted, and each is told under the same id for as long as it is there.
 */
final class Surplus {

    private final PinpointStages pinpoint;
    private final SearchReferences search;
    private final Ledger ledger;
    private final Outbox outbox;
    private final InstantSource clock;

    Surplus(PinpointStages pinpoint, SearchReferences search, Ledger ledger, Outbox outbox, InstantSource clock) {
        this.pinpoint = pinpoint;
        this.search = search;
        this.ledger = ledger;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Applications of one candidate on one Pinpoint job under several references.
     *
     * @return false where there was no time for it
     */
    boolean tellsOfContested(Connection connection, Instant startBefore) {
        for (Contested place : ledger.contested(connection.company(), clock.instant())) {
            if (clock.instant().isAfter(startBefore)) {
                return false;
            }
            if (place.generation() == connection.generation()) {
                tellOf(connection, place);
            }
        }
        return true;
    }

    private void tellOf(Connection connection, Contested place) {
        boolean isErased = place.exports().stream()
                .flatMap(key -> ledger.find(key).stream())
                .anyMatch(export -> export.state() instanceof Erased);
        if (isErased) {
            return;
        }
        var found = search.search(
                connection, place.exports().stream().map(ExportKey::reference).toList());
        List<Seen> there = found.values().stream()
                .flatMap(List::stream)
                .filter(seen -> seen.job().equals(place.job()))
                .sorted(Comparator.comparing(seen -> seen.id().value()))
                .toList();
        tellOfDoubles(connection, place.exports().getFirst(), there);
    }

    /** @param found of one candidate; nothing is told where there are not several */
    void tellOfDoubles(Connection connection, ExportKey key, List<Seen> found) {
        if (found.size() < 2) {
            return;
        }
        outbox.add(new Update(
                key.updateId("duplicates~" + ids(found)),
                Update.Kind.EXPORT_DUPLICATE_FOUND,
                key.subject(),
                Optional.of(ErrorCode.DUPLICATE_FOUND),
                clock.instant(),
                Optional.of(new Update.Duplicates(addresses(connection, found)))));
    }

    /** A POST that took effect long after it was given up: the proof of the erasure could not name it. */
    void tellOfRemains(Connection connection, ExportKey key, Optional<URI> known, List<Seen> found) {
        List<URI> left = addresses(connection, found);
        if (left.stream().allMatch(address -> known.equals(Optional.of(address)))) {
            return;
        }
        outbox.add(Update.erased(
                key.updateId("remains~" + ids(found)),
                key.company(),
                key.candidate(),
                clock.instant(),
                left.stream()
                        .map(address -> new Update.Erasure.Job(key.job(), Optional.of(address)))
                        .toList()));
    }

    private static String ids(List<Seen> found) {
        return found.stream().map(seen -> seen.id().value()).sorted().collect(Collectors.joining("~"));
    }

    private List<URI> addresses(Connection connection, List<Seen> found) {
        return found.stream()
                .map(seen -> pinpoint.address(connection, seen.id()))
                .toList();
    }
}
