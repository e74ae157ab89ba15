package com.hackajob.pinpoint.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A queue of the template, with the attributes that matter on one machine. */
public record QueueDefinition(String logicalId, String name, JsonNode properties) {

    /** Retention, encryption and throughput quotas have no meaning in memory; ElasticMQ knows none of them. */
    private static final Set<String> ATTRIBUTES = Set.of(
            "FifoQueue",
            "ContentBasedDeduplication",
            "VisibilityTimeout",
            "DelaySeconds",
            "ReceiveMessageWaitTimeSeconds",
            "RedrivePolicy");

    Map<String, String> attributes() {
        var attributes = new TreeMap<String, String>();
        properties.properties().forEach(property -> {
            if (ATTRIBUTES.contains(property.getKey())) {
                attributes.put(property.getKey(), text(property.getValue()));
            }
        });
        return attributes;
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }
}
