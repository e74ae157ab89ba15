package com.hackajob.pinpoint.local.pinpoint;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the query string of a read asks for. */
record Query(
        Includes includes,
        Map<String, Set<String>> fields,
        Map<String, Set<String>> extraFields,
        List<Condition> conditions,
        Comparator<Row> order,
        Page page,
        boolean count) {

    /** One filter that has to hold. */
    interface Condition {
        boolean holds(View view, Row row);
    }

    /** Which slice of the matches. */
    record Page(int number, int size) {

        static final Page FIRST = new Page(1, 100);

        List<Row> of(List<Row> rows) {
            return rows.stream().skip((number - 1L) * size).limit(size).toList();
        }
    }

    Query with(Includes others) {
        return new Query(others, fields, extraFields, conditions, order, page, count);
    }

    List<Row> matches(View view, Resource resource) {
        return view.rows(resource.type()).stream()
                .filter(row -> conditions.stream().allMatch(condition -> condition.holds(view, row)))
                .sorted(order)
                .toList();
    }
}
