package com.hackajob.pinpoint.local.pinpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The JSON Schemas of Pinpoint's bodies, one file each. */
final class Schemas {

    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig CONFIG =
            SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build();
    private static final Map<String, JsonSchema> LOADED = new ConcurrentHashMap<>();

    private Schemas() {}

    static List<ValidationMessage> check(String name, JsonNode json) {
        return LOADED.computeIfAbsent(name, Schemas::load).validate(json).stream()
                .toList();
    }

    private static JsonSchema load(String name) {
        return FACTORY.getSchema(SchemaLocation.of("classpath:pinpoint-schemas/" + name + ".json"), CONFIG);
    }
}
