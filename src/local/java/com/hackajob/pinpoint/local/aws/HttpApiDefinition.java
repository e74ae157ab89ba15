package com.hackajob.pinpoint.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** The template's HTTP API: its routes, from the OpenAPI document it includes, and its CORS rules. */
public record HttpApiDefinition(List<Route> routes, Optional<CorsRules> cors) {

    public HttpApiDefinition {
        routes = List.copyOf(routes);
    }

    static HttpApiDefinition of(JsonNode properties) {
        var cors = Optional.ofNullable(properties.get("CorsConfiguration")).map(CorsRules::of);
        return new HttpApiDefinition(new OpenApi(properties.path("DefinitionBody")).routes(), cors);
    }
}
