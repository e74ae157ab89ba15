package com.hackajob.pinpoint.local.pinpoint;

import java.util.List;
import java.util.Map;

/** A tag on an application (documented: read as {@code context} and {@code name}, written as {@code tag}). */
public record Tag(String context, String name) {

    static List<Map<String, String>> shown(Row row) {
        return row.list("tags", Tag.class).stream()
                .map(tag -> Map.of("context", tag.context(), "name", tag.name()))
                .toList();
    }
}
