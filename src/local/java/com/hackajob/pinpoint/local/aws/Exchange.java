package com.hackajob.pinpoint.local.aws;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A request as the gateway got it, and the answer as it leaves; header names in lower case. */
public record Exchange(Question request, Answer answer) {

    static Exchange of(ApiRequest request, ApiReply reply) {
        return new Exchange(
                new Question(
                        request.method(), request.rawPath(), request.rawQuery(), request.headers(), request.body()),
                new Answer(reply.status(), reply.headers(), reply.body()));
    }

    @Override
    public String toString() {
        return "asked %s\nanswered %s".formatted(request, answer);
    }

    /** What came. */
    public record Question(String method, String path, String query, Map<String, String> headers, byte[] body) {

        @Override
        public String toString() {
            return "%s %s?%s\n%s".formatted(method, path, query, new String(body, StandardCharsets.UTF_8));
        }
    }

    /** What goes. */
    public record Answer(int status, Map<String, List<String>> headers, byte[] body) {

        @Override
        public String toString() {
            return "%d %s\n%s".formatted(status, headers, new String(body, StandardCharsets.UTF_8));
        }
    }
}
