package com.hackajob.pinpoint.local.aws;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** CORS as API Gateway does it by itself: it answers preflights, and its headers replace those of a function. */
record Cors(Optional<CorsRules> rules) {

    boolean answers(ApiRequest request) {
        return rules.isPresent() && request.isPreflight();
    }

    ApiReply preflight(ApiRequest request) {
        return decorate(new ApiReply(204, Map.of(), new byte[0]), request);
    }

    ApiReply decorate(ApiReply reply, ApiRequest request) {
        return request.header("origin")
                .flatMap(origin ->
                        rules.filter(known -> known.allows(origin)).map(known -> headers(known, origin, request)))
                .map(reply::with)
                .orElse(reply);
    }

    private static Map<String, String> headers(CorsRules rules, String origin, ApiRequest request) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("access-control-allow-origin", rules.origins().contains("*") ? "*" : origin);
        headers.put("vary", "Origin");
        if (request.isPreflight()) {
            headers.put("access-control-allow-methods", String.join(",", rules.methods()));
            headers.put("access-control-allow-headers", String.join(",", rules.headers()));
            headers.put("access-control-max-age", Integer.toString(rules.maxAge()));
        } else if (!rules.exposed().isEmpty()) {
            headers.put("access-control-expose-headers", String.join(",", rules.exposed()));
        }
        return headers;
    }
}
