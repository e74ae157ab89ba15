package com.hackajob.pinpoint.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hackajob.pinpoint.Yaml;
import com.hackajob.pinpoint.export.ExportState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** infra/operations.yaml against what is measured, what template.yaml exports, and the runbook. */
class OperationsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path RUNBOOK = Path.of("infra/runbook.md");
    private static final String OWN = "StackName";

    /** AWS's own metrics that are used here, each with its dimensions, as the services document them. */
    private static final Set<String> OF_AWS = Set.of(
            "AWS/ApiGateway 4xx [ApiId]",
            "AWS/ApiGateway 5xx [ApiId]",
            "AWS/ApiGateway Count [ApiId]",
            "AWS/ApiGateway Latency [ApiId]",
            "AWS/DynamoDB ConsumedReadCapacityUnits [TableName]",
            "AWS/DynamoDB ConsumedReadCapacityUnits [TableName, GlobalSecondaryIndexName]",
            "AWS/DynamoDB ConsumedWriteCapacityUnits [TableName]",
            "AWS/DynamoDB ConsumedWriteCapacityUnits [TableName, GlobalSecondaryIndexName]",
            "AWS/DynamoDB ReadThrottleEvents [TableName]",
            "AWS/DynamoDB ReadThrottleEvents [TableName, GlobalSecondaryIndexName]",
            "AWS/DynamoDB WriteThrottleEvents [TableName]",
            "AWS/DynamoDB WriteThrottleEvents [TableName, GlobalSecondaryIndexName]",
            "AWS/Lambda ConcurrentExecutions [FunctionName]",
            "AWS/Lambda Errors [FunctionName]",
            "AWS/Lambda Invocations [FunctionName]",
            "AWS/Lambda Throttles [FunctionName]",
            "AWS/Logs IncomingBytes [LogGroupName]",
            "AWS/SQS ApproximateAgeOfOldestMessage [QueueName]",
            "AWS/SQS ApproximateNumberOfMessagesVisible [QueueName]",
            "AWS/SQS NumberOfMessagesDeleted [QueueName]",
            "AWS/SQS NumberOfMessagesSent [QueueName]");

    private final JsonNode operations = Yaml.read("infra/operations.yaml");
    private final JsonNode template = Yaml.read("template.yaml");

    @Test
    void every_alarm_has_a_paragraph_in_the_runbook_and_every_paragraph_its_alarm() throws IOException {
        String chapter = Files.readString(RUNBOOK).split("\n## Alarms\n")[1].split("\n## ")[0];
        List<String> paragraphs = Pattern.compile("^### (.+)$", Pattern.MULTILINE)
                .matcher(chapter)
                .results()
                .map(heading -> heading.group(1))
                .toList();

        assertThat(paragraphs).containsExactlyInAnyOrderElementsOf(alarms().keySet());
        assertThat(Arrays.stream(chapter.split("\n### ")).skip(1))
                .allSatisfy(paragraph -> assertThat(paragraph).contains("**Means:**", "**Do:**"));
    }

    @Test
    void the_runbook_asks_for_outputs_that_there_are() throws IOException {
        assertThat(Pattern.compile("\\$\\(out (\\w+)\\)|`out (\\w+)`")
                        .matcher(Files.readString(RUNBOOK))
                        .results()
                        .map(asked -> asked.group(1) == null ? asked.group(2) : asked.group(1)))
                .isNotEmpty()
                .allSatisfy(asked -> assertThat(template.path("Outputs").has(asked))
                        .as(asked)
                        .isTrue());
    }

    @Test
    void every_alarm_tells_when_it_begins_and_when_it_ends_and_where_its_paragraph_is() {
        alarms().forEach((id, alarm) -> {
            assertThat(alarm.path("AlarmName").asText()).isEqualTo("${StackName}-" + id);
            assertThat(alarm.path("AlarmDescription").asText()).endsWith(" See " + id + " in infra/runbook.md.");
            assertThat(alarm.path("AlarmActions")).as(id).hasToString("[\"AlarmTopic\"]");
            assertThat(alarm.path("OKActions")).as(id).hasToString("[\"AlarmTopic\"]");
        });
    }

    @Test
    void that_nothing_is_measured_means_no_harm_but_for_what_has_to_happen_every_minute() {
        Map<String, String> missing = new TreeMap<>();
        alarms().forEach((id, alarm) ->
                missing.put(id, alarm.path("TreatMissingData").asText("not said")));

        assertThat(missing.remove("ReconcileStopped")).isEqualTo("breaching");
        assertThat(missing.values()).containsOnly("notBreaching");
    }

    /** CloudWatch takes at most a day for all periods together. */
    @Test
    void every_alarm_looks_at_no_more_than_a_day() {
        alarms().forEach((id, alarm) -> {
            int period = alarm.has("Period")
                    ? alarm.path("Period").asInt()
                    : alarm.findValue("MetricStat").path("Period").asInt();

            assertThat(period % 60).as(id).isZero();
            assertThat(period * alarm.path("EvaluationPeriods").asInt()).as(id).isBetween(60, 86_400);
        });
    }

    @Test
    void every_metric_of_an_alarm_or_the_dashboard_is_measured_with_those_dimensions() {
        Set<String> known = new HashSet<>(OF_AWS);
        known.addAll(own());

        assertThat(Stream.concat(alarmMetrics(), dashboardMetrics()).map(Shown::text))
                .isNotEmpty()
                .allSatisfy(metric -> assertThat(known).contains(metric));
    }

    @Test
    void every_metric_of_ours_is_on_the_dashboard() {
        assertThat(dashboardMetrics().map(Shown::text)).containsAll(own());
    }

    private Set<String> own() {
        Set<String> own = Arrays.stream(Metric.values())
                .map(metric -> OWN + " " + metric.text() + " []")
                .collect(Collectors.toCollection(TreeSet::new));
        own.add(OWN + " " + Emf.EXPORTS + " [outcome]");
        resources("AWS::Logs::MetricFilter").values().forEach(filter -> {
            JsonNode metric = filter.at("/MetricTransformations/0");
            own.add(metric.path("MetricNamespace").asText() + " "
                    + metric.path("MetricName").asText() + " []");
        });
        return own;
    }

    @Test
    void every_outcome_that_is_shown_is_one_that_exports_have() {
        Set<String> outcomes = Arrays.stream(ExportState.class.getPermittedSubclasses())
                .map(state -> state.getSimpleName().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        outcomes.addAll(List.of("broken", "not_due", "taken_over"));

        assertThat(Stream.concat(alarmMetrics(), dashboardMetrics())
                        .map(shown -> shown.dimensions().get("outcome"))
                        .filter(outcome -> outcome != null))
                .isNotEmpty()
                .allSatisfy(outcome -> assertThat(outcomes).contains(outcome));
    }

    @Test
    void every_dimension_holds_a_name_of_its_kind() {
        assertThat(Stream.concat(alarmMetrics(), dashboardMetrics())
                        .flatMap(shown -> shown.dimensions().entrySet().stream())
                        .filter(dimension ->
                                !Set.of("outcome", "GlobalSecondaryIndexName").contains(dimension.getKey())))
                .isNotEmpty()
                .allSatisfy(dimension -> assertThat(dimension.getValue()).endsWith(dimension.getKey()));
    }

    @Test
    void whatever_is_imported_template_yaml_exports() {
        Set<String> exported = StreamSupport.stream(template.path("Outputs").spliterator(), false)
                .map(output -> output.at("/Export/Name").asText().replace("${AWS::StackName}", "${StackName}"))
                .collect(Collectors.toSet());

        assertThat(operations.findValuesAsText("Fn::ImportValue"))
                .isNotEmpty()
                .allSatisfy(imported -> assertThat(exported).contains(imported));
    }

    @Test
    void all_alarms_are_on_the_dashboard() {
        assertThat(StreamSupport.stream(dashboard().path("widgets").spliterator(), false)
                        .filter(widget -> widget.path("type").asText().equals("alarm"))
                        .flatMap(widget -> StreamSupport.stream(
                                widget.at("/properties/alarms").spliterator(), false))
                        .map(JsonNode::asText))
                .containsExactlyElementsOf(
                        alarms().keySet().stream().map(id -> id + ".Arn").toList());
    }

    @Test
    void nothing_on_the_dashboard_lies_over_anything_else_and_all_is_titled() {
        Set<String> taken = new HashSet<>();
        dashboard().path("widgets").forEach(widget -> {
            assertThat(widget.path("properties").has("title")
                            || widget.at("/properties/markdown").asText().startsWith("## "))
                    .isTrue();
            int right = widget.path("x").asInt() + widget.path("width").asInt();
            assertThat(right).isLessThanOrEqualTo(24);
            for (int x = widget.path("x").asInt(); x < right; x++) {
                for (int y = 0; y < widget.path("height").asInt(); y++) {
                    assertThat(taken.add(x + "," + (widget.path("y").asInt() + y)))
                            .as(widget.toString())
                            .isTrue();
                }
            }
        });
    }

    /** Lambda's line, as it comes with X-Ray and without; a process that was there already has no INIT in it. */
    @Test
    void the_filter_for_cold_starts_reads_what_lambda_writes() {
        String line = "REPORT RequestId: 8f5e-1\tDuration: 31.20 ms\tBilled Duration: 444 ms\tMemory Size: 512 MB\t"
                + "Max Memory Used: 210 MB\t";
        String cold = line + "Init Duration: 2412.34 ms\t\n";
        String pattern = resources("AWS::Logs::MetricFilter")
                .get("ColdStartInit")
                .path("FilterPattern")
                .asText();

        assertThat(found(pattern, cold)).containsEntry("init_duration", "2412.34");
        assertThat(found(pattern, cold + "XRAY TraceId: 1-5e-3\tSegmentId: 1a\tSampled: true\t\n"))
                .containsEntry("init_duration", "2412.34");
        assertThat(found(pattern, line + "\n")).isEmpty();
        assertThat(found(pattern, "START RequestId: 8f5e-1 Version: $LATEST")).isEmpty();
    }

    /** What a pattern for words finds in a line: each field by its name; empty where a word differs. */
    private static Map<String, String> found(String pattern, String line) {
        String[] fields = pattern.replaceAll("^\\[|]$", "").split(",\\s*");
        String[] words = line.strip().split("\\s+");
        Map<String, String> found = new TreeMap<>();
        for (int i = 0; i < fields.length; i++) {
            if (fields[i].equals("...")) {
                return found;
            }
            String[] field = fields[i].split("=");
            if (i >= words.length || field.length > 1 && !field[1].equals('"' + words[i] + '"')) {
                return Map.of();
            }
            found.put(field[0], words[i]);
        }
        return words.length == fields.length ? found : Map.of();
    }

    /**
     * A metric as an alarm or the dashboard names it.
     *
     * @param dimensions in their order, with what they are set to: a name that template.yaml exports, or a word
     */
    private record Shown(String namespace, String name, Map<String, String> dimensions) {
        String text() {
            return namespace + " " + name + " " + dimensions.keySet();
        }
    }

    private Stream<Shown> alarmMetrics() {
        return alarms().values().stream()
                .flatMap(alarm -> alarm.has("MetricName")
                        ? Stream.of(alarm)
                        : alarm.findValues("MetricStat").stream().map(stat -> stat.path("Metric")))
                .map(metric -> {
                    Map<String, String> dimensions = new LinkedHashMap<>();
                    metric.path("Dimensions")
                            .forEach(dimension ->
                                    dimensions.put(dimension.path("Name").asText(), value(dimension.path("Value"))));
                    return new Shown(
                            metric.path("Namespace").asText(),
                            metric.path("MetricName").asText(),
                            dimensions);
                });
    }

    private static String value(JsonNode value) {
        return value.path("Fn::ImportValue").asText(value.asText());
    }

    /** In a widget, a metric is a list: namespace, name, dimensions one after the other, and how it is drawn. */
    private Stream<Shown> dashboardMetrics() {
        return dashboard().findValues("metrics").stream()
                .flatMap(metrics -> StreamSupport.stream(metrics.spliterator(), false))
                .map(metric -> {
                    List<String> words = new ArrayList<>();
                    metric.forEach(part -> {
                        if (part.isTextual()) {
                            words.add(part.asText());
                        }
                    });
                    Map<String, String> dimensions = new LinkedHashMap<>();
                    for (int i = 2; i < words.size(); i += 2) {
                        dimensions.put(words.get(i), words.get(i + 1));
                    }
                    return new Shown(words.get(0), words.get(1), dimensions);
                });
    }

    /** As CloudFormation would put it together, with each variable replaced by what it stands for. */
    private JsonNode dashboard() {
        JsonNode body = operations.at("/Resources/Dashboard/Properties/DashboardBody/Fn::Sub");
        Collection<String> names = body.path(1).properties().stream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        names.addAll(List.of("StackName", "AWS::Region"));
        alarms().keySet().forEach(id -> names.add(id + ".Arn"));
        String text = Pattern.compile("\\$\\{([^}]+)}")
                .matcher(body.path(0).asText())
                .replaceAll(variable -> {
                    assertThat(names).contains(variable.group(1));
                    return Matcher.quoteReplacement(variable.group(1));
                });
        try {
            return JSON.readTree(text);
        } catch (IOException notJson) {
            throw new AssertionError(text, notJson);
        }
    }

    private Map<String, JsonNode> alarms() {
        return resources("AWS::CloudWatch::Alarm");
    }

    /** The properties of all of a type, by their ids, as the file has them. */
    private Map<String, JsonNode> resources(String type) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        operations.path("Resources").properties().stream()
                .filter(entry -> entry.getValue().path("Type").asText().equals(type))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue().path("Properties")));
        return found;
    }
}
