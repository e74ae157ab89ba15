package com.hackajob.pinpoint.local.pinpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.Optional;

/** Reads a request body strictly (how the real server answers to a wrong one is a policy, and the words are invented). */
final class BodyReader {

    private final Policies policies;
    private final String schema;

    BodyReader(Policies policies, String schema) {
        this.policies = policies;
        this.schema = schema;
    }

    Body read(byte[] bytes) {
        JsonNode document = Wire.parse(bytes);
        List<Problem> problems =
                Schemas.check(schema, document).stream().map(this::problem).toList();
        if (!problems.isEmpty()) {
            throw Refusal.violation(problems);
        }
        return new Body(document);
    }

    private Problem problem(ValidationMessage message) {
        String at = message.getInstanceLocation().toString();
        boolean unknown = message.getType().equals("additionalProperties");
        String pointer = unknown ? at + "/" + message.getProperty() : at;
        return new Problem(kind(at, unknown), message.getMessage(), Optional.of(pointer), Optional.empty());
    }

    private ErrorKind kind(String at, boolean unknown) {
        boolean value = at.startsWith("/data/attributes") || at.startsWith("/data/relationships");
        boolean bad = !value || (unknown && policies.is(Policy.UNKNOWN_ATTRIBUTE_IS_BAD_REQUEST));
        return bad ? ErrorKind.BAD_REQUEST : ErrorKind.UNPROCESSABLE_ENTITY;
    }
}
