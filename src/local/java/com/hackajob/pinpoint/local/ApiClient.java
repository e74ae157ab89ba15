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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Calls the API as hackajob's frontend and an administrator's browser do. Follows no redirect. */
public final class ApiClient {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI gateway;
    private final Runnable afterEach;

    public ApiClient(URI gateway) {
        this(gateway, () -> {});
    }

    /** @param afterEach what is done after each answer, before the caller gets it */
    public ApiClient(URI gateway, Runnable afterEach) {
        this.gateway = gateway;
        this.afterEach = afterEach;
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

        /** As a browser posts a form: names and values in turn. */
        public Call form(String... fields) {
            body = IntStream.range(0, fields.length / 2)
                    .mapToObj(i -> encoded(fields[2 * i]) + "=" + encoded(fields[2 * i + 1]))
                    .collect(Collectors.joining("&"));
            return header("Content-Type", "application/x-www-form-urlencoded");
        }

        public Reply send() {
            var request = HttpRequest.newBuilder(URI.create(gateway + path))
                    .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
            headers.forEach(request::header);
            try {
                var reply = new Reply(http.send(request.build(), BodyHandlers.ofString()));
                afterEach.run();
                return reply;
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

        private static final Pattern PAGE_CODE = Pattern.compile("data-code=\"([a-z_]*)\"");

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

        /** Status and error code in one word, such as {@code 409 not_connected}; a page names its code too. */
        public String problem() {
            Matcher page = PAGE_CODE.matcher(response.body());
            return status() + " "
                    + (page.find() ? page.group(1) : json().path("code").asText(""));
        }

        /** The secret part of the link that a redirect leads to. */
        public String nextLink() {
            return header("Location").orElseThrow().replaceFirst(".*/", "");
        }
    }
}
