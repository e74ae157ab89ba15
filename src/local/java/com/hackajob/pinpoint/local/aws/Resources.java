package com.hackajob.pinpoint.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The template's resources, and the names they get here. */
final class Resources {

    private final JsonNode definitions;
    private final UnaryOperator<JsonNode> resolve;

    Resources(JsonNode definitions, UnaryOperator<JsonNode> resolve) {
        this.definitions = definitions;
        this.resolve = resolve;
    }

    Optional<Resource> find(String logicalId) {
        return Optional.ofNullable(definitions.get(logicalId)).map(definition -> new Resource(logicalId, definition));
    }

    List<Resource> ofType(String type) {
        return all().filter(resource -> resource.type().equals(type)).toList();
    }

    private Stream<Resource> all() {
        Iterable<String> ids = definitions::fieldNames;
        return StreamSupport.stream(ids.spliterator(), false).map(id -> new Resource(id, definitions.path(id)));
    }

    /** The name the template gives, else one made from the logical id, as CloudFormation does. */
    String nameOf(Resource resource) {
        return switch (resource.type()) {
            case Resource.FUNCTION -> functionName(resource.logicalId());
            case Resource.QUEUE -> given("QueueName", resource).orElseGet(() -> queueName(resource));
            case Resource.TABLE -> given("TableName", resource).orElseGet(() -> generated(resource));
            default -> generated(resource);
        };
    }

    /** {@code EventsFunction} is {@code events}: short enough for logs, and letters only, as it is an access key's id too. */
    private static String functionName(String logicalId) {
        return logicalId.replaceFirst("Function$", "").toLowerCase(Locale.ROOT);
    }

    private Optional<String> given(String property, Resource resource) {
        return Optional.ofNullable(resource.properties().get(property))
                .map(resolve)
                .map(JsonNode::asText);
    }

    private static String queueName(Resource queue) {
        return generated(queue) + (queue.properties().path("FifoQueue").asBoolean() ? ".fifo" : "");
    }

    private static String generated(Resource resource) {
        return AwsAccount.LOCAL.stackName() + "-" + resource.logicalId();
    }
}
