package com.hackajob.pinpoint.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/** What invokes a function besides the API. */
public sealed interface EventSource {

    /** @param reportsFailures whether the function's reply names the messages that failed */
    record Queue(String arn, int batchSize, boolean reportsFailures, int maximumConcurrency) implements EventSource {

        String queueName() {
            return arn.substring(arn.lastIndexOf(':') + 1);
        }
    }

    /** A fixed rate. */
    record Rate(Duration every) implements EventSource {

        private static final Pattern EXPRESSION = Pattern.compile("rate\\((\\d+) (minute|hour|day)s?\\)");

        static Rate of(String expression) {
            var rate = EXPRESSION.matcher(expression);
            if (!rate.matches()) {
                throw new IllegalArgumentException("The local cloud knows rate(…) schedules only, not " + expression);
            }
            var unit = "P%s1%s"
                    .formatted(
                            rate.group(2).equals("day") ? "" : "T",
                            rate.group(2).substring(0, 1).toUpperCase(Locale.ROOT));
            return new Rate(Duration.parse(unit).multipliedBy(Long.parseLong(rate.group(1))));
        }
    }

    static EventSource of(JsonNode event) {
        var properties = event.path("Properties");
        var type = event.path("Type").asText();
        return switch (type) {
            case "SQS" -> queue(properties);
            case "Schedule" -> Rate.of(properties.path("Schedule").asText());
            case "ScheduleV2" -> Rate.of(properties.path("ScheduleExpression").asText());
            default -> throw new IllegalArgumentException("The local cloud knows no event source of type " + type);
        };
    }

    private static Queue queue(JsonNode properties) {
        var replies = Json.list(properties.path("FunctionResponseTypes"), JsonNode::asText);
        return new Queue(
                properties.path("Queue").asText(),
                properties.path("BatchSize").asInt(10),
                replies.contains("ReportBatchItemFailures"),
                properties.path("ScalingConfig").path("MaximumConcurrency").asInt(1_000));
    }
}
