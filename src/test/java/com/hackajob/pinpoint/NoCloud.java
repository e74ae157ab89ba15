package com.hackajob.pinpoint;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** What a function gets from template.yaml, as far as starting needs it. */
public final class NoCloud implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.lambda.handler", "events",
                "quarkus.lambda.mock-event-server.test-port", "0",
                "table", "table",
                "dead.letter.queue", "queue",
                "quarkus.dynamodb.aws.region", "eu-west-2",
                "quarkus.sqs.aws.region", "eu-west-2",
                "quarkus.secretsmanager.aws.region", "eu-west-2");
    }
}
