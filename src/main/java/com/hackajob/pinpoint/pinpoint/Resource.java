package com.hackajob.pinpoint.pinpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** A JSON:API resource of an answer. Whatever is not as documented reads as absent, or as an unreadable answer. */
record Resource(JsonNode node) {

    /** Of an attribute's text: titles, names, addresses and references have less. */
    private static final int LONGEST = 1_000;

    static Resource one(JsonNode body) {
        return new Resource(body.path("data"));
    }

    /** A list must be there, if only an empty one: "nothing found" is never guessed from an answer of another shape. */
    static List<Resource> many(JsonNode body) {
        if (!body.path("data").isArray()) {
            throw new Outage(ErrorCode.PINPOINT_UNAVAILABLE, "Pinpoint's answer can't be read");
        }
        return all(body.path("data"));
    }

    static List<Resource> included(JsonNode body, String type) {
        return all(body.path("included")).stream()
                .filter(resource -> resource.node.path("type").asText().equals(type))
                .toList();
    }

    private static List<Resource> all(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(Resource::new)
                .toList();
    }

    String id() {
        String id = node.path("id").asText();
        if (!id.matches("[0-9]{1,19}")) {
            throw new Outage(ErrorCode.PINPOINT_UNAVAILABLE, "Pinpoint's answer can't be read");
        }
        return id;
    }

    /** An attribute as text; numeric ids come as numbers or as text, and are text here. */
    Optional<String> text(String attribute) {
        JsonNode value = attribute(attribute);
        return value.isValueNode() && !value.isNull()
                ? Optional.of(Kept.of(value.asText(), LONGEST))
                : Optional.empty();
    }

    /** Whether the answer says anything of it, if only that there is none. */
    boolean has(String attribute) {
        return !attribute(attribute).isMissingNode();
    }

    boolean flag(String attribute) {
        return attribute(attribute).asBoolean(false);
    }

    long number(String attribute) {
        return attribute(attribute).asLong(0);
    }

    /** The id of what a to-one relationship leads to, where that was asked for and is there. */
    Optional<String> related(String relationship) {
        JsonNode id = node.path("relationships").path(relationship).path("data").path("id");
        return id.isValueNode() && !id.isNull() ? Optional.of(id.asText()) : Optional.empty();
    }

    /** The ids of what a to-many relationship leads to; empty where the answer does not say. */
    Optional<List<String>> relatedMany(String relationship) {
        JsonNode data = node.path("relationships").path(relationship).path("data");
        return data.isArray() ? Optional.of(all(data).stream().map(Resource::id).toList()) : Optional.empty();
    }

    JsonNode attribute(String name) {
        return node.path("attributes").path(name);
    }

    @Override
    public String toString() {
        return "Resource[hidden]";
    }
}
