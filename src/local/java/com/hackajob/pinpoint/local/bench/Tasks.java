package com.hackajob.pinpoint.local.bench;

import com.hackajob.pinpoint.local.ApiClient;
import com.hackajob.pinpoint.local.ApiClient.Reply;
import com.hackajob.pinpoint.local.LocalCloud;
import com.hackajob.pinpoint.local.SampleCv;
import com.hackajob.pinpoint.local.aws.InvocationResult.Returned;
import com.hackajob.pinpoint.local.hackajob.Candidate;
import com.hackajob.pinpoint.local.hackajob.Company;
import com.hackajob.pinpoint.local.hackajob.Job;
import com.hackajob.pinpoint.local.pinpoint.Permission;
import com.hackajob.pinpoint.local.pinpoint.Tenant;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The typical task of each function, in a company that is connected and has a mapping and an export. */
final class Tasks {

    private static final String COMPANY = "northwind";
    /** Connects again and again: new credentials, which the functions of the other company would have to fetch. */
    private static final String NEWCOMER = "newcomer";

    private static final String WEBHOOK_SECRET = "the-secret-that-pinpoint-signs-with";
    private static final String JOB = "job-1";
    private static final String MAPPING_READ = "GET /v1/jobs/{jobId}/mapping";
    private static final Candidate.Cv CV = new Candidate.Cv("cv.pdf", "application/pdf", SampleCv.pdf());

    private final LocalCloud cloud;
    private final ApiClient api;
    private final Tenant tenant;
    private final Tenant newcomer;
    private final Task webhook;
    private final String pinpointJob;
    private int candidates;
    private int waiting;

    private Tasks(LocalCloud cloud) {
        this.cloud = cloud;
        this.api = new ApiClient(cloud.gateway());
        cloud.hackajob().put(Company.named(COMPANY, "Northwind").withMaster("user-1", "Grace Hopper"));
        cloud.hackajob().put(Company.named(NEWCOMER, "Newcomer").withMaster("user-1", "Grace Hopper"));
        this.tenant = cloud.pinpoint().createTenant(COMPANY);
        this.newcomer = cloud.pinpoint().createTenant(NEWCOMER);
        connect(COMPANY, tenant).run();
        this.pinpointJob = map();
        export().run();
        this.webhook = signedDelivery();
    }

    /** Sets the company up, in a cloud without pollers. */
    static Tasks in(LocalCloud cloud) {
        return new Tasks(cloud);
    }

    List<Task> all() {
        return List.of(
                reading("connections", "GET /v1/connection"),
                new Task("connect", "POST /connect/{session}", () -> connect(NEWCOMER, newcomer)),
                webhook,
                reading("catalogue", "GET /v1/pinpoint/jobs"),
                mappingRead(),
                reading("exports", "GET /v1/exports/{id}", JOB + "~candidate-1"),
                firstExport(),
                new Task("reconcile", "nothing is due", () -> this::reconcile));
    }

    /** Those of which it is counted what they ask of other services. */
    List<Task> counted() {
        return List.of(
                webhook, mappingRead(), reading("catalogue", "GET /v1/pinpoint/jobs/{id}", pinpointJob), firstExport());
    }

    Task webhook() {
        return webhook;
    }

    private Task mappingRead() {
        return reading("mappings", MAPPING_READ, JOB);
    }

    /** What API Gateway makes of that for a function, as bytes of JSON. */
    byte[] mappingReadEvent() {
        return MappingReadEvent.of(MAPPING_READ, COMPANY, JOB, token(COMPANY));
    }

    Task firstExport() {
        return new Task("events", "a first export", this::export);
    }

    int exports() {
        return candidates;
    }

    /** Exports that came to no application at their first try; their figures are among the others. */
    int waiting() {
        return waiting;
    }

    private Task reading(String function, String route, String... values) {
        return new Task(
                function,
                route,
                () -> () -> expect(200, call(route, COMPANY, values).send()));
    }

    private String link(String company, String wish) {
        Reply session = expect(
                201, call("POST /v1/connection/sessions", company).body(wish).send());
        return session.json().path("url").asText().replaceFirst(".*/", "");
    }

    /** Deliveries that are signed, about an application, and recent enough to count; the day's first is over. */
    private Task signedDelivery() {
        expect(
                303,
                api.call("POST /connect/{session}", link(COMPANY, "{\"webhook\": true}"))
                        .form("action", "secret", "webhookSecret", WEBHOOK_SECRET)
                        .send());
        String address = expect(200, call("GET /v1/connection", COMPANY).send())
                .json()
                .at("/webhook/address")
                .asText();
        String body = "{\"event\":\"application_hired\",\"triggeredAt\":%d,\"data\":{\"application\":{\"id\":1}}}"
                .formatted(Instant.now().getEpochSecond());
        var delivery = api.call("POST /webhooks/pinpoint/{connectionId}", address.replaceFirst(".*/", ""))
                .body(body)
                .header("PINPOINT-HMAC-SHA256", signature(body));
        expect(200, delivery.send());
        return new Task("webhook", "POST /webhooks/pinpoint/{connectionId}", () -> () -> expect(200, delivery.send()));
    }

    private static String signature(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(WEBHOOK_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java platform has HmacSHA256", missing);
        }
    }

    private Runnable connect(String company, Tenant account) {
        String link = link(company, "{\"reconnect\": true}");
        String key = account.createKey(
                "hackajob", Set.of(Permission.JOB_READ, Permission.APPLICATION_READ, Permission.APPLICATION_WRITE));
        var submission = api.call("POST /connect/{session}", link).form("subdomain", company, "apiKey", key);
        return () -> expect(303, submission.send());
    }

    /** Returns the Pinpoint job. */
    private String map() {
        cloud.hackajob().put(COMPANY, Job.live(JOB, "Backend Engineer", "Accepted", "Hired"));
        var job = tenant.createJob("Backend Engineer");
        String mapping =
                "{\"pinpointJobId\": \"%s\", \"stages\": [{\"stageId\": \"stage-1\", \"pinpointStageId\": \"%s\"}]}"
                        .formatted(job.id(), job.stage("Phone screen").id());
        expect(
                200,
                call("PUT /v1/jobs/{jobId}/mapping", COMPANY, JOB).body(mapping).send());
        return job.id();
    }

    /** With nothing before it in the queue: webhooks leave hints there. */
    private Runnable export() {
        cloud.purgeEvents();
        candidates++;
        String candidate = "candidate-" + candidates;
        cloud.hackajob()
                .put(
                        COMPANY,
                        JOB,
                        Candidate.named(candidate, "Ada", "Byron", candidate + "@example.com")
                                .with(CV));
        cloud.sendEvent("""
                {"id": "%s", "type": "candidate.accepted", "occurredAt": "%s", "companyId": "%s",
                 "data": {"jobId": "%s", "candidateId": "%s"}}""".formatted(candidate, Instant.now(), COMPANY, JOB, candidate), COMPANY);
        return this::work;
    }

    private void work() {
        int before = tenant.applications().size();
        require(cloud.poll("events") > 0, "the queue held no event");
        if (tenant.applications().size() == before) {
            waiting++;
        }
    }

    private void reconcile() {
        require(cloud.tick("reconcile") instanceof Returned, "reconcile failed");
    }

    private ApiClient.Call call(String route, String company, String... values) {
        return api.call(route, values).as(token(company));
    }

    private String token(String company) {
        return cloud.identity().token("user-1", company, "master", Duration.ofMinutes(30));
    }

    private static Reply expect(int status, Reply reply) {
        require(reply.status() == status, "expected %d and got %s".formatted(status, reply.problem()));
        return reply;
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalStateException(otherwise);
        }
    }
}
