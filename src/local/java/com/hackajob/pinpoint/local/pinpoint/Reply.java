package com.hackajob.pinpoint.local.pinpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What goes back to the caller. JSON:API documents are {@code application/vnd.api+json} (documented). */
record Reply(int status, Map<String, String> headers, byte[] body) {

    static final String JSON_API = "application/vnd.api+json";

    static Reply document(int status, JsonNode document) {
        return new Reply(status, Map.of("Content-Type", JSON_API), Wire.bytes(document));
    }

    static Reply json(int status, JsonNode json) {
        return new Reply(
                status, Map.of("Content-Type", "application/json", "Cache-Control", "no-store"), Wire.bytes(json));
    }

    static Reply errors(List<Problem> problems) {
        ObjectNode document = Wire.object();
        ArrayNode errors = document.putArray("errors");
        problems.forEach(problem -> errors.add(problem.json()));
        return document(problems.getFirst().kind().status(), document);
    }

    static Reply html(int status, String text) {
        String page = "<!DOCTYPE html><html><head><title>" + text + "</title></head><body><h1>" + text + "</h1></body>"
                + "</html>";
        return new Reply(
                status, Map.of("Content-Type", "text/html; charset=utf-8"), page.getBytes(StandardCharsets.UTF_8));
    }

    static Reply redirect(String location) {
        return new Reply(302, Map.of("Location", location), new byte[0]);
    }

    static Reply file(SimulatedFile file) {
        return new Reply(200, Map.of("Content-Type", file.mediaType()), file.content());
    }

    Reply with(String header, String value) {
        Map<String, String> extended = new LinkedHashMap<>(headers);
        extended.put(header, value);
        return new Reply(status, extended, body);
    }
}
