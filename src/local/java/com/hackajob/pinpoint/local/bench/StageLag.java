package com.hackajob.pinpoint.local.bench;

import com.hackajob.pinpoint.local.ApiClient;
import com.hackajob.pinpoint.local.LocalCloud;
import com.hackajob.pinpoint.local.SampleCv;
import com.hackajob.pinpoint.local.hackajob.Candidate;
import com.hackajob.pinpoint.local.hackajob.Company;
import com.hackajob.pinpoint.local.hackajob.Job;
import com.hackajob.pinpoint.local.pinpoint.Permission;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** How long a move in Pinpoint takes to the message on updates.fifo, by webhook, with warm functions. */
final class StageLag {

    private static final int WARM_UPS = 5;
    private static final int MOVES = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String COMPANY = "northwind";
    private static final String JOB = "job-1";

    private final LocalCloud cloud;
    private final ApiClient api;

    private StageLag(LocalCloud cloud) {
        this.cloud = cloud;
        this.api = new ApiClient(cloud.gateway());
    }

    /** In a cloud whose queues are polled. */
    static String measured(LocalCloud cloud) {
        List<Duration> lags = new StageLag(cloud).lags();
        List<Duration> sorted = lags.stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                "A move in Pinpoint to the message on updates.fifo, by webhook, warm, %d moves: median %d ms, p95 %d ms,"
                        + " slowest %d ms.%n",
                MOVES,
                sorted.get(MOVES / 2).toMillis(),
                sorted.get(MOVES * 95 / 100).toMillis(),
                sorted.getLast().toMillis());
    }

    private List<Duration> lags() {
        cloud.hackajob().put(Company.named(COMPANY, "Northwind").withMaster("user-1", "Grace Hopper"));
        cloud.hackajob().put(COMPANY, Job.live(JOB, "Backend Engineer", "Accepted", "Interview", "Offer"));
        cloud.hackajob()
                .put(
                        COMPANY,
                        JOB,
                        Candidate.named("candidate-1", "Ada", "Byron", "ada@example.com")
                                .with(new Candidate.Cv("cv.pdf", "application/pdf", SampleCv.pdf())));
        var tenant = cloud.pinpoint().createTenant(COMPANY);
        String key = tenant.createKey(
                "hackajob", Set.of(Permission.JOB_READ, Permission.APPLICATION_READ, Permission.APPLICATION_WRITE));
        api.call("POST /connect/{session}", link("{\"reconnect\": true}"))
                .form("subdomain", COMPANY, "apiKey", key)
                .send();
        String address =
                call("GET /v1/connection").send().json().at("/webhook/address").asText();
        String secret = tenant.addWebhookEndpoint(URI.create(address), Set.of("application_stage_changed"));
        api.call("POST /connect/{session}", link("{\"webhook\": true}"))
                .form("action", "secret", "webhookSecret", secret)
                .send();
        var job = tenant.createJob("Backend Engineer");
        String screen = job.stage("Phone screen").id();
        String interview = job.stage("Interview").id();
        String offer = job.stage("Offer").id();
        call("PUT /v1/jobs/{jobId}/mapping", JOB)
                .body("""
                        {"pinpointJobId": "%s", "stages": [
                          {"stageId": "stage-1", "pinpointStageId": "%s"},
                          {"stageId": "stage-2", "pinpointStageId": "%s"},
                          {"stageId": "stage-3", "pinpointStageId": "%s"}]}""".formatted(job.id(), screen, interview, offer))
                .send();
        cloud.sendEvent("""
                {"id": "accepted", "type": "candidate.accepted", "occurredAt": "%s", "companyId": "%s",
                 "data": {"jobId": "%s", "candidateId": "candidate-1"}}""".formatted(Instant.now(), COMPANY, JOB), COMPANY);
        await(() -> isTold("export.verified"));
        String application = tenant.applications().getFirst().id();
        List<Duration> lags = new ArrayList<>();
        for (int move = 0; move < WARM_UPS + MOVES; move++) {
            Instant start = Instant.now();
            tenant.moveApplication(application, move % 2 == 0 ? offer : interview);
            await(() -> isTold("candidate.stage_changed"));
            if (move >= WARM_UPS) {
                lags.add(Duration.between(start, Instant.now()));
            }
        }
        return lags;
    }

    private boolean isTold(String type) {
        return cloud.receiveUpdates().stream()
                .anyMatch(message -> message.body().contains('"' + type + '"'));
    }

    private static void await(BooleanSupplier condition) {
        Instant until = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(until)) {
                throw new IllegalStateException("a move did not arrive");
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private String link(String wish) {
        return call("POST /v1/connection/sessions")
                .body(wish)
                .send()
                .json()
                .path("url")
                .asText()
                .replaceFirst(".*/", "");
    }

    private ApiClient.Call call(String route, String... values) {
        return api.call(route, values).as(cloud.identity().token("user-1", COMPANY, "master", Duration.ofMinutes(10)));
    }
}
