package com.hackajob.pinpoint.local.pinpoint;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One tenant's records. Every version is kept with the instant from which lists show it, so that a read-after-write lag
 * can be played. Ids count from 1 in each tenant and type, so they repeat between tenants.
 */
final class Tables {

    /** What a record was from an instant on; empty once it is deleted. */
    record Version(Instant visibleFrom, Optional<Row> row) {}

    private final Map<String, NavigableMap<Long, List<Version>>> tables = new HashMap<>();
    private final Clock clock;
    private final Supplier<Duration> lag;

    Tables(Clock clock, Supplier<Duration> lag) {
        this.clock = clock;
        this.lag = lag;
    }

    /** What is true now. */
    View now() {
        return new View(tables, Instant.MAX);
    }

    /** What lists show now. */
    View lists() {
        return new View(tables, clock.instant());
    }

    Row insert(String type, Map<String, ? extends @Nullable Object> values) {
        NavigableMap<Long, List<Version>> table = tables.computeIfAbsent(type, _ -> new TreeMap<>());
        long id = table.isEmpty() ? 1 : table.lastKey() + 1;
        table.put(id, new ArrayList<>());
        Instant now = clock.instant();
        return keep(new Row(type, String.valueOf(id), Map.of())
                .with(values)
                .with("created_at", now)
                .with("updated_at", now));
    }

    Row update(Row row) {
        return keep(row.with("updated_at", clock.instant()));
    }

    /** Keeps a change that does not show as one. */
    Row updateUnnoticed(Row row) {
        return keep(row);
    }

    void delete(Row row) {
        keep(row.type(), row.id(), Optional.empty());
    }

    private Row keep(Row row) {
        keep(row.type(), row.id(), Optional.of(row));
        return row;
    }

    private void keep(String type, String id, Optional<Row> row) {
        Instant visibleFrom = clock.instant().plus(lag.get());
        tables.get(type).get(Long.valueOf(id)).add(new Version(visibleFrom, row));
    }
}
