package com.hackajob.pinpoint.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hackajob.pinpoint.local.ApiClient;
import com.hackajob.pinpoint.local.ApiClient.Call;
import com.hackajob.pinpoint.local.ApiClient.Reply;
import com.hackajob.pinpoint.local.IamWatch;
import com.hackajob.pinpoint.local.LocalCloud;
import com.hackajob.pinpoint.local.LocalCloudOptions;
import com.hackajob.pinpoint.local.hackajob.Candidate;
import com.hackajob.pinpoint.local.hackajob.Company;
import com.hackajob.pinpoint.local.hackajob.Job;
import com.hackajob.pinpoint.local.pinpoint.OAuth;
import com.hackajob.pinpoint.local.pinpoint.Permission;
import com.hackajob.pinpoint.local.pinpoint.SimulatedJob;
import com.hackajob.pinpoint.local.pinpoint.Tenant;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * A company of its own with a Pinpoint account of its own, in the one local cloud that all these tests share: real
 * function processes, from the packaged artefact. Whatever the API is asked and answers there is held to openapi.yaml.
 */
final class Scene {

    static final LocalCloud CLOUD = LocalCloud.start(LocalCloudOptions.forTests()
            .with("OAuthClientId", "hackajob")
            .watchedBy(ContractWatch::see)
            .tellingRulingsTo(IamWatch::see));
    static final OAuth OAUTH = CLOUD.pinpoint()
            .enableOAuth("hackajob", "client-secret", Set.of(URI.create(CLOUD.gateway() + "/oauth/callback")));

    static final String JOB = "job-1";
    static final String CANDIDATE = "candidate-1";
    static final byte[] CV = "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final ApiClient API = new ApiClient(CLOUD.gateway(), ContractWatch::requireKept);

    static {
        CLOUD.createSecret("hackajob/pinpoint-oauth-client", "client-secret");
    }

    final String company;
    final Tenant tenant;
    final SimulatedJob pinpointJob;
    private final LocalCloud cloud;

    private Scene(LocalCloud cloud, String company, SimulatedJobSetting setting) {
        this.cloud = cloud;
        this.company = company;
        tenant = cloud.pinpoint().createTenant(company);
        pinpointJob = setting.in(tenant);
        cloud.hackajob().put(Company.named(company, "Northwind").withMaster("user-1", "Grace Hopper"));
        cloud.hackajob().put(company, Job.live(JOB, "Backend Engineer", "Accepted", "Interview", "Hired"));
    }

    /** What the Pinpoint job is like. */
    interface SimulatedJobSetting {
        SimulatedJob in(Tenant tenant);
    }

    static Scene aCompany() {
        return aCompanyIn(CLOUD);
    }

    static Scene aCompanyIn(LocalCloud cloud) {
        return aCompanyIn(cloud, newName());
    }

    static Scene aCompanyIn(LocalCloud cloud, String name) {
        return new Scene(cloud, name, tenant -> tenant.createJob("Backend Engineer"));
    }

    static Scene aCompanyWith(SimulatedJobSetting job) {
        return new Scene(CLOUD, newName(), job);
    }

    private static String newName() {
        return "company-" + COUNT.incrementAndGet();
    }

    static Scene aConnectedCompany() {
        return aCompany().connect();
    }

    static Scene aMappedCompany() {
        return aConnectedCompany().map();
    }

    Scene connect() {
        assertThat(submit(session(), company, key()).status()).isEqualTo(303);
        return this;
    }

    Scene map() {
        assertThat(putMapping(mappingOn("Phone screen")).send().status()).isEqualTo(200);
        return this;
    }

    /** A candidate with a small real CV. */
    Scene candidate(String id) {
        return candidate(id, new Candidate.Cv("cv.pdf", "application/pdf", CV));
    }

    Scene candidate(String id, Candidate.Cv cv) {
        CLOUD.hackajob()
                .put(
                        company,
                        JOB,
                        Candidate.named(id, "Zoë", "Quirke", "zoe.quirke@example.com")
                                .with(cv));
        return this;
    }

    static Call call(String route, String... pathValues) {
        return API.call(route, pathValues);
    }

    Call asMember(String route, String... pathValues) {
        return api().call(route, pathValues).as(token("member"));
    }

    Call asMaster(String route, String... pathValues) {
        return api().call(route, pathValues).as(token("master"));
    }

    private ApiClient api() {
        return new ApiClient(cloud.gateway(), ContractWatch::requireKept);
    }

    String token(String role) {
        return cloud.identity().token("user-1", company, role, Duration.ofMinutes(10));
    }

    String key() {
        return tenant.createKey(
                "hackajob", Set.of(Permission.JOB_READ, Permission.APPLICATION_READ, Permission.APPLICATION_WRITE));
    }

    /** The secret part of a fresh link, to connect or to connect again. */
    String session() {
        return session("{\"reconnect\": true}");
    }

    String session(String wish) {
        Reply started = asMaster("POST /v1/connection/sessions").body(wish).send();
        String url = started.json().path("url").asText();
        return url.substring(url.lastIndexOf('/') + 1);
    }

    static Reply submit(String session, String subdomain, String key) {
        return call("POST /connect/{session}", session)
                .form("subdomain", subdomain, "apiKey", key)
                .send();
    }

    Call putMapping(String body) {
        return asMember("PUT /v1/jobs/{jobId}/mapping", JOB).body(body);
    }

    String mappingOn(String pinpointStage) {
        return "{\"pinpointJobId\": \"%s\", \"stages\": [{\"stageId\": \"stage-1\", \"pinpointStageId\": \"%s\"}]}"
                .formatted(pinpointJob.id(), pinpointJob.stage(pinpointStage).id());
    }

    /** hackajob's backend tells that the candidate accepted. */
    Scene accept(String candidate, String eventId) {
        return event(
                "candidate.accepted",
                eventId,
                "2026-03-01T09:00:00Z",
                "{\"jobId\": \"%s\", \"candidateId\": \"%s\"}".formatted(JOB, candidate));
    }

    Scene event(String type, String id, String occurredAt, String data) {
        String event = """
                {"id": "%s-%s", "type": "%s", "occurredAt": "%s", "companyId": "%s", "data": %s}""".formatted(company, id, type, occurredAt, company, data);
        CLOUD.sendEvent(event, company);
        return this;
    }

    /** The connection is looked after now, as the schedule would have it in a while. */
    void poll() {
        event("connection.poll", "poll-" + COUNT.incrementAndGet(), "2026-03-01T09:00:00Z", "{}");
    }

    /** What hackajob's backend is told, in the agreed form; what was left in the outbox is sent as if a minute had passed. */
    JsonNode update(String type) {
        return await(() -> {
            outbox().forEach(Scene::makeOld);
            CLOUD.tick("reconcile");
            return CLOUD.receiveUpdates().stream()
                    .map(message -> agreed(message.body()))
                    .filter(update -> update.path("companyId").asText().equals(company))
                    .filter(update -> update.path("type").asText().equals(type))
                    .findFirst()
                    .orElse(null);
        });
    }

    /** All that hackajob's backend was told of the company and has not read, in the agreed form. */
    List<JsonNode> updates() {
        return CLOUD.receiveUpdates().stream()
                .map(message -> agreed(message.body()))
                .filter(update -> update.path("companyId").asText().equals(company))
                .toList();
    }

    private List<Map<String, AttributeValue>> outbox() {
        return CLOUD.dynamodb()
                .query(query -> query.tableName(table())
                        .keyConditionExpression("PK = :company AND begins_with(SK, :outbox)")
                        .expressionAttributeValues(Map.of(
                                ":company", AttributeValue.fromS("COMPANY#" + company),
                                ":outbox", AttributeValue.fromS("OUTBOX#"))))
                .items();
    }

    private static void makeOld(Map<String, AttributeValue> row) {
        try {
            CLOUD.dynamodb().updateItem(update -> update.tableName(table())
                    .key(Map.of("PK", row.get("PK"), "SK", row.get("SK")))
                    .updateExpression("SET GSI2SK = :old")
                    .conditionExpression("attribute_exists(PK)")
                    .expressionAttributeValues(Map.of(":old", AttributeValue.fromS("2026-01-01T00:00:00.000Z#x"))));
        } catch (ConditionalCheckFailedException sentMeanwhile) {
            // its writer was faster
        }
    }

    static String table() {
        return CLOUD.dynamodb().listTables().tableNames().getFirst();
    }

    private static JsonNode agreed(String body) {
        try {
            JsonNode message = new ObjectMapper().readTree(body);
            assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                            .getSchema(Files.readString(Path.of("infra/contracts/updates.schema.json")))
                            .validate(message))
                    .isEmpty();
            return message;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The export, once no worker has it in hand. */
    JsonNode settled(String candidate) {
        return await(() -> {
            JsonNode export = export(candidate).json();
            String state = export.path("state").asText();
            return !state.isEmpty() && !state.equals("claimed") && !state.equals("submitting") ? export : null;
        });
    }

    Reply export(String candidate) {
        return asMember("GET /v1/exports/{id}", JOB + "~" + candidate).send();
    }

    /** Until nothing is left to do for anybody: what others left behind is not counted. */
    static void awaitQuiet() {
        await(() -> CLOUD.queueDepth("EventsQueue") == 0 ? true : null);
    }

    /** Asks again and again until there is an answer; how long that takes is nobody's business here. */
    static <T> T await(Wanted<T> wanted) {
        Instant until = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(until)) {
            T found = wanted.look();
            if (found != null) {
                return found;
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        throw new AssertionError("it did not come about");
    }

    /** Null until it is there. */
    interface Wanted<T> {
        T look();
    }
}
