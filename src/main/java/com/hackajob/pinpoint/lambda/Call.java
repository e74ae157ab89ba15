package com.hackajob.pinpoint.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.SecretToken;
import com.hackajob.pinpoint.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One request, read safely: whatever is missing or malformed is an {@link InvalidRequest} that names it. */
final class Call {

    private final ApiRequest request;
    private final JsonBodies bodies;

    Call(ApiRequest request, JsonBodies bodies) {
        this.request = request;
        this.bodies = bodies;
    }

    String route() {
        return request.routeKey();
    }

    /** The caller's company: from the token, and from nowhere else. */
    CompanyId company() {
        return claim("company_id", CompanyId::new);
    }

    UserId user() {
        return claim("sub", UserId::new);
    }

    boolean isMaster() {
        return claims().getOrDefault("role", "").equals("master");
    }

    private <T> T claim(String name, Function<String, T> type) {
        return parsed("token." + name, Optional.ofNullable(claims().get(name)), type);
    }

    private Map<String, String> claims() {
        return Optional.ofNullable(request.requestContext())
                .map(ApiRequest.RequestContext::authorizer)
                .map(ApiRequest.Authorizer::jwt)
                .map(ApiRequest.Jwt::claims)
                .orElse(Map.of());
    }

    <T> T path(String name, Function<String, T> type) {
        return parsed(name, value(request.pathParameters(), name), type);
    }

    Optional<String> query(String name) {
        return value(request.queryStringParameters(), name).filter(text -> !text.isEmpty());
    }

    /** @param name in lower case, as API Gateway writes it */
    Optional<String> header(String name) {
        return value(request.headers(), name);
    }

    Optional<SecretToken> cookie(String name) {
        return Optional.ofNullable(request.cookies()).orElse(List.of()).stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> new SecretToken(cookie.substring(name.length() + 1)))
                .findFirst();
    }

    JsonNode body() {
        return bodies.read(Optional.ofNullable(request.body()), request.isBase64Encoded());
    }

    private static Optional<String> value(@Nullable Map<String, String> values, String name) {
        return Optional.ofNullable(values).map(present -> present.get(name));
    }

    /** Types refuse malformed text with an IllegalArgumentException; here that is the caller's mistake. */
    static <T> T parsed(String field, Optional<String> text, Function<String, T> type) {
        try {
            return text.map(type).orElseThrow(() -> new InvalidRequest(field));
        } catch (IllegalArgumentException malformed) {
            throw new InvalidRequest(field);
        }
    }
}
