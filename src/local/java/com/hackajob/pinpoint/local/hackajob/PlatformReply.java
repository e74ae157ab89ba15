package com.hackajob.pinpoint.local.hackajob;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;

/** An answer of the platform's API: JSON, or a problem document. */
record PlatformReply(int status, String contentType, byte[] body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static PlatformReply company(Company company) {
        return new PlatformReply(200, "application/json", write(company));
    }

    static PlatformReply job(Job job) {
        return new PlatformReply(200, "application/json", write(job));
    }

    /** The CV as address, name, type and size; its bytes are elsewhere. */
    static PlatformReply candidate(Candidate candidate, String cvAddress) {
        ObjectNode json = JSON.valueToTree(candidate);
        var cv = candidate.cv();
        if (cv != null) {
            json.putObject("cv")
                    .put("url", cvAddress)
                    .put("fileName", cv.fileName())
                    .put("contentType", cv.contentType())
                    .put("size", cv.content().length);
        }
        return new PlatformReply(200, "application/json", write(json));
    }

    static PlatformReply problem(int status, String title) {
        var problem = Map.of("type", "about:blank", "title", title, "status", status);
        return new PlatformReply(status, "application/problem+json", write(problem));
    }

    private static byte[] write(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("records can always be written", impossible);
        }
    }

    void send(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", contentType);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
