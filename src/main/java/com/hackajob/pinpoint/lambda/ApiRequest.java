package com.hackajob.pinpoint.lambda;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What API Gateway sends for an HTTP API (payload format 2.0), as far as we read it. */
@RegisterForReflection
record ApiRequest(
        String routeKey,
        @Nullable Map<String, String> pathParameters,
        @Nullable Map<String, String> queryStringParameters,
        @Nullable Map<String, String> headers,
        @Nullable List<String> cookies,
        @Nullable String body,
        boolean isBase64Encoded,
        @Nullable RequestContext requestContext) {

    @Override
    public String toString() {
        return "ApiRequest[" + routeKey + "]";
    }

    @RegisterForReflection
    record RequestContext(
            @Nullable String requestId, @Nullable Authorizer authorizer) {}

    @RegisterForReflection
    record Authorizer(@Nullable Jwt jwt) {}

    @RegisterForReflection
    record Jwt(@Nullable Map<String, String> claims) {}
}
