package com.hackajob.pinpoint.local.pinpoint;

import com.hackajob.pinpoint.local.pinpoint.Query.Condition;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;

/** Makes conditions of {@code filter[...]} parameters. */
final class Conditions {

    private Conditions() {}

    static Condition read(Resource resource, Parameter parameter) {
        if (parameter.keys().isEmpty()) {
            throw parameter.refused();
        }
        Filter filter = resource.filter(parameter.keys().getFirst()).orElseThrow(parameter::refused);
        return switch (filter.arity()) {
            case ONE -> equal(filter, parameter, List.of(parameter.value()));
            case LIST -> equal(filter, parameter, parameter.values());
            case RANGE -> range(filter, parameter);
        };
    }

    private static Condition equal(Filter filter, Parameter parameter, List<String> values) {
        if (parameter.keys().size() != 1 || !values.stream().allMatch(filter.accepts())) {
            throw parameter.refused();
        }
        return (view, row) -> values.stream().anyMatch(value -> filter.match().test(view, row, value));
    }

    private static Condition range(Filter filter, Parameter parameter) {
        Instant limit = instant(parameter);
        if (parameter.has(filter.name(), "gt")) {
            return (_, row) -> row.instant(filter.name()).orElseThrow().isAfter(limit);
        }
        if (parameter.has(filter.name(), "lt")) {
            return (_, row) -> row.instant(filter.name()).orElseThrow().isBefore(limit);
        }
        throw parameter.refused();
    }

    private static Instant instant(Parameter parameter) {
        try {
            return OffsetDateTime.parse(parameter.value()).toInstant();
        } catch (DateTimeParseException e) {
            throw parameter.refused();
        }
    }
}
