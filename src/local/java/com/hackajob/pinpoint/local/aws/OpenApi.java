package com.hackajob.pinpoint.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The routes of an OpenAPI document with API Gateway's extensions. */
final class OpenApi {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");
    private static final String ANY = "x-amazon-apigateway-any-method";
    private static final Pattern FUNCTION = Pattern.compile(".*:function:([^/:]+)/invocations");

    private final JsonNode document;

    OpenApi(JsonNode document) {
        this.document = document;
    }

    List<Route> routes() {
        return document.path("paths").properties().stream()
                .flatMap(path -> routes(path.getKey(), path.getValue()))
                .toList();
    }

    private Stream<Route> routes(String path, JsonNode operations) {
        return operations.properties().stream()
                .filter(operation -> METHODS.contains(operation.getKey())
                        || operation.getKey().equals(ANY))
                .map(operation -> route(path, operation));
    }

    private Route route(String path, Map.Entry<String, JsonNode> operation) {
        var method = operation.getKey().equals(ANY) ? "ANY" : operation.getKey().toUpperCase(Locale.ROOT);
        var where = method + " " + path;
        var integration = operation.getValue().path("x-amazon-apigateway-integration");
        return new Route(method, new PathPattern(path), function(where, integration), jwt(where, operation.getValue()));
    }

    private static String function(String where, JsonNode integration) {
        if (!integration.path("type").asText().equalsIgnoreCase("aws_proxy")
                || !integration.path("payloadFormatVersion").asText().equals("2.0")) {
            throw new IllegalArgumentException(where + " needs an aws_proxy integration with payload format 2.0");
        }
        var function = FUNCTION.matcher(integration.path("uri").asText());
        if (!function.matches()) {
            throw new IllegalArgumentException(where + " names no function: " + integration.path("uri"));
        }
        return function.group(1);
    }

    private Optional<JwtRule> jwt(String where, JsonNode operation) {
        var security = operation.has("security") ? operation.path("security") : document.path("security");
        return security.isEmpty()
                ? Optional.empty()
                : Optional.of(scheme(where, Json.fieldNames(security.path(0)).getFirst()));
    }

    private JwtRule scheme(String where, String name) {
        var authorizer =
                document.path("components").path("securitySchemes").path(name).path("x-amazon-apigateway-authorizer");
        if (!authorizer.path("type").asText().equals("jwt")) {
            throw new IllegalArgumentException(where + " asks for " + name + ", which is no jwt authorizer");
        }
        var jwt = authorizer.path("jwtConfiguration");
        return new JwtRule(jwt.path("issuer").asText(), Json.list(jwt.path("audience"), JsonNode::asText));
    }
}
