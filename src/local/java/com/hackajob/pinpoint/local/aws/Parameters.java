package com.hackajob.pinpoint.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The template's parameters: what was given, else the default. */
final class Parameters {

    private final JsonNode declared;
    private final Map<String, String> given;

    Parameters(JsonNode declared, Map<String, String> given) {
        this.declared = declared;
        this.given = Map.copyOf(given);
        var unknown = new TreeSet<>(given.keySet());
        declared.fieldNames().forEachRemaining(unknown::remove);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("The template has no parameter " + String.join(", ", unknown));
        }
    }

    Optional<JsonNode> find(String name) {
        return declared.has(name) ? Optional.of(TextNode.valueOf(value(name))) : Optional.empty();
    }

    String value(String name) {
        return Optional.ofNullable(given.get(name))
                .or(() -> Optional.of(declared.path(name).path("Default"))
                        .filter(JsonNode::isValueNode)
                        .map(JsonNode::asText))
                .orElseThrow(
                        () -> new IllegalArgumentException("Parameter " + name + " has neither a value nor a default"));
    }
}
