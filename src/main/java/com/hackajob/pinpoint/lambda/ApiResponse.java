package com.hackajob.pinpoint.lambda;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What API Gateway makes an HTTP answer of (payload format 2.0). Nothing we answer may be kept by a cache. */
@RegisterForReflection
record ApiResponse(int statusCode, Map<String, String> headers, List<String> cookies, String body) {

    static ApiResponse json(int status, String body) {
        return new ApiResponse(
                status, Map.of("Content-Type", "application/json", "Cache-Control", "no-store"), List.of(), body);
    }

    static ApiResponse empty(int status) {
        return new ApiResponse(status, Map.of("Cache-Control", "no-store"), List.of(), "");
    }

    static ApiResponse html(int status, String body) {
        return empty(status)
                .with("Content-Type", "text/html; charset=utf-8")
                .with("X-Content-Type-Options", "nosniff")
                .withBody(body);
    }

    /** Sends a browser on after a form was posted. */
    static ApiResponse seeOther(String location) {
        return empty(303).with("Location", location);
    }

    private ApiResponse withBody(String text) {
        return new ApiResponse(statusCode, headers, cookies, text);
    }

    ApiResponse with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new ApiResponse(statusCode, more, cookies, body);
    }

    ApiResponse withCookie(String cookie) {
        return new ApiResponse(statusCode, headers, List.of(cookie), body);
    }

    @Override
    public String toString() {
        return "ApiResponse[" + statusCode + "]";
    }
}
