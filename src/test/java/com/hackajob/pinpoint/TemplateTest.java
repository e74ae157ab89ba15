package com.hackajob.pinpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.hackajob.pinpoint.local.LocalCloudOptions;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** template.yaml and openapi.yaml against the code, and what AWS's own validators let pass. */
class TemplateTest {

    private static final JsonNode TEMPLATE = Yaml.read("template.yaml");
    private static final JsonNode API = Yaml.read("src/main/resources/openapi.yaml");

    /** Where AWS leaves no choice but a wildcard at the end of a resource, and why. */
    private static final Map<String, String> WILDCARDS = Map.of(
            "secret:pinpoint/*", "one secret a company, each with six random characters at the end of its ARN",
            "secret:${HackajobTokenSecret}-??????", "six random characters at the end of the ARN",
            "secret:${OAuthClientSecret}-??????", "six random characters at the end of the ARN");

    @Test
    void every_handler_has_a_function_and_every_function_a_handler() {
        List<String> handlers = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("com.hackajob.pinpoint.lambda").stream()
                        .filter(type -> type.isAssignableTo(RequestHandler.class))
                        .map(TemplateTest::name)
                        .sorted()
                        .toList();
        List<String> selected = functions().values().stream()
                .map(TemplateTest::selectedHandler)
                .sorted()
                .toList();

        assertThat(selected).isEqualTo(handlers);
    }

    private static String selectedHandler(JsonNode function) {
        return function.at("/Properties/Environment/Variables/QUARKUS_LAMBDA_HANDLER")
                .asText();
    }

    private static String name(JavaClass handler) {
        return handler.getAnnotationOfType(Named.class).value();
    }

    @Test
    void a_function_is_called_after_its_handler() {
        functions().forEach((id, function) -> assertThat(selectedHandler(function))
                .isEqualTo(id.replace("Function", "").toLowerCase(Locale.ROOT)));
    }

    @Test
    void every_route_leads_to_a_function_that_the_api_may_invoke() {
        Set<String> invocable = resources("AWS::Lambda::Permission")
                .map(permission -> permission.at("/Properties/FunctionName").asText())
                .collect(Collectors.toSet());

        assertThat(invocable).isSubsetOf(functions().keySet());
        routes().forEach((route, operation) -> assertThat(invocable)
                .as(route)
                .contains(operation
                        .at("/x-amazon-apigateway-integration/uri/Fn::Sub")
                        .asText()
                        .replaceAll(".*\\$\\{(\\w+)\\.Arn}.*", "$1")));
        assertThat(routes().values()).allSatisfy(operation -> {
            JsonNode integration = operation.path("x-amazon-apigateway-integration");
            assertThat(integration.path("payloadFormatVersion").asText()).isEqualTo("2.0");
            assertThat(integration.path("type").asText()).isEqualTo("aws_proxy");
        });
    }

    @Test
    void every_route_has_a_handler_test_and_a_handler() throws IOException {
        String tests = sources(Path.of("src/test/java"), "IT.java") + sources(Path.of("src/test/java"), "Scene.java");
        String handlers = sources(Path.of("src/main/java"), "Handler.java");

        assertThat(routes().keySet())
                .allSatisfy(route -> assertThat(tests).contains('"' + route + '"'))
                .allSatisfy(route -> assertThat(handlers).contains("case \"" + route + '"'));
    }

    @Test
    void no_handler_answers_a_route_that_is_not_documented() throws IOException {
        Set<String> handled = Stream.of(
                        sources(Path.of("src/main/java"), "Handler.java").split("\n"))
                .map(String::strip)
                .filter(line -> line.matches("case \"(GET|PUT|POST|DELETE) .*"))
                .map(line -> line.split("\"")[1])
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(handled).isEqualTo(routes().keySet());
    }

    @Test
    void every_route_needs_a_token_unless_its_path_or_state_or_signature_is_the_secret() {
        assertThat(API.path("security").path(0).has("hackajob")).isTrue();
        assertThat(routes().entrySet().stream()
                        .filter(route -> route.getValue().has("security"))
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrder(
                        "GET /connect/{session}",
                        "POST /connect/{session}",
                        "GET /connect/{session}/oauth",
                        "GET /oauth/callback",
                        "POST /webhooks/pinpoint/{connectionId}");
    }

    @Test
    void the_documented_error_codes_are_those_of_the_code() {
        assertThat(StreamSupport.stream(
                                API.at("/components/schemas/ErrorCode/enum").spliterator(), false)
                        .map(JsonNode::asText))
                .containsExactlyElementsOf(Stream.of(ErrorCode.values())
                        .map(ErrorCode::code)
                        .sorted()
                        .toList());
    }

    /** As deployed, and as the local cloud shortens them for processes that get killed. */
    static Stream<Map<String, String>> times() {
        return Stream.of(Map.of(), LocalCloudOptions.SHORT_TIMES);
    }

    @ParameterizedTest
    @MethodSource("times")
    void the_times_nest(Map<String, String> chosen) {
        assertThat(parameter("ApiTimeout", chosen)).isLessThan(30);
        assertThat(longestCall(chosen)).isLessThan(parameter("EventsTimeout", chosen));
        assertThat(parameter("EventsTimeout", chosen)).isLessThan(parameter("LeaseSeconds", chosen));
        assertThat(parameter("LeaseSeconds", chosen)).isLessThan(parameter("EventsVisibility", chosen));
        assertThat(parameter("SettlingSeconds", chosen)).isPositive();
    }

    /** That {@code hackajob/Platform} waits for an answer. */
    private static final int HACKAJOB_SECONDS = 6;

    /** In seconds, of all that an event's handling may wait for. */
    private static int longestCall(Map<String, String> chosen) {
        return Stream.of(HACKAJOB_SECONDS, awsSeconds(), Math.ceilDiv(parameter("PinpointTimeout", chosen), 1000))
                .max(Integer::compare)
                .orElseThrow();
    }

    /** Of a call to any of AWS's services, with all its tries. */
    private static int awsSeconds() {
        Properties settings = applicationProperties();
        return Stream.of("dynamodb", "secretsmanager", "sqs")
                .map(service -> settings.getProperty("quarkus." + service + ".api-call-timeout"))
                .map(duration -> Duration.parse("PT" + duration))
                .map(duration -> Math.toIntExact(duration.toSeconds()))
                .max(Integer::compare)
                .orElseThrow();
    }

    private static Properties applicationProperties() {
        Properties settings = new Properties();
        try (var in = Files.newInputStream(Path.of("src/main/resources/application.properties"))) {
            settings.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return settings;
    }

    /** Whatever waits by them has them from the template. */
    @Test
    void the_times_of_the_export_follow_the_parameters() {
        assertThat(variable("EventsFunction", "PINPOINT_TIMEOUT")).isEqualTo("${PinpointTimeout}ms");
        assertThat(variable("EventsFunction", "FILE_TIMEOUT")).isEqualTo("${PinpointTimeout}ms");
        assertThat(variable("EventsFunction", "FUNCTION_TIMEOUT")).isEqualTo("${EventsTimeout}s");
        assertThat(variable("EventsFunction", "LEASE")).isEqualTo("${LeaseSeconds}s");
        assertThat(variable("EventsFunction", "SETTLING_TIME")).isEqualTo("${SettlingSeconds}s");
        assertThat(variable("ExportsFunction", "SETTLING_TIME")).isEqualTo("${SettlingSeconds}s");
        assertThat(TEMPLATE.at("/Resources/EventsFunction/Properties/Timeout").asText())
                .isEqualTo("EventsTimeout");
        assertThat(TEMPLATE.at("/Resources/EventsQueue/Properties/VisibilityTimeout")
                        .asText())
                .isEqualTo("EventsVisibility");
    }

    private static String variable(String function, String name) {
        return TEMPLATE.at("/Resources/" + function + "/Properties/Environment/Variables/" + name)
                .asText();
    }

    /** SQS delivers again what is not acknowledged: before a function's time is up, two would work on one message. */
    @Test
    void no_queue_shows_a_message_again_before_its_function_had_its_time() {
        assertThat(parameter("EventsVisibility", Map.of())).isGreaterThan(parameter("EventsTimeout", Map.of()));
        assertThat(parameter("EventsTimeout", Map.of())).isBetween(1, 900);
        assertThat(parameter("EventsVisibility", Map.of())).isBetween(1, 43_200);
    }

    @Test
    void a_look_for_due_work_ends_before_the_next_and_is_not_made_up_for() {
        JsonNode reconcile = TEMPLATE.at("/Resources/ReconcileFunction/Properties");
        JsonNode schedule = reconcile.at("/Events/EveryMinute/Properties");

        assertThat(reconcile.path("Timeout").asText()).isEqualTo("ReconcileTimeout");
        assertThat(parameter("ReconcileTimeout", Map.of())).isBetween(1, 59);
        assertThat(schedule.path("Schedule").asText()).isEqualTo("rate(1 minute)");
        assertThat(schedule.path("RetryPolicy"))
                .hasToString("{\"MaximumRetryAttempts\":0,\"MaximumEventAgeInSeconds\":60}");
        assertThat(reconcile.path("EventInvokeConfig")).isEqualTo(schedule.path("RetryPolicy"));
    }

    @Test
    void events_come_one_at_a_time_and_only_what_failed_comes_again() {
        JsonNode source = TEMPLATE.at("/Resources/EventsFunction/Properties/Events/Queue/Properties");

        assertThat(source.path("BatchSize").asInt()).isEqualTo(1);
        assertThat(source.path("FunctionResponseTypes")).hasToString("[\"ReportBatchItemFailures\"]");
        assertThat(source.at("/ScalingConfig/MaximumConcurrency").asText()).isEqualTo("MaximumConcurrency");
        assertThat(TEMPLATE.at("/Resources/EventsQueue/Properties/RedrivePolicy/maxReceiveCount")
                        .asInt())
                .isEqualTo(5);
    }

    @Test
    void every_queue_is_first_in_first_out_for_each_company() {
        assertThat(resources("AWS::SQS::Queue").map(queue -> queue.path("Properties")))
                .hasSize(3)
                .allSatisfy(queue -> {
                    assertThat(queue.path("FifoQueue").asBoolean()).isTrue();
                    assertThat(queue.path("DeduplicationScope").asText()).isEqualTo("messageGroup");
                    assertThat(queue.path("FifoThroughputLimit").asText()).isEqualTo("perMessageGroupId");
                });
    }

    /** That it names nothing too many, and nothing too few, is seen by the local cloud and {@code IamCheck}. */
    @Test
    void nobody_speaks_to_a_queue_without_tls() {
        Set<String> guarded = resources("AWS::SQS::QueuePolicy")
                .map(policy -> policy.path("Properties"))
                .filter(policy -> policy.at("/PolicyDocument/Statement/0")
                        .toString()
                        .equals(overTlsOnly(policy.at("/Queues/0").asText())))
                .map(policy -> policy.at("/Queues/0").asText())
                .collect(Collectors.toSet());

        assertThat(guarded).isEqualTo(resourceIds("AWS::SQS::Queue"));
    }

    private static String overTlsOnly(String queue) {
        return "{\"Sid\":\"OverTlsOnly\",\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"sqs:*\",\"Resource\":\""
                + queue + ".Arn\",\"Condition\":{\"Bool\":{\"aws:SecureTransport\":\"false\"}}}";
    }

    @Test
    void the_table_outlives_the_stack_and_is_restored_to_any_second() {
        JsonNode table = TEMPLATE.at("/Resources/Table");
        JsonNode properties = table.path("Properties");

        assertThat(table.path("DeletionPolicy").asText()).isEqualTo("Retain");
        assertThat(table.path("UpdateReplacePolicy").asText()).isEqualTo("Retain");
        assertThat(properties.path("DeletionProtectionEnabled").asBoolean()).isTrue();
        assertThat(properties
                        .at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled")
                        .asBoolean())
                .isTrue();
        assertThat(properties.path("BillingMode").asText()).isEqualTo("PAY_PER_REQUEST");
        assertThat(properties.path("TimeToLiveSpecification"))
                .hasToString("{\"AttributeName\":\"expiresAt\",\"Enabled\":true}");
        assertThat(properties.path("SSESpecification"))
                .hasToString("{\"SSEEnabled\":true,\"SSEType\":\"KMS\",\"KMSMasterKeyId\":\"TableKey.Arn\"}");
    }

    @Test
    void the_tables_key_outlives_it_rotates_and_reads_only_through_dynamodb() {
        JsonNode key = TEMPLATE.at("/Resources/TableKey");
        JsonNode statements = key.at("/Properties/KeyPolicy/Statement");

        assertThat(key.path("DeletionPolicy").asText()).isEqualTo("Retain");
        assertThat(key.path("UpdateReplacePolicy").asText()).isEqualTo("Retain");
        assertThat(key.at("/Properties/EnableKeyRotation").asBoolean()).isTrue();
        assertThat(statements)
                .allSatisfy(statement ->
                        assertThat(texts(statement, "Action")).isNotEmpty().noneMatch(action -> action.contains("*")));
        assertThat(StreamSupport.stream(statements.spliterator(), false)
                        .filter(statement -> texts(statement, "Action").contains("kms:Decrypt"))
                        .map(statement -> statement.path("Condition").toString()))
                .containsExactly("{\"StringEquals\":{\"kms:CallerAccount\":\"AWS::AccountId\","
                        + "\"kms:ViaService\":\"dynamodb.${AWS::Region}.amazonaws.com\"}}");
    }

    @Test
    void every_function_is_traced_and_says_what_it_does_and_no_policy_comes_from_a_pattern_of_sams() {
        assertThat(TEMPLATE.at("/Globals/Function/Tracing").asText()).isEqualTo("Active");
        assertThat(functions()).allSatisfy((id, function) -> {
            assertThat(function.at("/Properties/Description").asText()).as(id).isNotBlank();
            assertThat(function.at("/Properties/Policies")).as(id).isNotEmpty().allSatisfy(policy -> assertThat(
                            policy.has("Statement"))
                    .isTrue());
        });
    }

    /** A path can hold a connect session, a query a code of OAuth's, a header a token, and an address is personal data. */
    @Test
    void the_access_log_tells_routes_and_nothing_of_who_came_or_with_what() {
        String format = TEMPLATE.at("/Resources/Api/Properties/AccessLogSettings/Format")
                .asText();

        assertThat(Pattern.compile("\\$context\\.([\\w.]+)")
                        .matcher(format)
                        .results()
                        .map(found -> found.group(1)))
                .containsExactly(
                        "requestId",
                        "routeKey",
                        "status",
                        "responseLatency",
                        "error.message",
                        "integrationErrorMessage");
    }

    @Test
    void every_parameter_is_in_one_group_of_what_the_deployer_is_asked() {
        assertThat(texts(TEMPLATE.path("Metadata"), "Parameters"))
                .containsExactlyInAnyOrderElementsOf(fieldNames(TEMPLATE.path("Parameters")));
    }

    @Test
    void every_output_says_what_it_is_and_can_be_imported_by_its_name() {
        TEMPLATE.path("Outputs").properties().forEach(output -> {
            assertThat(output.getValue().path("Description").asText())
                    .as(output.getKey())
                    .isNotBlank();
            assertThat(output.getValue().at("/Export/Name").asText()).isEqualTo("${AWS::StackName}-" + output.getKey());
        });
    }

    @Test
    void no_function_may_do_more_than_it_names() {
        functions().forEach((id, function) -> {
            List<String> actions = texts(function.at("/Properties/Policies"), "Action");
            List<String> resources = texts(function.at("/Properties/Policies"), "Resource");

            assertThat(actions).as(id).isNotEmpty().noneMatch(TemplateTest::isWild);
            assertThat(resources.stream().map(TemplateTest::withoutKnownWildcard))
                    .as(id)
                    .isNotEmpty()
                    .noneMatch(TemplateTest::isWild);
        });
    }

    private static boolean isWild(String text) {
        return text.contains("*") || text.contains("?");
    }

    private static String withoutKnownWildcard(String resource) {
        return WILDCARDS.keySet().stream()
                .filter(resource::endsWith)
                .findFirst()
                .map(known -> resource.substring(0, resource.length() - known.length()))
                .orElse(resource);
    }

    @Test
    void every_known_wildcard_is_needed() {
        List<String> resources = functions().values().stream()
                .flatMap(function -> texts(function.at("/Properties/Policies"), "Resource").stream())
                .toList();

        assertThat(WILDCARDS.keySet())
                .allSatisfy(known -> assertThat(resources).anyMatch(resource -> resource.endsWith(known)));
    }

    @Test
    void every_parameter_says_what_it_is() {
        assertThat(TEMPLATE.path("Parameters"))
                .allSatisfy(parameter ->
                        assertThat(parameter.path("Description").asText()).isNotBlank());
    }

    private static List<String> texts(JsonNode anywhere, String name) {
        return anywhere.findValues(name).stream()
                .flatMap(TemplateTest::leaves)
                .map(JsonNode::asText)
                .toList();
    }

    private static Stream<JsonNode> leaves(JsonNode node) {
        return node.isContainerNode()
                ? StreamSupport.stream(node.spliterator(), false).flatMap(TemplateTest::leaves)
                : Stream.of(node);
    }

    private static int parameter(String name, Map<String, String> chosen) {
        JsonNode parameter = TEMPLATE.path("Parameters").path(name).path("Default");
        assertThat(parameter.isNumber()).as(name).isTrue();
        return Integer.parseInt(chosen.getOrDefault(name, parameter.asText()));
    }

    private static Stream<JsonNode> resources(String type) {
        return StreamSupport.stream(TEMPLATE.path("Resources").spliterator(), false)
                .filter(resource -> resource.path("Type").asText().equals(type));
    }

    private static Set<String> resourceIds(String type) {
        return TEMPLATE.path("Resources").properties().stream()
                .filter(entry -> entry.getValue().path("Type").asText().equals(type))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static List<String> fieldNames(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static Map<String, JsonNode> functions() {
        Map<String, JsonNode> functions = new TreeMap<>();
        TEMPLATE.path("Resources").properties().stream()
                .filter(entry -> entry.getValue().path("Type").asText().equals("AWS::Serverless::Function"))
                .forEach(entry -> functions.put(entry.getKey(), entry.getValue()));
        return functions;
    }

    private static Map<String, JsonNode> routes() {
        Map<String, JsonNode> routes = new TreeMap<>();
        API.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(operation -> routes.put(
                        operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), operation.getValue())));
        return routes;
    }

    private static String sources(Path folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .map(TemplateTest::read)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
