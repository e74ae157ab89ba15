package com.hackajob.pinpoint.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.hackajob.pinpoint.local.ApiClient.Reply;
import com.hackajob.pinpoint.local.hackajob.Candidate;
import com.hackajob.pinpoint.local.hackajob.Company;
import com.hackajob.pinpoint.local.hackajob.Job;
import com.hackajob.pinpoint.local.pinpoint.SimulatedJob;
import com.hackajob.pinpoint.local.pinpoint.Tenant;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/**
 * The main job, as its users do it: connect, list jobs, map, accept, export, receipt. Everything goes through the API and
 * the queue; only the two worlds around are filled by hand.
 */
final class Journey {

    private static final String COMPANY = "northwind";
    private static final String JOB = "job-1";
    private static final String CANDIDATE = "candidate-1";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final LocalCloud cloud;
    private final ApiClient api;
    private final Candidate.Cv cv;
    private final Steps steps;

    Journey(LocalCloud cloud, Candidate.Cv cv, Steps steps) {
        this.cloud = cloud;
        this.api = new ApiClient(cloud.gateway());
        this.cv = cv;
        this.steps = steps;
    }

    /** Walks the journey; the export as the API shows it at the end, receipt included. */
    JsonNode walk() {
        Tenant tenant = cloud.pinpoint().createTenant(COMPANY);
        SimulatedJob pinpointJob = tenant.createJob("Backend Engineer", job -> job.resumeRequirement("required"));
        cloud.hackajob().put(Company.named(COMPANY, "Northwind").withMaster("user-1", "Grace Hopper"));
        cloud.hackajob().put(COMPANY, Job.live(JOB, "Backend Engineer", "Accepted", "Interview", "Offer", "Hired"));
        cloud.hackajob().put(COMPANY, Job.live("job-2", "Data Engineer", "Accepted")); // for the sample events
        cloud.hackajob()
                .put(
                        COMPANY,
                        JOB,
                        Candidate.named(CANDIDATE, "Ada", "Byron", "ada@example.com")
                                .with(cv));

        var connecting = new Connecting(
                api, token("master"), tenant, URI.create(cloud.template().parameter("ReturnUrls")));
        steps.step("Ask for a link to connect", connecting::askForLink);
        steps.step("Paste the Pinpoint API key", connecting::pasteKey);
        steps.step("Set up Pinpoint's webhook", connecting::setUpWebhook);
        steps.step("Come back to hackajob", connecting::comeBack);
        steps.step("List its jobs", this::listJobs);
        steps.step("Map the hackajob job", () -> map(pinpointJob));
        steps.step("The candidate accepts", this::accept);
        JsonNode[] export = new JsonNode[1];
        steps.step("Export to Pinpoint", () -> {
            export[0] = await();
            return "application "
                    + export[0].path("receipt").path("applicationId").asText("none") + ", "
                    + export[0].path("state").asText();
        });
        steps.step("The same message again", () -> acceptAgain(tenant));
        return export[0];
    }

    private String listJobs() {
        JsonNode page =
                expect(200, call("GET /v1/pinpoint/jobs").as(token("member")).send());
        return page.path("jobs").size() + " job: "
                + page.path("jobs").path(0).path("title").asText();
    }

    private String map(SimulatedJob pinpointJob) {
        var screen = pinpointJob.stage("Phone screen");
        String body = """
                {"pinpointJobId": "%s", "stages": [
                  {"stageId": "%s", "pinpointStageId": "%s"},
                  {"stageId": "%s", "pinpointStageId": "%s"}]}""".formatted(
                        pinpointJob.id(),
                        stageId(0),
                        screen.id(),
                        stageId(3),
                        pinpointJob.stage("hired").id());
        expect(
                200,
                call("PUT /v1/jobs/{jobId}/mapping", JOB)
                        .as(token("member"))
                        .body(body)
                        .send());
        return "Accepted -> " + screen.name() + ", Hired -> Hired, the others blank";
    }

    private static String stageId(int position) {
        return Job.live(JOB, "", "Accepted", "Interview", "Offer", "Hired")
                .stages()
                .get(position)
                .id();
    }

    private String accept() {
        cloud.sendEvent(accepted("acceptance-1"), COMPANY);
        return "candidate.accepted is on the queue";
    }

    private static String accepted(String id) {
        return """
                {"id": "%s", "type": "candidate.accepted", "occurredAt": "%s", "companyId": "%s",
                 "data": {"jobId": "%s", "candidateId": "%s"}}""".formatted(id, Instant.now(), COMPANY, JOB, CANDIDATE);
    }

    private JsonNode await() {
        Instant until = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(until)) {
            Reply reply = call("GET /v1/exports/{id}", JOB + "~" + CANDIDATE)
                    .as(token("member"))
                    .send();
            String state = reply.json().path("state").asText();
            if (state.equals("verified") || state.equals("failed") || state.equals("held")) {
                return reply.json();
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new IllegalStateException("the export did not end within " + PATIENCE.toSeconds() + " s");
    }

    private String acceptAgain(Tenant tenant) {
        cloud.sendEvent(accepted("acceptance-2"), COMPANY);
        Instant until = Instant.now().plus(PATIENCE);
        while (cloud.queueDepth("EventsQueue") > 0 && Instant.now().isBefore(until)) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        return tenant.applications().size() + " application in Pinpoint";
    }

    private ApiClient.Call call(String route, String... values) {
        return api.call(route, values);
    }

    private String token(String role) {
        return cloud.identity().token("user-1", COMPANY, role, Duration.ofMinutes(10));
    }

    private static JsonNode expect(int status, Reply reply) {
        if (reply.status() != status) {
            throw new IllegalStateException("expected " + status + " and got " + reply.status() + ": " + reply.json());
        }
        return reply.json();
    }
}
