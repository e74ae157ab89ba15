package com.hackajob.pinpoint.local.pinpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** How values look on the wire (documented): JSON, and date-times such as {@code 2019-01-01T00:00:00+00:00}. */
final class Wire {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx").withZone(ZoneOffset.UTC);

    private Wire() {}

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static JsonNode value(@Nullable Object value) {
        return JSON.valueToTree(value instanceof Instant instant ? DATE_TIME.format(instant) : value);
    }

    static byte[] bytes(JsonNode json) {
        try {
            return JSON.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode parse(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw Refusal.violation(ErrorKind.BAD_REQUEST, "The body is not JSON");
        }
    }
}
