package com.hackajob.pinpoint.local.pinpoint;

import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Which tenant a request is for, by host name or else by the first part of its path, and what follows that. */
record Address(String subdomain, String path) {

    private static final String DOMAIN = ".pinpointhq.com";
    private static final String FILES = "/files/";

    static Address of(HttpExchange exchange) {
        String host = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host"))
                .orElse("")
                .split(":")[0];
        String path = exchange.getRequestURI().getRawPath();
        if (host.endsWith(DOMAIN)) {
            return new Address(host.substring(0, host.length() - DOMAIN.length()), path);
        }
        if (path.startsWith(FILES)) {
            return new Address("", path);
        }
        int end = path.indexOf('/', 1);
        return end < 0 ? new Address(path.substring(1), "/") : new Address(path.substring(1, end), path.substring(end));
    }

    boolean isFile() {
        return path.startsWith(FILES) && subdomain.isEmpty();
    }

    RecordedRequest recorded(Call call, int status) {
        String query = Optional.ofNullable(call.rawQuery()).orElse("");
        return new RecordedRequest(
                subdomain,
                call.method(),
                path,
                URLDecoder.decode(query, StandardCharsets.UTF_8),
                status,
                call.credential(),
                call.header("x-vendor-name"));
    }
}
