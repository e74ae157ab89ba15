package com.hackajob.pinpoint.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a version of a secret holds: text, or base64 of bytes. Its own text form shows neither. */
record SecretValue(String field, String content) {

    private static final int LIMIT = 65_536;

    SecretValue {
        if (content.getBytes(StandardCharsets.UTF_8).length > LIMIT) {
            throw SecretsRefusal.validation("1 validation error detected: Value at '" + field
                    + "' failed to satisfy constraint: Member must have length less than or equal to " + LIMIT);
        }
    }

    static Optional<SecretValue> in(JsonNode request) {
        if (request.hasNonNull("SecretString") && request.hasNonNull("SecretBinary")) {
            throw SecretsRefusal.invalidParameter("You can't specify both SecretString and SecretBinary.");
        }
        return at("SecretString", request).or(() -> at("SecretBinary", request));
    }

    private static Optional<SecretValue> at(String field, JsonNode request) {
        return Optional.of(request.path(field))
                .filter(JsonNode::isTextual)
                .map(text -> new SecretValue(field, text.asText()));
    }

    void writeTo(ObjectNode reply) {
        reply.put(field, content);
    }

    @Override
    public String toString() {
        return "[hidden]";
    }
}
