package com.hackajob.pinpoint.stagesync;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.connection.Connections;
import com.hackajob.pinpoint.export.ExportKey;
import com.hackajob.pinpoint.export.ExportState;
import com.hackajob.pinpoint.export.Ledger;
import com.hackajob.pinpoint.mapping.Mappings;
import com.hackajob.pinpoint.updates.InMemoryOutbox;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@link Tracks} in memory, beside the other stores. */
public final class InMemoryTracks implements Tracks {

    private final Connections connections;
    private final Mappings mappings;
    private final Ledger ledger;
    private final InMemoryOutbox outbox;
    private final Map<ExportKey, Track> tracks = new HashMap<>();

    public InMemoryTracks(Connections connections, Mappings mappings, Ledger ledger, InMemoryOutbox outbox) {
        this.connections = connections;
        this.mappings = mappings;
        this.ledger = ledger;
        this.outbox = outbox;
    }

    @Override
    public synchronized Scene read(ExportKey key) {
        return new Scene(
                connections.usable(key.company()),
                mappings.find(key.company(), key.job()),
                ledger.find(key),
                tracks.getOrDefault(key, Track.fresh(key)));
    }

    @Override
    public synchronized boolean save(Change change) {
        ExportKey key = change.next().key();
        boolean isErased = ledger.find(key)
                .filter(export -> export.state() instanceof ExportState.Erased)
                .isPresent();
        if (isErased
                || tracks.getOrDefault(key, Track.fresh(key)).version()
                        != change.next().version()) {
            return false;
        }
        tracks.put(key, change.next().written());
        change.update().ifPresent(outbox::add);
        return true;
    }

    @Override
    public synchronized List<ExportKey> due(CompanyId company, Instant now, int limit) {
        return tracks.values().stream()
                .filter(track -> track.key().company().equals(company))
                .filter(track ->
                        track.standing().due().filter(due -> !due.isAfter(now)).isPresent())
                .sorted(Comparator.comparing(track -> track.standing().due().orElseThrow()))
                .limit(limit)
                .map(Track::key)
                .toList();
    }
}
