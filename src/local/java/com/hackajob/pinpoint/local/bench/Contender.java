package com.hackajob.pinpoint.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hackajob.pinpoint.local.aws.InvocationResult;
import com.hackajob.pinpoint.local.aws.LambdaFunction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Something that reads a mapping, or stands for what that costs without reading one.
 *
 * @param artefact the file that is deployed
 * @param event the invocation that is measured
 */
record Contender(Kind kind, LambdaFunction function, Path artefact, byte[] event) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** The kinds, in the order in which they are shown. */
    enum Kind {
        OURS_JVM("hackajob ↔ Pinpoint, JVM"),
        OURS_NATIVE("hackajob ↔ Pinpoint, native"),
        QUARKUS_UNTUNED("Quarkus, untuned"),
        PLAIN_JAVA("plain Java"),
        NO_OPERATION("runtime client alone");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        boolean isOurs() {
            return this == OURS_JVM || this == OURS_NATIVE;
        }
    }

    void invoke() {
        payload();
    }

    private byte[] payload() {
        return switch (function.invoke(event)) {
            case InvocationResult.Returned(var payload) -> payload;
            case InvocationResult.Failed failed ->
                throw new IllegalStateException(kind.label() + " failed: " + failed + "; see target/local/logs");
        };
    }

    /** The status and the JSON of its answer, as API Gateway would pass them on. */
    Answer answer() {
        try {
            JsonNode answer = MAPPER.readTree(payload());
            return new Answer(
                    answer.path("statusCode").asInt(),
                    MAPPER.readTree(answer.path("body").asText()));
        } catch (IOException notJson) {
            throw new UncheckedIOException(kind.label() + " did not answer in JSON", notJson);
        }
    }

    record Answer(int status, JsonNode body) {}
}
