package com.hackajob.pinpoint.local.pinpoint;

import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** A documented {@code filter[name]}: how many values it takes, which ones, and when a record matches one. */
record Filter(String name, Arity arity, Predicate<String> accepts, Match match) {

    /** Whether a filter takes one value, a comma-separated list, or {@code [gt]} and {@code [lt]}. */
    enum Arity {
        ONE,
        LIST,
        RANGE
    }

    /** Whether a record matches a value. */
    interface Match {
        boolean test(View view, Row row, String value);
    }

    static Filter one(String name) {
        return new Filter(name, Arity.ONE, _ -> true, sameAs((_, row) -> row.text(name)));
    }

    static Filter list(String name) {
        return list(name, (_, row) -> row.text(name));
    }

    static Filter list(String name, BiFunction<View, Row, String> actual) {
        return new Filter(name, Arity.LIST, _ -> true, sameAs(actual));
    }

    static Filter search(String name, Match match) {
        return new Filter(name, Arity.LIST, _ -> true, match);
    }

    static Filter range(String name) {
        return new Filter(name, Arity.RANGE, _ -> true, (_, _, _) -> true);
    }

    Filter numeric() {
        return new Filter(name, arity, value -> value.matches("[0-9]+"), match);
    }

    Filter only(Set<String> values) {
        return new Filter(name, arity, values::contains, match);
    }

    Filter bool() {
        return only(Set.of("true", "false"));
    }

    /** Text compares without regard to case (inferred). */
    private static Match sameAs(BiFunction<View, Row, String> actual) {
        return (view, row, value) -> actual.apply(view, row).equalsIgnoreCase(value);
    }
}
