package com.hackajob.pinpoint.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/**
 * A function of the template, its Globals folded in.
 *
 * @param name the logical id without "Function", in lower case
 */
public record FunctionDefinition(
        String logicalId,
        String name,
        Map<String, String> environment,
        Duration timeout,
        int memoryMegabytes,
        List<EventSource> sources,
        Policy policy) {

    public FunctionDefinition {
        environment = Map.copyOf(environment);
        sources = List.copyOf(sources);
    }

    static FunctionDefinition of(String logicalId, String name, JsonNode globals, JsonNode own) {
        return new FunctionDefinition(
                logicalId,
                name,
                environment(globals, own),
                Duration.ofSeconds(either("Timeout", own, globals).asLong(3)),
                either("MemorySize", own, globals).asInt(128),
                sources(own.path("Events")),
                Policy.of(own.path("Policies")));
    }

    private static JsonNode either(String property, JsonNode own, JsonNode globals) {
        return own.has(property) ? own.path(property) : globals.path(property);
    }

    private static Map<String, String> environment(JsonNode globals, JsonNode own) {
        var environment = new TreeMap<String, String>();
        for (var properties : List.of(globals, own)) {
            properties.path("Environment").path("Variables").properties().forEach(variable -> {
                environment.put(variable.getKey(), variable.getValue().asText());
            });
        }
        return environment;
    }

    private static List<EventSource> sources(JsonNode events) {
        return StreamSupport.stream(events.spliterator(), false)
                .map(EventSource::of)
                .toList();
    }

    /** Another function with this one's surroundings, memory, time and policy, which nothing invokes by itself. */
    FunctionDefinition as(String another) {
        var surroundings = new TreeMap<>(environment);
        surroundings.remove("QUARKUS_LAMBDA_HANDLER");
        return new FunctionDefinition(another, another, surroundings, timeout, memoryMegabytes, List.of(), policy);
    }

    public String arn() {
        return AwsAccount.LOCAL.arn("lambda", "function:" + name);
    }
}
