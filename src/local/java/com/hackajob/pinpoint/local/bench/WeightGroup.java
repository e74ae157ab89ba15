package com.hackajob.pinpoint.local.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * Parts of the artefact that are there for the same reason.
 *
 * @param prefixes with which their names begin: {@code group.artifact} for jars, a folder for other files
 */
record WeightGroup(String group, List<String> prefixes, String reason) {

    static final WeightGroup NONE = new WeightGroup("nobody knows why", List.of(), "missing in weight.json");

    WeightGroup {
        prefixes = List.copyOf(prefixes);
    }

    static List<WeightGroup> all() {
        try (var json = Objects.requireNonNull(WeightGroup.class.getResourceAsStream("/weight.json"))) {
            return List.of(new ObjectMapper().readValue(json, WeightGroup[].class));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("weight.json can't be read", unreadable);
        }
    }

    /** The length of its prefix with which the name begins; -1 where it begins with none. */
    int claim(String name) {
        return prefixes.stream()
                .filter(name::startsWith)
                .mapToInt(String::length)
                .max()
                .orElse(-1);
    }
}
