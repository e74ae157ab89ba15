package com.hackajob.pinpoint.local.pinpoint;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** A relationship of a resource and where it leads. */
record Relation(String name, boolean many, Set<String> types, BiFunction<View, Row, List<Row>> linked) {

    /** Class names that polymorphic relationships store beside the id (inferred from documented enums). */
    private static final Map<String, String> CLASSES = Map.of(
            "Application", "applications",
            "Candidate", "candidates",
            "HiringWorkflow", "hiring_workflows",
            "Job", "jobs");

    static Relation one(String name, String type, String key) {
        return new Relation(name, false, Set.of(type), (view, row) -> view.find(type, row.text(key)).stream()
                .toList());
    }

    static Relation one(String name, String type) {
        return one(name, type, name + "_id");
    }

    /** To-one, to a record of one of several types, kept as {@code name_type} and {@code name_id}. */
    static Relation polymorphic(String name, String... types) {
        return new Relation(
                name,
                false,
                Set.of(types),
                (view, row) -> view.find(typeOf(row.text(name + "_type")), row.text(name + "_id")).stream()
                        .toList());
    }

    /** To-many: the records that point here by {@code key}. */
    static Relation many(String name, String type, String key) {
        return many(name, type, (view, row) -> view.rows(type, key, row.id()));
    }

    static Relation many(String name, String type, BiFunction<View, Row, List<Row>> linked) {
        return new Relation(name, true, Set.of(type), linked);
    }

    /** A documented relationship that never leads anywhere here. */
    static Relation nobody(String name) {
        return new Relation(name, false, Set.of(), (_, _) -> List.of());
    }

    static Relation none(String name) {
        return new Relation(name, true, Set.of(), (_, _) -> List.of());
    }

    static String typeOf(String className) {
        return CLASSES.getOrDefault(className, "");
    }

    static String classOf(String type) {
        return CLASSES.entrySet().stream()
                .filter(entry -> entry.getValue().equals(type))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }
}
