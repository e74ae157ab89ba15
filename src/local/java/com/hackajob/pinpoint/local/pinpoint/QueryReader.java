package com.hackajob.pinpoint.local.pinpoint;

import com.hackajob.pinpoint.local.pinpoint.Query.Condition;
import com.hackajob.pinpoint.local.pinpoint.Query.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a query string strictly: a parameter that is not documented for the resource is a bad request. */
final class QueryReader {

    private final Resource resource;
    private final boolean list;
    private final Map<String, Set<String>> fields = new HashMap<>();
    private final Map<String, Set<String>> extraFields = new HashMap<>();
    private final List<Condition> conditions = new ArrayList<>();
    private Includes includes = Includes.none();
    private Comparator<Row> order;
    private Page page = Page.FIRST;
    private boolean count;

    private QueryReader(Resource resource, boolean list, String defaultSort) {
        this.resource = resource;
        this.list = list;
        this.order = Sorting.by(List.of(defaultSort));
    }

    static Query list(Resource resource, List<Parameter> parameters, String defaultSort) {
        return new QueryReader(resource, true, defaultSort).read(parameters);
    }

    static Query one(Resource resource, List<Parameter> parameters) {
        return new QueryReader(resource, false, "id").read(parameters);
    }

    private Query read(List<Parameter> parameters) {
        Set<String> seen = new HashSet<>();
        for (Parameter parameter : parameters) {
            if (!seen.add(parameter.full()) || parameter.value().isEmpty()) {
                throw parameter.refused();
            }
            read(parameter);
        }
        return new Query(includes, fields, extraFields, conditions, order, page, count);
    }

    private void read(Parameter parameter) {
        switch (parameter.name()) {
            case "include" -> include(parameter);
            case "fields" -> fields(parameter);
            case "extra_fields" -> extraFields(parameter);
            case "filter", "sort", "page", "stats" -> listOnly(parameter);
            default -> throw parameter.refused();
        }
    }

    private void listOnly(Parameter parameter) {
        if (!list) {
            throw parameter.refused();
        }
        switch (parameter.name()) {
            case "filter" -> conditions.add(Conditions.read(resource, parameter));
            case "sort" -> sort(parameter);
            case "page" -> page(parameter);
            default -> stats(parameter);
        }
    }

    private void include(Parameter parameter) {
        require(parameter.has(), parameter);
        includes = Includes.read(parameter.value(), resource);
    }

    private void fields(Parameter parameter) {
        Resource of = type(parameter);
        require(of.attributes().containsAll(parameter.values()), parameter);
        fields.put(of.type(), Set.copyOf(parameter.values()));
    }

    private void extraFields(Parameter parameter) {
        Resource of = type(parameter);
        require(of.extras().keySet().containsAll(parameter.values()), parameter);
        extraFields.put(of.type(), Set.copyOf(parameter.values()));
    }

    private static Resource type(Parameter parameter) {
        require(parameter.keys().size() == 1, parameter);
        return Resources.find(parameter.keys().getFirst()).orElseThrow(parameter::refused);
    }

    private void sort(Parameter parameter) {
        require(parameter.has() && Sorting.allows(parameter.values()), parameter);
        order = Sorting.by(parameter.values());
    }

    private void page(Parameter parameter) {
        require(parameter.value().matches("[0-9]{1,9}"), parameter);
        int value = Integer.parseInt(parameter.value());
        page = switch (String.join(".", parameter.keys())) {
            case "number" -> new Page(value, page.size());
            case "size" -> new Page(page.number(), value);
            default -> throw parameter.refused();
        };
        require(page.number() >= 1 && page.size() <= 1000, parameter);
    }

    private void stats(Parameter parameter) {
        require(parameter.has("total") && parameter.value().equals("count"), parameter);
        count = true;
    }

    private static void require(boolean met, Parameter parameter) {
        if (!met) {
            throw parameter.refused();
        }
    }
}
