package com.hackajob.pinpoint.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the gateway answers. */
record ApiReply(int status, Map<String, List<String>> headers, byte[] body) {

    private static final Set<String> OWN = Set.of("content-length", "connection", "transfer-encoding", "date");

    /** An answer of the gateway itself. */
    static ApiReply message(int status, String message) {
        var body = Json.write(Json.object().put("message", message));
        return new ApiReply(status, Map.of("content-type", List.of("application/json")), body);
    }

    static ApiReply internalServerError() {
        return message(500, "Internal Server Error");
    }

    /** What a function returned: with a status code it is a reply, without one it is the body of a 200. */
    static ApiReply of(byte[] payload) {
        try {
            var answer = Json.read(payload);
            return answer.isObject() && answer.has("statusCode") ? full(answer) : bare(payload);
        } catch (UncheckedIOException notJson) {
            return internalServerError();
        }
    }

    private static ApiReply bare(byte[] payload) {
        return new ApiReply(200, Map.of("content-type", List.of("application/json")), payload);
    }

    private static ApiReply full(JsonNode answer) {
        if (!answer.path("statusCode").canConvertToInt()) {
            return internalServerError();
        }
        return new ApiReply(answer.path("statusCode").asInt(), headers(answer), body(answer));
    }

    private static Map<String, List<String>> headers(JsonNode answer) {
        var headers = new TreeMap<String, List<String>>();
        headers.put("content-type", List.of("text/plain;charset=UTF-8"));
        answer.path("headers").properties().forEach(header -> {
            headers.put(
                    header.getKey().toLowerCase(Locale.ROOT),
                    List.of(header.getValue().asText()));
        });
        if (!answer.path("cookies").isEmpty()) {
            headers.put("set-cookie", Json.list(answer.path("cookies"), JsonNode::asText));
        }
        headers.keySet().removeAll(OWN);
        return headers;
    }

    private static byte[] body(JsonNode answer) {
        var text = answer.path("body").asText("");
        return answer.path("isBase64Encoded").asBoolean()
                ? Base64.getDecoder().decode(text)
                : text.getBytes(StandardCharsets.UTF_8);
    }

    ApiReply with(Map<String, String> more) {
        var all = new TreeMap<>(headers);
        more.forEach((name, value) -> all.put(name, List.of(value)));
        return new ApiReply(status, all, body);
    }

    void send(HttpExchange exchange) throws IOException {
        headers.forEach((name, values) -> exchange.getResponseHeaders().put(name, new ArrayList<>(values)));
        var hasBody = body.length > 0
                && status != 204
                && status != 304
                && !exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, hasBody ? body.length : -1);
        if (hasBody) {
            exchange.getResponseBody().write(body);
        }
    }
}
