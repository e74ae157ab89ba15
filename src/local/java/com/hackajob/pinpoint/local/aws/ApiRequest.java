package com.hackajob.pinpoint.local.aws;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A request as it came to the gateway; header names in lower case, values of one name joined by commas. */
record ApiRequest(
        String method,
        String rawPath,
        String rawQuery,
        Map<String, String> headers,
        List<String> cookies,
        byte[] body,
        String protocol,
        String sourceIp) {

    static final int BODY_LIMIT = 10 * 1024 * 1024;

    static ApiRequest of(HttpExchange exchange) throws IOException {
        var headers = new TreeMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        var cookies =
                Optional.ofNullable(exchange.getRequestHeaders().get("Cookie")).orElse(List.of());
        headers.remove("cookie");
        return new ApiRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""),
                headers,
                cookies.stream()
                        .flatMap(cookie -> Stream.of(cookie.split("; ?")))
                        .toList(),
                exchange.getRequestBody().readNBytes(BODY_LIMIT + 1),
                exchange.getProtocol(),
                exchange.getRemoteAddress().getAddress().getHostAddress());
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    boolean isTooLarge() {
        return body.length > BODY_LIMIT;
    }

    /** What a browser asks before a request that CORS restricts. */
    boolean isPreflight() {
        return method.equals("OPTIONS")
                && headers.containsKey("origin")
                && headers.containsKey("access-control-request-method");
    }
}
