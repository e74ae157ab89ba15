package com.hackajob.pinpoint.local.aws;

import java.util.Optional;

/** One route of the API: which function answers it, and whose tokens it asks for, if any. */
public record Route(String method, PathPattern path, String function, Optional<JwtRule> jwt) {

    /** As in an event: {@code GET /v1/jobs/{jobId}/mapping}. */
    public String key() {
        return method + " " + path.template();
    }

    boolean takes(String requestMethod) {
        return method.equals("ANY") || method.equals(requestMethod);
    }
}
