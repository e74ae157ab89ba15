package com.hackajob.pinpoint.local.pinpoint;

import com.hackajob.pinpoint.local.pinpoint.Tables.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** A tenant's records as seen at an instant. */
final class View {

    private final Map<String, NavigableMap<Long, List<Version>>> tables;
    private final Instant at;

    View(Map<String, NavigableMap<Long, List<Version>>> tables, Instant at) {
        this.tables = tables;
        this.at = at;
    }

    /** All records of a type, by id. */
    List<Row> rows(String type) {
        return tables.getOrDefault(type, new TreeMap<>()).values().stream()
                .map(this::visible)
                .flatMap(Optional::stream)
                .toList();
    }

    List<Row> rows(String type, String name, Object value) {
        return rows(type).stream().filter(row -> row.is(name, value)).toList();
    }

    Optional<Row> find(String type, String id) {
        if (!id.matches("[1-9][0-9]{0,17}")) {
            return Optional.empty();
        }
        List<Version> versions = tables.getOrDefault(type, new TreeMap<>()).get(Long.valueOf(id));
        return versions == null ? Optional.empty() : visible(versions);
    }

    private Optional<Row> visible(List<Version> versions) {
        return versions.reversed().stream()
                .filter(version -> !version.visibleFrom().isAfter(at))
                .findFirst()
                .flatMap(Version::row);
    }
}
