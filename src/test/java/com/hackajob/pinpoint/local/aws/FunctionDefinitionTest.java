package com.hackajob.pinpoint.local.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FunctionDefinitionTest {

    private static final Policy POLICY = new Policy(List.of());

    @Test
    void another_function_in_its_surroundings_has_all_of_them_but_its_handler_and_its_events() {
        var mappings = new FunctionDefinition(
                "MappingsFunction",
                "mappings",
                Map.of("TABLE", "table", "QUARKUS_LAMBDA_HANDLER", "mappings"),
                Duration.ofSeconds(20),
                512,
                List.of(new EventSource.Rate(Duration.ofMinutes(1))),
                POLICY);

        assertThat(mappings.as("peer"))
                .isEqualTo(new FunctionDefinition(
                        "peer", "peer", Map.of("TABLE", "table"), Duration.ofSeconds(20), 512, List.of(), POLICY));
    }
}
