package com.hackajob.pinpoint.local.pinpoint;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The order of a list (documented): {@code id}, {@code created_at}, {@code updated_at}, with {@code -} descending. */
final class Sorting {

    private static final Set<String> ALLOWED =
            Set.of("id", "-id", "created_at", "-created_at", "updated_at", "-updated_at");

    private Sorting() {}

    static boolean allows(List<String> keys) {
        return ALLOWED.containsAll(keys) && !keys.containsAll(List.of("id", "-id"));
    }

    static Comparator<Row> by(List<String> keys) {
        return keys.stream().map(Sorting::one).reduce(Comparator::thenComparing).orElseThrow();
    }

    private static Comparator<Row> one(String key) {
        return key.startsWith("-") ? ascending(key.substring(1)).reversed() : ascending(key);
    }

    private static Comparator<Row> ascending(String key) {
        return key.equals("id")
                ? Comparator.comparing(row -> Long.valueOf(row.id()))
                : Comparator.comparing(row -> row.instant(key).orElse(Instant.EPOCH));
    }
}
