package com.hackajob.pinpoint.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Which browsers' pages may call the API, and how. */
public record CorsRules(
        List<String> origins, List<String> methods, List<String> headers, List<String> exposed, int maxAge) {

    static CorsRules of(JsonNode configuration) {
        return new CorsRules(
                Json.list(configuration.path("AllowOrigins"), JsonNode::asText),
                Json.list(configuration.path("AllowMethods"), JsonNode::asText),
                Json.list(configuration.path("AllowHeaders"), JsonNode::asText),
                Json.list(configuration.path("ExposeHeaders"), JsonNode::asText),
                configuration.path("MaxAge").asInt());
    }

    boolean allows(String origin) {
        return origins.contains("*") || origins.contains(origin);
    }
}
