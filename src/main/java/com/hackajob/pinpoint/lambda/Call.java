package com.hackajob.pinpoint.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.hackajob.pinpoint.Bytes;
import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.UserId;
import com.hackajob.pinpoint.connection.Caller;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
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

    /** The same for the log: empty where there is none. */
    Optional<CompanyId> knownCompany() {
        try {
            return Optional.of(company());
        } catch (InvalidRequest none) {
            return Optional.empty();
        }
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

    Caller caller() {
        return new Caller(company(), user(), isMaster());
    }

    Optional<String> optionalPath(String name) {
        return value(request.pathParameters(), name);
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

    Optional<String> cookie(String name) {
        return Optional.ofNullable(request.cookies()).orElse(List.of()).stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(name.length() + 1))
                .findFirst();
    }

    JsonNode body() {
        return bodies.read(text());
    }

    /** The body as a JSON object; an empty one where there is none. */
    JsonNode optionalBody() {
        return text().isEmpty() ? bodies.none() : body();
    }

    Form form() {
        return Form.parse(text());
    }

    /** The form, for showing it again: one that can't be read was empty. */
    Form formIfReadable() {
        try {
            return form();
        } catch (InvalidRequest unreadable) {
            return Form.EMPTY;
        }
    }

    private String text() {
        return new String(rawBody().array(), StandardCharsets.UTF_8);
    }

    /** The body's bytes as they were sent. */
    Bytes rawBody() {
        String body = Optional.ofNullable(request.body()).orElse("");
        try {
            return new Bytes(
                    request.isBase64Encoded()
                            ? Base64.getDecoder().decode(body)
                            : body.getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            throw new InvalidRequest("body");
        }
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
