package com.hackajob.pinpoint.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;

/** Bodies from and to callers. */
@Singleton
final class JsonBodies {

    private final ObjectMapper mapper;

    JsonBodies(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** The body as a JSON object. */
    JsonNode read(String body) {
        try {
            JsonNode node = mapper.readTree(body);
            if (node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException unreadable) {
            // told below
        }
        throw new InvalidRequest("body");
    }

    JsonNode none() {
        return mapper.createObjectNode();
    }

    String write(Object body) {
        try {
            return mapper.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Refuses what nobody would read: a misspelt setting is not to pass for one that was left out. */
    static JsonNode of(JsonNode object, String... fields) {
        Set<String> known = Set.of(fields);
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw new InvalidRequest(name);
            }
        });
        return object;
    }

    static String text(JsonNode object, String field) {
        return optionalText(object, field).orElseThrow(() -> new InvalidRequest(field));
    }

    static Optional<String> optionalText(JsonNode object, String field) {
        JsonNode value = object.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual() || value.asText().isBlank()) {
            throw new InvalidRequest(field);
        }
        return Optional.of(value.asText());
    }

    static boolean flag(JsonNode object, String field) {
        return optionalFlag(object, field).orElse(false);
    }

    static Optional<Boolean> optionalFlag(JsonNode object, String field) {
        JsonNode value = object.path(field);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isBoolean()) {
            throw new InvalidRequest(field);
        }
        return Optional.of(value.asBoolean());
    }
}
