package com.hackajob.pinpoint.lambda;

import static com.hackajob.pinpoint.lambda.Scene.CANDIDATE;
import static com.hackajob.pinpoint.lambda.Scene.CLOUD;
import static com.hackajob.pinpoint.lambda.Scene.CV;
import static com.hackajob.pinpoint.lambda.Scene.JOB;
import static com.hackajob.pinpoint.lambda.Scene.aCompany;
import static com.hackajob.pinpoint.lambda.Scene.aCompanyWith;
import static com.hackajob.pinpoint.lambda.Scene.aConnectedCompany;
import static com.hackajob.pinpoint.lambda.Scene.aMappedCompany;
import static com.hackajob.pinpoint.lambda.Scene.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hackajob.pinpoint.local.aws.RemoteCall;
import com.hackajob.pinpoint.local.hackajob.Candidate;
import com.hackajob.pinpoint.local.hackajob.FileFault;
import com.hackajob.pinpoint.local.pinpoint.Fault;
import com.hackajob.pinpoint.local.pinpoint.Notification;
import com.hackajob.pinpoint.local.pinpoint.SimulatedApplication;
import com.hackajob.pinpoint.local.pinpoint.SimulatedFile;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.Message;

/** The main job, and what stands in its way, through real function processes and queues. */
class ExportIT {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ConcurrentLinkedQueue<Message> UPDATES = new ConcurrentLinkedQueue<>();

    @AfterEach
    void pinpoint_was_only_asked_what_it_documents() {
        assertThat(CLOUD.pinpoint().violations()).isEmpty();
    }

    @Test
    void a_candidate_who_accepts_is_in_pinpoint_with_everything_and_a_receipt_proves_it() {
        Scene scene = aMappedCompany().candidate(CANDIDATE).accept(CANDIDATE, "1");

        JsonNode export = scene.settled(CANDIDATE);

        assertThat(export.path("state").asText()).isEqualTo("verified");
        SimulatedApplication application = scene.tenant.applications().getFirst();
        assertThat(application.email()).isEqualTo("zoe.quirke@example.com");
        assertThat(application.stageId())
                .isEqualTo(scene.pinpointJob.stage("Phone screen").id());
        assertThat(application.channel()).isEqualTo("job_board");
        assertThat(application.channelSource()).isEqualTo("hackajob");
        assertThat(application.externalSystemReference())
                .isEqualTo("hackajob:" + scene.company + "/" + JOB + "/" + CANDIDATE);
        assertThat(application.notifications())
                .extracting(Notification::recipient)
                .as("the comment is told to Pinpoint's users, and nothing to the candidate")
                .containsExactly("users");
        assertThat(application.comments()).containsExactly("Exported from hackajob. The hackajob profile is attached.");
        assertThat(file(application, "cv.pdf").content()).isEqualTo(CV);
        assertThat(new String(
                        file(application, "zoe-quirke-hackajob-profile.pdf").content(), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-");
        JsonNode receipt = export.path("receipt");
        assertThat(receipt.path("origin").asText()).isEqualTo("created");
        assertThat(receipt.path("stage").path("name").asText()).isEqualTo("Phone screen");
        assertThat(receipt.path("files").findValuesAsText("readBack")).containsExactly("equal", "equal");
        assertThat(receipt.path("candidateNotified").asBoolean()).isFalse();
    }

    @Test
    void hackajob_is_told_once_in_the_agreed_form() throws Exception {
        Scene scene = aMappedCompany().candidate(CANDIDATE).accept(CANDIDATE, "1");

        JsonNode update = update(scene, "export.verified");

        var schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("infra/contracts/updates.schema.json")));
        assertThat(schema.validate(update)).isEmpty();
        assertThat(update.path("data")).hasToString("{\"jobId\":\"job-1\",\"candidateId\":\"candidate-1\"}");
        assertThat(outbox(scene)).isEmpty();
    }

    @Test
    void the_same_acceptance_twice_makes_one_application() {
        Scene scene = aMappedCompany().candidate(CANDIDATE).accept(CANDIDATE, "1");
        scene.settled(CANDIDATE);

        scene.accept(CANDIDATE, "2").candidate("candidate-2").accept("candidate-2", "3");

        scene.settled("candidate-2");
        assertThat(scene.export(CANDIDATE).json().path("attempts").asInt()).isEqualTo(1);
        assertThat(scene.tenant.applications())
                .extracting(SimulatedApplication::externalSystemReference)
                .filteredOn(reference -> reference.endsWith("/" + CANDIDATE))
                .hasSize(1);
    }

    @Test
    void a_first_export_stays_within_its_budget_of_remote_calls() {
        Scene scene = aMappedCompany().candidate("warm-up").accept("warm-up", "1");
        update(scene, "export.verified");
        CLOUD.hackajob()
                .put(
                        scene.company,
                        JOB,
                        Candidate.named(CANDIDATE, "Ada", "Byron", "ada@example.com")
                                .with(new Candidate.Cv("cv.pdf", "application/pdf", Scene.CV)));
        forgetAllCalls();

        scene.accept(CANDIDATE, "2");
        update(scene, "export.verified");
        Scene.awaitQuiet();

        assertThat(callsToAws())
                .containsExactly(
                        "UpdateItem",
                        "BatchGetItem",
                        "TransactWriteItems",
                        "TransactWriteItems",
                        "SendMessage",
                        "DeleteItem");
        assertThat(CLOUD.pinpoint().requests())
                .extracting(request -> request.method() + " " + request.path().replaceAll("[^/]{20,}.*", "…"))
                .containsExactly(
                        "GET /api/v1/applications",
                        "POST /api/v1/applications",
                        "GET /api/v1/applications/2",
                        "GET /files/…",
                        "GET /files/…");
        assertThat(CLOUD.hackajob().requests()).hasSize(2);
    }

    @Test
    void the_very_first_export_of_a_connection_costs_one_call_more_to_write_down_that_writing_works() {
        Scene scene = aMappedCompany().candidate(CANDIDATE);
        forgetAllCalls();

        scene.accept(CANDIDATE, "1");
        update(scene, "export.verified");
        Scene.awaitQuiet();

        assertThat(callsToAws())
                .containsExactly(
                        "UpdateItem",
                        "BatchGetItem",
                        "TransactWriteItems",
                        "TransactWriteItems",
                        "SendMessage",
                        "DeleteItem",
                        "TransactWriteItems");
    }

    private static void forgetAllCalls() {
        Scene.awaitQuiet();
        CLOUD.forgetCalls();
        CLOUD.pinpoint().forgetRequests();
        CLOUD.hackajob().forgetRequests();
    }

    private static List<String> callsToAws() {
        return CLOUD.calls().stream()
                .filter(call -> call.function().equals("events"))
                .filter(call -> !call.service().equals("secretsmanager"))
                .map(RemoteCall::operation)
                .toList();
    }

    @Test
    void without_a_mapping_nothing_is_sent_and_the_ledger_says_so() {
        Scene scene = aConnectedCompany().candidate(CANDIDATE).accept(CANDIDATE, "1");

        JsonNode export = scene.settled(CANDIDATE);

        assertThat(state(export)).isEqualTo("skipped unmapped");
        assertThat(scene.tenant.applications()).isEmpty();
    }

    @Test
    void without_a_connection_the_candidate_waits() {
        Scene scene = aMappedCompany().candidate(CANDIDATE);
        forgetConnection(scene);

        scene.accept(CANDIDATE, "1");

        assertThat(state(scene.settled(CANDIDATE))).isEqualTo("held not_connected");
        assertThat(update(scene, "export.held").path("data").path("code").asText())
                .isEqualTo("not_connected");
        scene.connect();
        makeDue(scene, CANDIDATE);
        CLOUD.tick("reconcile");
        await(() -> state(scene.export(CANDIDATE).json()).equals("verified ") ? true : null);
        assertThat(scene.tenant.applications()).hasSize(1);
    }

    /** The minute of this round is never over. */
    @Test
    void whoever_waited_for_a_connection_goes_through_one_round_after_the_other() {
        Scene scene = aMappedCompany();
        forgetConnection(scene);
        List<String> candidates =
                IntStream.range(0, 12).mapToObj(number -> "candidate-" + number).toList();
        for (String candidate : candidates) {
            CLOUD.hackajob()
                    .put(
                            scene.company,
                            JOB,
                            Candidate.named(candidate, "Zoë", "Quirke", candidate + "@example.com")
                                    .with(new Candidate.Cv("cv.pdf", "application/pdf", CV)));
            scene.accept(candidate, candidate);
        }
        for (String candidate : candidates) {
            assertThat(state(scene.settled(candidate))).isEqualTo("held not_connected");
        }
        scene.connect();
        candidates.forEach(candidate -> makeDue(scene, candidate));

        scene.event("company.due", "round", "2199-01-01T00:00:00Z", "{}");

        for (String candidate : candidates) {
            await(() -> state(scene.export(candidate).json()).equals("verified ") ? true : null);
        }
        assertThat(scene.tenant.applications()).hasSize(12);
    }

    @Test
    void a_candidate_whom_hackajob_does_not_have_is_named() {
        Scene scene = aMappedCompany().accept("nobody", "1");

        assertThat(state(scene.settled("nobody"))).isEqualTo("failed candidate_not_found");
        assertThat(update(scene, "export.failed").path("data").path("remedy").asText())
                .contains("replay the export");
    }

    @Test
    void a_cv_that_is_no_document_is_named_whatever_it_calls_itself() {
        byte[] program = "MZ\u0000\u0001program".getBytes(StandardCharsets.ISO_8859_1);
        Scene scene = aMappedCompany()
                .candidate(CANDIDATE, new Candidate.Cv("cv.pdf", "application/pdf", program))
                .accept(CANDIDATE, "1");

        assertThat(state(scene.settled(CANDIDATE))).isEqualTo("failed cv_type");
        assertThat(scene.tenant.applications()).isEmpty();
    }

    @Test
    void a_cv_over_10_mb_is_named_and_the_next_candidate_goes_through() {
        Scene scene = aMappedCompany();
        scene.candidate(CANDIDATE, new Candidate.Cv("cv.pdf", "application/pdf", new byte[10 * 1024 * 1024 + 1]))
                .accept(CANDIDATE, "1");
        scene.candidate("candidate-2").accept("candidate-2", "2");

        assertThat(state(scene.settled(CANDIDATE))).isEqualTo("failed cv_too_large");
        assertThat(state(scene.settled("candidate-2"))).isEqualTo("verified ");
        assertThat(scene.tenant.applications()).hasSize(1);
    }

    @Test
    void a_cv_of_exactly_10_mb_arrives_byte_for_byte() {
        byte[] cv = new byte[10 * 1024 * 1024];
        System.arraycopy(CV, 0, cv, 0, CV.length);
        Scene scene = aMappedCompany()
                .candidate(CANDIDATE, new Candidate.Cv("cv.pdf", "application/pdf", cv))
                .accept(CANDIDATE, "1");

        assertThat(state(scene.settled(CANDIDATE))).isEqualTo("verified ");
        assertThat(file(scene.tenant.applications().getFirst(), "cv.pdf").content())
                .isEqualTo(cv);
    }

    @Test
    void a_cv_store_that_redirects_elsewhere_is_not_followed() {
        Scene scene = aMappedCompany().candidate(CANDIDATE);
        Scene.awaitQuiet();
        var elsewhere = CLOUD.pinpoint().baseUrl().resolve("/secret");
        CLOUD.hackajob().fileFaults().failAll(new FileFault.Redirect(elsewhere));
        CLOUD.pinpoint().forgetRequests();
        try {
            scene.accept(CANDIDATE, "1");

            assertThat(state(scene.settled(CANDIDATE))).isEqualTo("failed cv_unreachable");
            assertThat(CLOUD.pinpoint().requests()).isEmpty();
        } finally {
            CLOUD.hackajob().fileFaults().heal();
        }
    }

    @Test
    void what_the_job_demands_and_hackajob_lacks_is_named_before_anything_is_created() {
        Scene scene = aCompanyWith(
                        tenant -> tenant.createJob("Backend Engineer", job -> job.resumeRequirement("required")))
                .connect()
                .map();
        CLOUD.hackajob().put(scene.company, JOB, Candidate.named(CANDIDATE, "Zoë", "Quirke", "zoe.quirke@example.com"));

        scene.accept(CANDIDATE, "1");

        assertThat(state(scene.settled(CANDIDATE))).isEqualTo("failed cv_missing");
        assertThat(scene.tenant.applications()).isEmpty();
    }

    @Test
    void a_lost_answer_to_the_creation_leads_to_one_application() {
        Scene scene = aMappedCompany().candidate(CANDIDATE);
        scene.tenant.faults().next(1, "POST", "/api/v1/applications", new Fault.ResponseLost());
        scene.accept(CANDIDATE, "1");
        assertThat(state(scene.settled(CANDIDATE))).isEqualTo("waiting pinpoint_unavailable");

        retried(scene);

        assertThat(scene.export(CANDIDATE).json().path("receipt").path("origin").asText())
                .isEqualTo("found");
        assertThat(scene.tenant.applications()).hasSize(1);
    }

    /** The HTML of a proxy, and no JSON, wherever it comes. */
    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/applications, waiting",
        "POST, /api/v1/applications, waiting",
        "GET, /api/v1/applications/*, submitted"
    })
    void a_page_of_a_proxy_is_no_answer_of_pinpoints(String method, String path, String waits) {
        Scene scene = aMappedCompany().candidate(CANDIDATE);
        scene.tenant.faults().next(1, method, path, new Fault.BadGateway());
        scene.accept(CANDIDATE, "1");
        assertThat(state(scene.settled(CANDIDATE))).isEqualTo(waits + " pinpoint_unavailable");

        retried(scene);

        assertThat(scene.tenant.applications()).hasSize(1);
    }

    /** Each of its calls takes two seconds, and it has many: no other company waits for one of them. */
    @Test
    void a_company_whose_pinpoint_is_slow_delays_no_other() {
        Scene slow = aMappedCompany();
        slow.tenant.faults().next(10_000, "*", "*", new Fault.Slow(Duration.ofSeconds(2)));
        List<String> candidates =
                IntStream.range(0, 20).mapToObj(number -> "candidate-" + number).toList();
        candidates.forEach(candidate -> slow.candidate(candidate).accept(candidate, candidate));
        await(() -> slow.tenant.applications().isEmpty() ? null : true);

        Scene other = aMappedCompany().candidate(CANDIDATE).accept(CANDIDATE, "1");

        assertThat(state(other.settled(CANDIDATE))).isEqualTo("verified ");
        assertThat(slow.export(candidates.getLast()).status())
                .as("has not even begun")
                .isEqualTo(404);
        slow.tenant.faults().clear();
        assertThat(state(slow.settled(candidates.getLast()))).isEqualTo("verified ");
    }

    @Test
    void a_message_that_nobody_can_read_goes_to_the_dead_letters_with_the_reason_and_delays_nobody() {
        Scene scene = aMappedCompany().candidate(CANDIDATE);
        CLOUD.sendRaw("{\"id\": \"1\", \"type\": ", scene.company, scene.company + "-broken");
        CLOUD.sendRaw("{\"type\": \"candidate.accepted\"}", scene.company, scene.company + "-empty");
        String round = "{\"id\": \"1\", \"type\": \"company.due\", \"occurredAt\": \"2026-03-01T09:00:00Z\","
                + " \"companyId\": \"x\", \"data\": {\"round\": \"-1\"}}";
        CLOUD.sendRaw(round, scene.company, scene.company + "-round");
        scene.accept(CANDIDATE, "1");

        assertThat(state(scene.settled(CANDIDATE))).isEqualTo("verified ");
        List<String> reasons = CLOUD.receiveDeadLetters().stream()
                .map(letter -> letter.messageAttributes().get("reason").stringValue())
                .toList();
        assertThat(reasons).containsExactly("not JSON", "invalid id", "invalid data.round");
    }

    /** Its poll is not delivered again and again, with all else of the company behind it; and somebody is told. */
    @Test
    void a_connection_whose_secret_is_lost_delays_nothing_and_leaves_a_dead_letter() {
        Scene scene = aMappedCompany().candidate(CANDIDATE);
        CLOUD.secretsManager().deleteSecret(delete -> delete.secretId("pinpoint/" + scene.company)
                .forceDeleteWithoutRecovery(true));

        scene.poll();
        scene.accept(CANDIDATE, "1");

        assertThat(state(scene.settled(CANDIDATE))).isEqualTo("waiting internal_error");
        assertThat(CLOUD.receiveDeadLetters())
                .singleElement()
                .extracting(letter -> letter.messageAttributes().get("reason").stringValue())
                .isEqualTo("broken");
    }

    @Test
    void a_message_of_a_type_to_come_is_ignored() {
        Scene scene = aMappedCompany().candidate(CANDIDATE);
        String event = "{\"id\": \"%s\", \"type\": \"candidate.praised\", \"companyId\": \"%s\", \"data\": {}}"
                .formatted(scene.company + "-future", scene.company);
        CLOUD.sendEvent(event, scene.company);
        scene.accept(CANDIDATE, "1");

        assertThat(state(scene.settled(CANDIDATE))).isEqualTo("verified ");
    }

    @Test
    void the_ledger_is_listed_for_the_company_alone() {
        Scene scene = aMappedCompany().candidate(CANDIDATE).accept(CANDIDATE, "1");
        scene.settled(CANDIDATE);

        JsonNode listed = scene.asMember("GET /v1/exports").send().json();
        assertThat(listed.path("exports")).hasSize(1);
        assertThat(listed.at("/exports/0"))
                .isEqualTo(((ObjectNode) scene.export(CANDIDATE).json()).without("tracking"));
        assertThat(aCompany().asMember("GET /v1/exports").send().json()).hasToString("{\"exports\":[]}");
        assertThat(aCompany().export(CANDIDATE).problem()).isEqualTo("404 export_not_found");
        assertThat(scene.asMember("GET /v1/exports/{id}", "nonsense").send().problem())
                .isEqualTo("400 invalid_request");
    }

    @Test
    void no_personal_data_and_no_credential_is_in_any_log_row_or_message() throws Exception {
        Scene scene = aCompany();
        String key = scene.key();
        Scene.submit(scene.session(), scene.company, key);
        scene.map().candidate(CANDIDATE).accept(CANDIDATE, "1");
        JsonNode update = update(scene, "export.verified");

        Predicate<String> reveals =
                text -> text.contains("zoe.quirke@example.com") || text.contains("Quirke") || text.contains(key);
        assertThat(update.toString()).doesNotMatch(reveals);
        assertThat(CLOUD.dynamodb()
                        .scan(scan -> scan.tableName(Scene.table()))
                        .items()
                        .toString())
                .doesNotMatch(reveals);
        try (var logs = Files.list(Path.of("target/local/logs"))) {
            for (Path log : logs.toList()) {
                assertThat(Files.readString(log)).doesNotMatch(reveals);
            }
        }
    }

    private static String state(JsonNode export) {
        return export.path("state").asText() + " " + export.path("code").asText("");
    }

    private static SimulatedFile file(SimulatedApplication application, String name) {
        return application.files().stream()
                .filter(file -> file.filename().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The update of that type that the company's backend gets; what is for others stays for their tests. */
    private static JsonNode update(Scene scene, String type) {
        return await(() -> {
            UPDATES.addAll(CLOUD.receiveUpdates());
            return UPDATES.stream()
                    .map(ExportIT::json)
                    .filter(update -> update.path("companyId").asText().equals(scene.company))
                    .filter(update -> update.path("type").asText().equals(type))
                    .findFirst()
                    .orElse(null);
        });
    }

    private static JsonNode json(Message message) {
        try {
            return MAPPER.readTree(message.body());
        } catch (java.io.IOException notJson) {
            throw new java.io.UncheckedIOException(notJson);
        }
    }

    private static List<Map<String, AttributeValue>> outbox(Scene scene) {
        return await(() -> {
            var rows = CLOUD.dynamodb()
                    .query(query -> query.tableName(Scene.table())
                            .keyConditionExpression("PK = :company AND begins_with(SK, :outbox)")
                            .expressionAttributeValues(Map.of(
                                    ":company", AttributeValue.fromS("COMPANY#" + scene.company),
                                    ":outbox", AttributeValue.fromS("OUTBOX#"))))
                    .items();
            return rows.isEmpty() ? rows : null;
        });
    }

    private static void forgetConnection(Scene scene) {
        CLOUD.dynamodb().deleteItem(delete -> delete.tableName(Scene.table()).key(row(scene, "CONNECTION")));
    }

    /** Turns the clock forward for one export: its due time has come. */
    private static void makeDue(Scene scene, String candidate) {
        CLOUD.dynamodb().updateItem(update -> update.tableName(Scene.table())
                .key(row(scene, "EXPORT#" + JOB + "#" + candidate))
                .updateExpression("SET due = :past, GSI2SK = :past")
                .expressionAttributeValues(Map.of(":past", AttributeValue.fromS("2026-01-01T00:00:00.000Z"))));
    }

    /** The time of the next try has come, and it is done. */
    private static void retried(Scene scene) {
        makeDue(scene, CANDIDATE);
        endBackoff(scene);
        CLOUD.tick("reconcile");
        await(() -> state(scene.export(CANDIDATE).json()).equals("verified ") ? true : null);
    }

    /** And for its company, which left Pinpoint in peace. */
    private static void endBackoff(Scene scene) {
        CLOUD.dynamodb().updateItem(update -> update.tableName(Scene.table())
                .key(row(scene, "CONNECTION"))
                .updateExpression("SET notBefore = :past")
                .expressionAttributeValues(Map.of(":past", AttributeValue.fromS("2026-01-01T00:00:00.000Z"))));
    }

    private static Map<String, AttributeValue> row(Scene scene, String sk) {
        return Map.of("PK", AttributeValue.fromS("COMPANY#" + scene.company), "SK", AttributeValue.fromS(sk));
    }
}
