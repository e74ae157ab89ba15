package com.hackajob.pinpoint.local.pinpoint;

import java.util.List;

/** The operation that a request means: {@code GET /jobs/{id}} and its id. */
record Route(String method, String type, String id) {

    static Route of(Call call) {
        List<String> segments = call.segments();
        if (segments.size() < 3 || segments.size() > 4 || !call.path().startsWith("/api/v1/")) {
            throw Refusal.violation(ErrorKind.NOT_FOUND, "Record not found");
        }
        return new Route(call.method(), segments.get(2), segments.size() == 4 ? segments.get(3) : "");
    }

    boolean hasId() {
        return !id.isEmpty();
    }

    String shape() {
        return method + " /" + type + (hasId() ? "/{id}" : "");
    }
}
