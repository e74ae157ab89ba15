package com.hackajob.pinpoint.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** AWS's specification of the embedded metric format: its shape as a schema, and what a schema can't say. */
final class EmfRules {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonSchema SCHEMA = schema();

    private EmfRules() {}

    static List<String> breaches(String document) {
        try {
            return breaches(MAPPER.readTree(document));
        } catch (JsonProcessingException notJson) {
            return List.of("not JSON");
        }
    }

    static List<String> breaches(JsonNode document) {
        List<String> breaches = new ArrayList<>();
        SCHEMA.validate(document).forEach(message -> breaches.add(message.getMessage()));
        for (JsonNode directive : document.at("/_aws/CloudWatchMetrics")) {
            directive.findValuesAsText("Name").stream()
                    .filter(name -> !isMetric(document.path(name)))
                    .forEach(name -> breaches.add("no number is called " + name));
            directive
                    .path("Dimensions")
                    .forEach(set -> set.forEach(name -> {
                        if (!document.path(name.asText()).isTextual()) {
                            breaches.add("no text is called " + name);
                        }
                    }));
        }
        return breaches;
    }

    /** A number, or up to a hundred of them. */
    private static boolean isMetric(JsonNode target) {
        if (!target.isArray()) {
            return target.isNumber();
        }
        boolean areNumbers = true;
        for (JsonNode value : target) {
            areNumbers &= value.isNumber();
        }
        return areNumbers && !target.isEmpty() && target.size() <= 100;
    }

    private static JsonSchema schema() {
        try {
            return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                    .getSchema(Files.readString(Path.of("src/test/resources/emf.schema.json")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
