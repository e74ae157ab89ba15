package com.hackajob.pinpoint.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hackajob.pinpoint.Bytes;
import com.hackajob.pinpoint.local.ApiClient;
import com.hackajob.pinpoint.local.IamWatch;
import com.hackajob.pinpoint.local.LocalCloud;
import com.hackajob.pinpoint.local.LocalCloudOptions;
import com.hackajob.pinpoint.local.hackajob.Candidate;
import com.hackajob.pinpoint.local.hackajob.Company;
import com.hackajob.pinpoint.local.hackajob.Job;
import com.hackajob.pinpoint.local.pinpoint.Permission;
import com.hackajob.pinpoint.local.pinpoint.SimulatedApplication;
import com.hackajob.pinpoint.local.pinpoint.SimulatedFile;
import com.hackajob.pinpoint.local.pinpoint.SimulatedJob;
import com.hackajob.pinpoint.local.pinpoint.Tenant;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.sqs.model.Message;

/** The local cloud with short times, companies that are connected and mapped in it, and what came of it as a {@link History}. */
final class KillWorld implements AutoCloseable {

    private static final String JOB = "job-1";
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration BETWEEN_WAKES = Duration.ofSeconds(3);

    private final LocalCloud cloud =
            LocalCloud.start(LocalCloudOptions.forTests().withShortTimes().tellingRulingsTo(IamWatch::see));
    private final ApiClient api = new ApiClient(cloud.gateway());
    private final Map<String, Tenant> tenants = new LinkedHashMap<>();
    private final Map<String, Instant> woken = new LinkedHashMap<>();
    private final List<History.Accepted> accepted = new ArrayList<>();
    private final List<History.InForce> mappings = new ArrayList<>();
    private final List<History.Told> told = new ArrayList<>();
    private int events;

    void company(String name) {
        Tenant tenant = cloud.pinpoint().createTenant(name);
        SimulatedJob job = tenant.createJob("Backend Engineer");
        tenants.put(name, tenant);
        cloud.hackajob().put(Company.named(name, "Northwind").withMaster("user-1", "Grace Hopper"));
        cloud.hackajob().put(name, Job.live(JOB, "Backend Engineer", "Accepted", "Interview"));
        connect(name, tenant);
        map(name, job);
    }

    private void connect(String name, Tenant tenant) {
        String key = tenant.createKey(
                "hackajob", Set.of(Permission.JOB_READ, Permission.APPLICATION_READ, Permission.APPLICATION_WRITE));
        String link = api.call("POST /v1/connection/sessions")
                .as(token(name))
                .body("{}")
                .send()
                .json()
                .path("url")
                .asText()
                .replaceFirst(".*/", "");
        var connected = api.call("POST /connect/{session}", link)
                .form("subdomain", name, "apiKey", key)
                .send();
        assertThat(connected.status()).as(connected.problem()).isEqualTo(303);
    }

    private void map(String name, SimulatedJob job) {
        String stage = job.stage("Phone screen").id();
        String body =
                "{\"pinpointJobId\": \"%s\", \"stages\": [{\"stageId\": \"stage-1\", \"pinpointStageId\": \"%s\"}]}"
                        .formatted(job.id(), stage);
        var mapped = api.call("PUT /v1/jobs/{jobId}/mapping", JOB)
                .as(token(name))
                .body(body)
                .send();
        assertThat(mapped.status()).as(mapped.problem()).isEqualTo(200);
        mappings.add(new History.InForce(name, JOB, job.id(), stage, 0, Long.MAX_VALUE / 2));
    }

    private String token(String company) {
        return cloud.identity().token("user-1", company, "master", Duration.ofMinutes(10));
    }

    /** A candidate with files of their own accepts. */
    void accept(String company, String name) {
        String email = name + "@example.com";
        String cv = "cv-" + name + ".pdf";
        byte[] content = ("%PDF-1.4\n% of " + name + "\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n")
                .getBytes(StandardCharsets.US_ASCII);
        cloud.hackajob()
                .put(
                        company,
                        JOB,
                        Candidate.named(name, "Jo", name, email)
                                .with(new Candidate.Cv(cv, "application/pdf", content)));
        accepted.add(new History.Accepted(
                company,
                company,
                JOB,
                name,
                email,
                List.of(cv(cv, content), "jo-" + name + "-hackajob-profile.pdf"),
                Instant.now().toEpochMilli(),
                false));
        send(company, "candidate.accepted", "{\"jobId\": \"%s\", \"candidateId\": \"%s\"}".formatted(JOB, name));
    }

    private void send(String company, String type, String data) {
        String id = "event-" + ++events;
        cloud.sendEvent(
                "{\"id\": \"%s\", \"type\": \"%s\", \"occurredAt\": \"%s\", \"companyId\": \"%s\", \"data\": %s}"
                        .formatted(id, type, Instant.now(), company, data),
                company);
    }

    /** The calls that were made since they were last forgotten, by whichever process to whichever side. */
    int calls() {
        return cloud.calls().size()
                + cloud.pinpoint().requests().size()
                + cloud.hackajob().requests().size();
    }

    void forgetCalls() {
        cloud.forgetCalls();
        cloud.pinpoint().forgetRequests();
        cloud.hackajob().forgetRequests();
    }

    /** The processes that are in the middle of an event. */
    List<Long> workers() {
        return cloud.function("events").busyProcesses();
    }

    /**
     * What the schedule does, a few times a minute instead of once, and what the runbook says of dead letters.
     *
     * @return how many exports are not settled
     */
    int goOn() {
        List<Map<String, AttributeValue>> exports = rows("EXPORT#");
        exports.stream()
                .filter(row -> row.containsKey("due"))
                .filter(row -> !Instant.parse(row.get("due").s()).isAfter(Instant.now()))
                .map(row -> row.get("company").s())
                .distinct()
                .forEach(this::wake);
        cloud.receiveDeadLetters().forEach(this::redrive);
        hear();
        long settled = exports.stream().filter(row -> !row.containsKey("due")).count();
        return Math.toIntExact(accepted.size() - settled);
    }

    private void wake(String company) {
        Instant now = Instant.now();
        if (now.isAfter(woken.getOrDefault(company, Instant.MIN).plus(BETWEEN_WAKES))) {
            woken.put(company, now);
            send(company, "company.due", "{}");
        }
    }

    private void redrive(Message letter) {
        cloud.sendRaw(letter.body(), json(letter.body()).path("companyId").asText(), "redriven-" + ++events);
    }

    /** As if a minute had passed, what a writer left behind in the outbox is sent. */
    void emptyOutbox() {
        rows("OUTBOX#").forEach(this::makeOld);
        cloud.tick("reconcile");
        hear();
    }

    private void makeOld(Map<String, AttributeValue> row) {
        try {
            cloud.dynamodb().updateItem(update -> update.tableName(table())
                    .key(Map.of("PK", row.get("PK"), "SK", row.get("SK")))
                    .updateExpression("SET GSI2SK = :old")
                    .conditionExpression("attribute_exists(PK)")
                    .expressionAttributeValues(Map.of(":old", AttributeValue.fromS("2026-01-01T00:00:00.000Z#x"))));
        } catch (ConditionalCheckFailedException sentMeanwhile) {
            // its writer was faster
        }
    }

    private void hear() {
        cloud.receiveUpdates().stream()
                .map(message -> json(message.body()))
                .forEach(update -> told.add(new History.Told(
                        update.path("id").asText(),
                        update.path("type").asText().toUpperCase(Locale.ROOT).replace('.', '_'),
                        update.path("companyId").asText(),
                        update.at("/data/jobId").asText(),
                        update.at("/data/candidateId").asText(),
                        named(update),
                        Instant.now().toEpochMilli())));
    }

    private static List<String> named(JsonNode update) {
        return StreamSupport.stream(update.at("/data/applications").spliterator(), false)
                .map(address -> address.asText().replaceFirst(".*/", ""))
                .toList();
    }

    /** How often an export had to be taken up again. */
    long takenUpAgain() {
        return rows("EXPORT#").stream()
                .mapToLong(row -> Long.parseLong(row.get("attempts").n()) - 1)
                .sum();
    }

    History history() {
        return new History(
                List.copyOf(accepted),
                List.copyOf(mappings),
                tenants.entrySet().stream()
                        .flatMap(tenant -> tenant.getValue().applications().stream()
                                .map(application -> application(tenant.getKey(), application)))
                        .toList(),
                List.copyOf(told),
                rows("EXPORT#").stream().map(KillWorld::row).toList(),
                List.of(),
                List.of(),
                rows("OUTBOX#").size(),
                cloud.receiveDeadLetters().size(),
                Set.of());
    }

    private static History.Application application(String account, SimulatedApplication application) {
        return new History.Application(
                account,
                application.id(),
                application.jobId(),
                application.email(),
                application.stageId(),
                application.externalSystemReference(),
                application.files().stream().map(KillWorld::file).toList(),
                application.createdAt().toEpochMilli());
    }

    private static String file(SimulatedFile file) {
        return file.filename().startsWith("cv-") ? cv(file.filename(), file.content()) : file.filename();
    }

    /** To the last byte. */
    private static String cv(String name, byte[] content) {
        return name + " " + new Bytes(content).sha256();
    }

    private static History.Row row(Map<String, AttributeValue> row) {
        String state = row.get("state").s();
        return new History.Row(
                row.get("company").s(),
                row.get("job").s(),
                row.get("candidate").s(),
                state.substring(0, 1).toUpperCase(Locale.ROOT) + state.substring(1),
                Optional.ofNullable(row.get("receipt"))
                        .map(receipt -> receipt.m().get("application").s())
                        .orElse(""),
                row.toString());
    }

    private List<Map<String, AttributeValue>> rows(String prefix) {
        return cloud
                .dynamodb()
                .scanPaginator(scan -> scan.tableName(table())
                        .consistentRead(true)
                        .filterExpression("begins_with(SK, :prefix)")
                        .expressionAttributeValues(Map.of(":prefix", AttributeValue.fromS(prefix))))
                .items()
                .stream()
                .toList();
    }

    private String table() {
        return cloud.dynamodb().listTables().tableNames().getFirst();
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException notJson) {
            throw new IllegalStateException(notJson);
        }
    }

    @Override
    public void close() {
        cloud.close();
    }
}
