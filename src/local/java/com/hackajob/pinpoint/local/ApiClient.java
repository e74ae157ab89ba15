package com.hackajob.pinpoint.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Calls the API as hackajob's frontend and an administrator's browser do. Follows no redirect. */
public final class ApiClient {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI gateway;

    public ApiClient(URI gateway) {
        this.gateway = gateway;
    }

    /**
     * Starts a call of a route, named as in openapi.yaml.
     *
     * @param route such as {@code GET /v1/jobs/{jobId}/mapping}
     * @param pathValues what the route's braces stand for, in their order
     */
    public Call call(String route, String... pathValues) {
        String[] methodAndPath = route.split(" ", 2);
        String path = methodAndPath[1];
        for (String value : pathValues) {
            path = path.replaceFirst("\\{[^}]+}", encoded(value));
        }
        return new Call(methodAndPath[0], path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A call being put together. */
    public final class Call {

        private final String method;
        private final Map<String, String> headers = new LinkedHashMap<>();
        private String path;
        private String body = "";

        private Call(String method, String path) {
            this.method = method;
            this.path = path;
        }

        public Call as(String token) {
            return header("Authorization", "Bearer " + token);
        }

        public Call header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        public Call query(String name, String value) {
            path += (path.contains("?") ? "&" : "?") + encoded(name) + "=" + encoded(value);
            return this;
        }

        public Call body(String json) {
            body = json;
            return header("Content-Type", "application/json");
        }

        public Reply send() {
            var request = HttpRequest.newBuilder(URI.create(gateway + path))
                    .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
            headers.forEach(request::header);
            try {
                return new Reply(http.send(request.build(), BodyHandlers.ofString()));
            } catch (IOException noAnswer) {
                throw new UncheckedIOException(noAnswer);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while calling the API", stopped);
            }
        }
    }

    /** What came back. */
    public record Reply(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }

        /** The body as JSON; a missing node when it is none. */
        public JsonNode json() {
            try {
                return response.body().isEmpty() ? MissingNode.getInstance() : MAPPER.readTree(response.body());
            } catch (IOException notJson) {
                return MissingNode.getInstance();
            }
        }

        /** Status and error code in one word, such as {@code 409 not_connected}. */
        public String problem() {
            return status() + " " + json().path("code").asText("");
        }
    }
}
