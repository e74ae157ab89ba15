package com.hackajob.pinpoint.local.pinpoint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A documented resource type: the attributes always shown, those shown only when asked for through {@code extra_fields},
 * its relationships, and the filters of its list.
 */
record Resource(
        String type,
        Optional<Permission> read,
        List<String> attributes,
        Map<String, BiFunction<Account, Row, @Nullable Object>> extras,
        List<Relation> relations,
        List<Filter> filters) {

    /** A resource that is only ever included. */
    static Resource included(String type, List<String> attributes, Relation... relations) {
        return new Resource(type, Optional.empty(), attributes, Map.of(), List.of(relations), List.of());
    }

    static Resource listed(String type, Permission read, List<String> attributes, Relation... relations) {
        return new Resource(type, Optional.of(read), attributes, Map.of(), List.of(relations), List.of());
    }

    Resource with(Map<String, BiFunction<Account, Row, @Nullable Object>> newExtras) {
        return new Resource(type, read, attributes, newExtras, relations, filters);
    }

    Resource with(Filter... newFilters) {
        return new Resource(type, read, attributes, extras, relations, List.of(newFilters));
    }

    Optional<Relation> relation(String name) {
        return relations.stream()
                .filter(relation -> relation.name().equals(name))
                .findFirst();
    }

    Optional<Filter> filter(String name) {
        return filters.stream().filter(filter -> filter.name().equals(name)).findFirst();
    }
}
