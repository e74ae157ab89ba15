package com.hackajob.pinpoint.local.pinpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The document of a write, already checked against its schema. */
record Body(JsonNode document) {

    private static final ObjectMapper JSON = new ObjectMapper();

    JsonNode attributes() {
        return document.at("/data/attributes");
    }

    boolean has(String attribute) {
        return attributes().has(attribute);
    }

    /** The text of an attribute; empty if it is absent, null or blank. */
    Optional<String> text(String attribute) {
        return Optional.of(attributes().path(attribute).asText("")).filter(text -> !text.isBlank());
    }

    boolean isTrue(String attribute) {
        return attributes().path(attribute).asBoolean();
    }

    /** Those of the named attributes that were sent, with null where null was sent. */
    Map<String, @Nullable Object> sent(List<String> names) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        names.stream()
                .filter(this::has)
                .forEach(name -> values.put(name, plain(attributes().get(name))));
        return values;
    }

    /** The id that a to-one relationship names. */
    Optional<String> related(String relationship) {
        JsonNode id = document.at("/data/relationships/" + relationship + "/data/id");
        return id.isTextual() ? Optional.of(id.asText()) : Optional.empty();
    }

    /** The type that a to-one relationship names. */
    String relatedType(String relationship) {
        return document.at("/data/relationships/" + relationship + "/data/type").asText();
    }

    /** What is to be created with the record: each entry's object of the same temp-id in {@code included}. */
    List<JsonNode> children(String relationship) {
        return stream(document.at("/data/relationships/" + relationship + "/data"))
                .map(entry -> included(entry.path("temp-id").asText()))
                .toList();
    }

    private JsonNode included(String tempId) {
        return stream(document.path("included"))
                .filter(object -> object.path("temp-id").asText().equals(tempId))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.violation(ErrorKind.BAD_REQUEST, "Nothing is included under the temp-id " + tempId));
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static @Nullable Object plain(JsonNode value) {
        return JSON.convertValue(value, Object.class);
    }
}
