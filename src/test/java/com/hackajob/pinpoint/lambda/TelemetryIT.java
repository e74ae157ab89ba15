package com.hackajob.pinpoint.lambda;

import static com.hackajob.pinpoint.lambda.Scene.CLOUD;
import static com.hackajob.pinpoint.lambda.Scene.JOB;
import static com.hackajob.pinpoint.lambda.Scene.aCompany;
import static com.hackajob.pinpoint.lambda.Scene.aMappedCompany;
import static com.hackajob.pinpoint.lambda.Scene.await;
import static com.hackajob.pinpoint.lambda.Scene.call;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hackajob.pinpoint.local.ApiClient.Reply;
import com.hackajob.pinpoint.local.hackajob.Candidate;
import com.hackajob.pinpoint.local.hackajob.RecordedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** What function processes really write: one line an invocation, metrics that CloudWatch reads, and nobody's data. */
class TelemetryIT {

    private static final Path LOGS = Path.of("target/local/logs");
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> FUNCTIONS =
            List.of("connections", "connect", "catalogue", "mappings", "exports", "webhook", "events", "reconcile");

    private final Map<String, Integer> writtenBefore = new HashMap<>();
    private final Map<String, Integer> invokedBefore = new HashMap<>();

    @BeforeEach
    void note_what_was_written_before() {
        Scene.awaitQuiet();
        FUNCTIONS.forEach(function -> {
            writtenBefore.put(function, log(function).length);
            invokedBefore.put(function, invocations(function));
        });
    }

    @Test
    void the_standard_journey_leaves_one_line_an_invocation_and_nobodys_data_or_credential() {
        Scene scene = aCompany();
        List<String> secrets = new ArrayList<>(List.of(
                "Quetzalina",
                "Xylander",
                "@canary.example",
                "+44 20 7946 0000",
                "1 High Street",
                "canary-cv",
                "signature=",
                "Builds dependable services",
                CLOUD.hackajob().serviceToken(),
                "client-secret"));

        secrets.addAll(connect(scene));
        secrets.addAll(List.of(scene.token("member").split("\\.")).subList(1, 3));
        scene.asMember("GET /v1/pinpoint/jobs").send();
        scene.map();
        export(scene, "canary-candidate");
        CLOUD.tick("reconcile");
        Scene.awaitQuiet();

        assertThat(FUNCTIONS).allSatisfy(function -> {
            String output = String.join("\n", output(function));
            assertThat(secrets).noneMatch(output::contains);
            assertThat(lines(function)).hasSize(invocations(function) - invokedBefore.get(function));
            assertThat(lines(function)).isNotEmpty().allSatisfy(TelemetryIT::isComplete);
            assertThat(metrics(function)).allSatisfy(document -> assertThat(EmfRules.breaches(document))
                    .isEmpty());
        });
        assertThat(lines("webhook").getLast().path("company").asText()).isEqualTo(scene.company);
        assertThat(lines("connect").getLast().path("subject").asText()).isEqualTo("POST /connect/{session}");
    }

    /** @return every secret that was in it */
    private static List<String> connect(Scene scene) {
        String link = scene.session("{\"reconnect\": true}");
        String key = scene.key();
        String next = Scene.submit(link, scene.company, key).nextLink();
        URI address = URI.create(scene.asMember("GET /v1/connection")
                .send()
                .json()
                .at("/webhook/address")
                .asText());
        String webhookSecret = scene.tenant.addWebhookEndpoint(address, Set.of("application_stage_changed"));
        Reply stored = call("POST /connect/{session}", next)
                .form("action", "secret", "webhookSecret", webhookSecret)
                .send();
        scene.tenant.webhooks().sendTest(address);
        await(() -> scene.asMember("GET /v1/connection")
                        .send()
                        .json()
                        .at("/webhook")
                        .has("lastSeen")
                ? true
                : null);
        Reply finished = call("POST /connect/{session}", stored.nextLink())
                .form("action", "finish")
                .send();
        assertThat(finished.status()).isEqualTo(200);
        return List.of(link, key, next, webhookSecret, stored.nextLink());
    }

    private static void isComplete(JsonNode line) {
        assertThat(line.fieldNames())
                .toIterable()
                .contains(
                        "subject",
                        "outcome",
                        "calls",
                        "millis",
                        "pinpointMillis",
                        "coldStart",
                        "function",
                        "requestId",
                        "trace");
        assertThat(line.path("trace").asText()).matches("1-[0-9a-f]{8}-[0-9a-f]{24}");
    }

    @Test
    void an_export_tells_what_it_called_and_what_came_of_it() {
        Scene scene = aMappedCompany();
        export(scene, "warm-up");
        Scene.awaitQuiet();

        export(scene, "candidate-2");
        Scene.awaitQuiet();

        JsonNode line = line("candidate-2");
        assertThat(line.path("subject").asText()).isEqualTo("candidate.accepted");
        assertThat(line.path("company").asText()).isEqualTo(scene.company);
        assertThat(line.path("job").asText()).isEqualTo(JOB);
        assertThat(line.path("outcome").asText()).isEqualTo("verified");
        assertThat(line.path("coldStart").asBoolean()).isFalse();
        assertThat(line.path("pinpointMillis").asLong())
                .isBetween(1L, line.path("millis").asLong());
        assertThat(line.path("calls"))
                .hasToString("{\"dynamodb\":5,\"sqs\":1,\"pinpoint\":3,\"hackajob\":1,\"files\":3}");
        List<JsonNode> measured = metrics("events").stream()
                .filter(document -> document.path("requestId").equals(line.path("requestId")))
                .toList();
        assertThat(measured).hasSize(2);
        assertThat(measured.getFirst().path("PinpointLatency")).hasSize(3);
        assertThat(measured.getFirst().path("PinpointErrors")).hasToString("[0,0,0]");
        assertThat(measured.getFirst().path("LagAcceptedToVerified")).hasSize(1);
        assertThat(measured.getLast().path("outcome").asText()).isEqualTo("verified");
        assertThat(measured.getLast().path("ExportsByOutcome").asInt()).isEqualTo(1);
    }

    @Test
    void its_trace_goes_on_to_hackajobs_platform_and_with_its_messages() {
        Scene scene = aMappedCompany();
        CLOUD.receiveUpdates();
        CLOUD.hackajob().forgetRequests();

        export(scene, "candidate-1");
        Scene.awaitQuiet();

        String root = "Root=" + line("candidate-1").path("trace").asText();
        assertThat(CLOUD.hackajob().requests())
                .filteredOn(request -> request.path().endsWith("/candidates/candidate-1"))
                .extracting(RecordedRequest::trace)
                .singleElement()
                .satisfies(trace -> assertThat(trace)
                        .hasValueSatisfying(header -> assertThat(header).startsWith(root)));
        assertThat(CLOUD.hackajob().requests())
                .filteredOn(RecordedRequest::isFile)
                .allSatisfy(request -> assertThat(request.trace()).isEmpty());
        assertThat(CLOUD.receiveUpdates())
                .filteredOn(message -> message.body().contains(scene.company))
                .extracting(TelemetryIT::trace)
                .singleElement()
                .satisfies(header -> assertThat(header).startsWith(root));
    }

    private static String trace(Message message) {
        return message.attributes().getOrDefault(MessageSystemAttributeName.AWS_TRACE_HEADER, "none");
    }

    @Test
    void every_minute_it_is_told_how_long_the_oldest_has_waited() {
        CLOUD.tick("reconcile");

        assertThat(lines("reconcile").getLast().path("subject").asText()).isEqualTo("reconcile");
        assertThat(metrics("reconcile").getLast().path("OldestWaitingSeconds")).hasSize(1);
    }

    private static void export(Scene scene, String candidate) {
        CLOUD.hackajob()
                .put(
                        scene.company,
                        JOB,
                        Candidate.named(candidate, "Quetzalina", "Xylander", candidate + "@canary.example")
                                .with(new Candidate.Cv("canary-cv.pdf", "application/pdf", Scene.CV)));
        scene.accept(candidate, "accept-" + candidate);
        assertThat(scene.settled(candidate).path("state").asText()).isEqualTo("verified");
    }

    private JsonNode line(String candidate) {
        return lines("events").stream()
                .filter(line -> line.path("candidate").asText().equals(candidate))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> lines(String function) {
        return json(function).filter(line -> !line.has("_aws")).toList();
    }

    private List<JsonNode> metrics(String function) {
        return json(function).filter(line -> line.has("_aws")).toList();
    }

    private Stream<JsonNode> json(String function) {
        return Arrays.stream(output(function))
                .filter(line -> line.startsWith("{"))
                .map(TelemetryIT::parsed);
    }

    private static JsonNode parsed(String line) {
        try {
            return MAPPER.readTree(line);
        } catch (IOException notJson) {
            throw new UncheckedIOException(line, notJson);
        }
    }

    /** What the function wrote since this test began. */
    private String[] output(String function) {
        byte[] all = log(function);
        int from = writtenBefore.get(function);
        return new String(all, from, all.length - from, StandardCharsets.UTF_8).split("\n");
    }

    private static byte[] log(String function) {
        Path log = LOGS.resolve(function + ".log");
        try {
            return Files.exists(log) ? Files.readAllBytes(log) : new byte[0];
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static int invocations(String function) {
        return CLOUD.function(function).measurements().size();
    }
}
