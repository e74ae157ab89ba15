package com.hackajob.pinpoint.lambda;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Metrics in CloudWatch's embedded metric format: log lines out of which CloudWatch reads them by itself. No dimension but
 * the outcome, which has a dozen values: each value of a dimension is a metric that is paid for.
 *
 * @param namespace under which CloudWatch keeps them
 */
record Emf(String namespace) {

    /** Exports taken up, by outcome: the one metric that has a dimension. */
    static final String EXPORTS = "ExportsByOutcome";

    /** More values of one metric than that are not read. */
    private static final int MOST_VALUES = 100;

    /** @param invocation what every document tells beside its metrics, to find the invocation's line by */
    Stream<ObjectNode> documents(Tally tally, Instant at, ObjectNode invocation) {
        return Stream.concat(
                values(tally.values(), at, invocation),
                tally.exports().entrySet().stream()
                        .map(outcome -> exports(outcome.getKey(), outcome.getValue(), at, invocation)));
    }

    private Stream<ObjectNode> values(Map<Metric, List<Long>> values, Instant at, ObjectNode invocation) {
        int most = values.values().stream().mapToInt(Collection::size).max().orElse(0);
        return IntStream.iterate(0, from -> from < most, from -> from + MOST_VALUES)
                .mapToObj(from -> values(values, from, at, invocation));
    }

    private ObjectNode values(Map<Metric, List<Long>> values, int from, Instant at, ObjectNode invocation) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ObjectNode directive = directive(document, at);
        directive.putArray("Dimensions").addArray();
        ArrayNode metrics = directive.putArray("Metrics");
        values.forEach((metric, all) -> {
            if (all.size() > from) {
                define(metrics, metric.text(), metric.unit());
                ArrayNode part = document.putArray(metric.text());
                all.stream().skip(from).limit(MOST_VALUES).forEach(part::add);
            }
        });
        return document.setAll(invocation);
    }

    private ObjectNode exports(String outcome, int count, Instant at, ObjectNode invocation) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ObjectNode directive = directive(document, at);
        directive.putArray("Dimensions").addArray().add("outcome");
        define(directive.putArray("Metrics"), EXPORTS, "Count");
        document.put("outcome", outcome).put(EXPORTS, count);
        return document.setAll(invocation);
    }

    private ObjectNode directive(ObjectNode document, Instant at) {
        return document.putObject("_aws")
                .put("Timestamp", at.toEpochMilli())
                .putArray("CloudWatchMetrics")
                .addObject()
                .put("Namespace", namespace);
    }

    private static void define(ArrayNode metrics, String name, String unit) {
        metrics.addObject().put("Name", name).put("Unit", unit);
    }
}
