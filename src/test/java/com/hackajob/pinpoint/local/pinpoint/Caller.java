package com.hackajob.pinpoint.local.pinpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Calls the simulator over HTTP, as any program would. */
final class Caller {

    /** What came back. */
    record Answer(int status, String mediaType, byte[] body) {
        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String at(String pointer) {
            return json().at(pointer).asText();
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String base;
    private final Map<String, String> headers;

    private Caller(String base, Map<String, String> headers) {
        this.base = base;
        this.headers = headers;
    }

    static Caller of(PinpointSimulator simulator, Tenant tenant) {
        return new Caller(
                simulator.baseUrl() + "/" + tenant.subdomain(),
                Map.of("Accept", "application/vnd.api+json", "Content-Type", "application/vnd.api+json"));
    }

    Caller withKey(String key) {
        return with("X-API-KEY", key);
    }

    Caller with(String header, String value) {
        Map<String, String> extended = new LinkedHashMap<>(headers);
        extended.put(header, value);
        return new Caller(base, extended);
    }

    Answer get(String pathAndQuery) {
        return send("GET", pathAndQuery, "");
    }

    Answer post(String path, String body) {
        return send("POST", path, body);
    }

    Answer put(String path, String body) {
        return send("PUT", path, body);
    }

    Answer send(String method, String pathAndQuery, String body) {
        String uri = pathAndQuery.startsWith("http") ? pathAndQuery : base + pathAndQuery;
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(uri.replace("[", "%5B").replace("]", "%5D")))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            String mediaType = response.headers().firstValue("Content-Type").orElse("");
            return checked(new Answer(response.statusCode(), mediaType, response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Every JSON:API document has to have its documented shape. */
    private static Answer checked(Answer answer) {
        if (answer.mediaType().equals("application/vnd.api+json")) {
            var wrong = Schemas.check("response", answer.json());
            if (!wrong.isEmpty()) {
                throw new AssertionError(wrong.toString());
            }
        }
        return answer;
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
