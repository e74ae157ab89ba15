package com.hackajob.pinpoint.local.pinpoint;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Writes JSON:API documents (documented): a relationship that is not included shows {@code meta.included = false}
 * instead of data, and the total stands under {@code meta.stats.total.count} (inferred).
 */
final class Documents {

    private final Account account;
    private final View view;
    private final Query query;
    private final Map<String, Reached> reached = new LinkedHashMap<>();

    /** A record of the document, with those of its relationships that the include paths lead through. */
    private record Reached(Row row, Set<String> relationships) {}

    Documents(Account account, View view, Query query) {
        this.account = account;
        this.view = view;
        this.query = query;
    }

    ObjectNode one(Row row) {
        reach(row, query.includes());
        ObjectNode document = Wire.object();
        document.set("data", resource(row));
        return finished(document, List.of(row), Wire.object());
    }

    ObjectNode list(List<Row> rows, int total) {
        rows.forEach(row -> reach(row, query.includes()));
        ObjectNode document = Wire.object();
        ArrayNode data = document.putArray("data");
        rows.forEach(row -> data.add(resource(row)));
        ObjectNode meta = Wire.object();
        if (query.count()) {
            meta.putObject("stats").putObject("total").put("count", total);
        }
        return finished(document, rows, meta);
    }

    private void reach(Row row, Includes includes) {
        Set<String> names = reached.computeIfAbsent(row.key(), _ -> new Reached(row, new TreeSet<>()))
                .relationships();
        includes.children()
                .forEach(
                        (name, below) -> Resources.of(row.type()).relation(name).ifPresent(relation -> {
                            names.add(name);
                            relation.linked().apply(view, row).forEach(linked -> reach(linked, below));
                        }));
    }

    private ObjectNode finished(ObjectNode document, List<Row> primary, ObjectNode meta) {
        if (!query.includes().children().isEmpty()) {
            ArrayNode included = document.putArray("included");
            Set<String> shown = primary.stream().map(Row::key).collect(Collectors.toSet());
            reached.values().stream()
                    .filter(found -> !shown.contains(found.row().key()))
                    .forEach(found -> included.add(resource(found.row())));
        }
        document.set("meta", meta);
        return document;
    }

    private ObjectNode resource(Row row) {
        ObjectNode json = Wire.object().put("id", row.id()).put("type", row.type());
        json.set("attributes", attributes(row, Resources.of(row.type())));
        ObjectNode relationships = Wire.object();
        Resources.of(row.type())
                .relations()
                .forEach(relation -> relationships.set(relation.name(), relationship(row, relation)));
        json.set("relationships", relationships);
        return json;
    }

    private ObjectNode attributes(Row row, Resource resource) {
        Set<String> wanted = query.fields().getOrDefault(row.type(), Set.copyOf(resource.attributes()));
        ObjectNode json = Wire.object();
        resource.attributes().stream()
                .filter(wanted::contains)
                .forEach(name -> json.set(name, Wire.value(Concealment.shown(account.policies(), row, name))));
        query.extraFields()
                .getOrDefault(row.type(), Set.of())
                .forEach(name ->
                        json.set(name, Wire.value(resource.extras().get(name).apply(account, row))));
        return json;
    }

    private ObjectNode relationship(Row row, Relation relation) {
        ObjectNode json = Wire.object();
        if (!reached.get(row.key()).relationships().contains(relation.name())) {
            json.putObject("meta").put("included", false);
            return json;
        }
        List<Row> linked = relation.linked().apply(view, row);
        if (relation.many()) {
            ArrayNode data = json.putArray("data");
            linked.forEach(target -> data.add(identifier(target)));
            return json;
        }
        json.set("data", linked.isEmpty() ? Wire.value(null) : identifier(linked.getFirst()));
        return json;
    }

    private static ObjectNode identifier(Row row) {
        return Wire.object().put("type", row.type()).put("id", row.id());
    }
}
