package com.hackajob.pinpoint.lambda;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hackajob.pinpoint.Yaml;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sample events have the shape that AWS gives to its own, by the classes with which AWS reads them in Java. */
class SampleEventsTest {

    private static final Set<String> OTHERS = Set.of("events", "reconcile");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH);

    /** What AWS sends only where there is something to say. */
    private static final Set<String> SOMETIMES = Set.of(
            "cookies",
            "queryStringParameters",
            "pathParameters",
            "stageVariables",
            "body",
            "requestContext.authorizer",
            "requestContext.authorizer.iam",
            "requestContext.authorizer.lambda",
            "requestContext.authorizer.jwt.scopes",
            "records.md5OfMessageAttributes");

    static Stream<SampleEvent> all() {
        return SampleEvent.all();
    }

    static Stream<SampleEvent> ofTheApi() {
        return all().filter(sample -> !OTHERS.contains(sample.function()));
    }

    static Stream<SampleEvent> ofTheQueue() {
        return all().filter(sample -> sample.function().equals("events"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void has_no_field_that_aws_does_not_know(SampleEvent sample) {
        assertThat(comparable(AwsEventShape.of(sample).kept())).isEqualTo(comparable(sample.json()));
    }

    /** AWS writes no nulls, and a second with its thousandths. */
    private static JsonNode comparable(JsonNode event) {
        event.findParents("scopes").forEach(jwt -> ((ObjectNode) jwt).remove("scopes"));
        return SampleEvent.parse(event.toString().replaceAll("(\"time\":\"[0-9T:-]+)(\\.000)?Z", "$1Z"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void has_every_field_that_aws_fills(SampleEvent sample) {
        assertThat(AwsEventShape.of(sample).missing().filter(field -> !SOMETIMES.contains(field)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ofTheApi")
    void agrees_with_itself_and_with_openapi_yaml(SampleEvent sample) {
        JsonNode event = sample.json();
        JsonNode context = event.path("requestContext");
        String method = context.at("/http/method").asText();
        PublishedRoutes.Match match =
                PublishedRoutes.match(method, event.path("rawPath").asText()).orElseThrow();

        assertThat(event.path("routeKey").asText()).isEqualTo(match.routeKey());
        assertThat(context.path("routeKey").asText()).isEqualTo(match.routeKey());
        assertThat(context.at("/http/path")).isEqualTo(event.path("rawPath"));
        assertThat(texts(event.path("pathParameters"))).isEqualTo(match.parameters());
        assertThat(texts(event.path("queryStringParameters")))
                .isEqualTo(
                        PublishedRoutes.query("?" + event.path("rawQueryString").asText()));
        assertThat(context.has("authorizer"))
                .isEqualTo(Contract.published().routesForUsers().contains(match.routeKey()));
        assertThat(ZonedDateTime.parse(context.path("time").asText(), TIME).toInstant())
                .isEqualTo(Instant.ofEpochMilli(context.path("timeEpoch").asLong()));
        assertThat(event.at("/headers/content-length").asInt()).isEqualTo(body(event).length);
        assertThat(event.at("/headers/host")).isEqualTo(context.path("domainName"));
        assertThat(event.at("/headers/user-agent")).isEqualTo(context.at("/http/userAgent"));
        assertThat(event.at("/headers/x-forwarded-for")).isEqualTo(context.at("/http/sourceIp"));
    }

    private static byte[] body(JsonNode event) {
        String body = event.path("body").asText();
        return event.path("isBase64Encoded").asBoolean()
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, String> texts(JsonNode object) {
        return object.properties().stream().collect(Collectors.toMap(Map.Entry::getKey, field -> field.getValue()
                .asText()));
    }

    @ParameterizedTest
    @MethodSource("ofTheQueue")
    void carries_a_message_as_agreed(SampleEvent sample) throws IOException, NoSuchAlgorithmException {
        JsonNode message = sample.json().at("/Records/0");
        JsonNode body = SampleEvent.parse(message.path("body").asText());

        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(schema().toString())
                        .validate(body))
                .isEmpty();
        assertThat("events-" + body.path("type").asText()).isEqualTo(sample.name());
        assertThat(message.at("/attributes/MessageGroupId")).isEqualTo(body.path("companyId"));
        assertThat(message.at("/attributes/MessageDeduplicationId")).isEqualTo(body.path("id"));
        assertThat(message.path("md5OfBody").asText())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("MD5")
                                .digest(message.path("body").asText().getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void there_is_one_for_each_type_of_event() throws IOException {
        Set<String> types = StreamSupport.stream(schema().path("oneOf").spliterator(), false)
                .map(kind -> kind.at("/properties/type"))
                .flatMap(type -> Stream.concat(
                        Stream.of(type.path("const")),
                        StreamSupport.stream(type.path("enum").spliterator(), false)))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .collect(toSet());

        assertThat(ofTheQueue().map(sample -> sample.name().replace("events-", "")))
                .containsExactlyInAnyOrderElementsOf(types);
    }

    @Test
    void there_is_one_for_each_function() throws IOException {
        JsonNode resources = Yaml.read("template.yaml").path("Resources");
        Set<String> functions = resources.properties().stream()
                .filter(resource -> resource.getValue().path("Type").asText().equals("AWS::Serverless::Function"))
                .map(resource -> resource.getKey().replace("Function", "").toLowerCase(Locale.ROOT))
                .collect(toSet());

        assertThat(all().map(SampleEvent::function).collect(toSet())).isEqualTo(functions);
    }

    private static JsonNode schema() throws IOException {
        return SampleEvent.parse(Files.readString(Path.of("infra/contracts/events.schema.json")));
    }
}
