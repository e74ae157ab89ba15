package com.hackajob.pinpoint.lambda;

import static com.hackajob.pinpoint.lambda.Scene.CLOUD;
import static com.hackajob.pinpoint.lambda.Scene.JOB;
import static com.hackajob.pinpoint.lambda.Scene.aConnectedCompany;
import static com.hackajob.pinpoint.lambda.Scene.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hackajob.pinpoint.local.pinpoint.SimulatedApplication;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Stages in sync both ways, through real function processes, Pinpoint's signed webhooks and the queues. */
class StagesIT {

    @Test
    void a_move_in_pinpoint_reaches_hackajob_by_webhook() {
        Scene scene = exported();
        hook(scene);

        move(scene, "Offer");
        JsonNode update = scene.update("candidate.stage_changed");

        assertThat(update.path("data"))
                .hasToString("{\"jobId\":\"job-1\",\"candidateId\":\"candidate-1\",\"stageId\":\"stage-3\"}");
        assertThat(connection(scene).path("webhook").has("lastSeen")).isTrue();
        assertThat(connection(scene).at("/stages/lastIn").asText()).isNotEmpty();
        assertThat(tracking(scene).path("state").asText()).isEqualTo("in_step");
        assertThat(tracking(scene).path("stageId").asText()).isEqualTo("stage-3");
    }

    @Test
    void a_move_on_hackajob_reaches_pinpoint_and_its_echo_goes_nowhere() {
        Scene scene = exported();
        hook(scene);

        moved(scene, "stage-2", "1");
        String interview = scene.pinpointJob.stage("Interview").id();
        await(() -> stage(scene).equals(interview) ? true : null);
        scene.tenant.webhooks().awaitQuiet(Duration.ofSeconds(30));
        Scene.awaitQuiet();

        assertThat(connection(scene).at("/stages/lastOut").asText()).isNotEmpty();
        assertThat(connection(scene).path("stages").has("lastIn")).isFalse();
        assertThat(tracking(scene).path("pinpointStageId").asText()).isEqualTo(interview);
    }

    @Test
    void a_webhook_that_is_delivered_ten_times_has_one_effect() {
        Scene scene = exported();
        hook(scene);
        scene.tenant.webhooks().copies(10);

        move(scene, "Offer");
        scene.tenant.webhooks().awaitAttempts(10, Duration.ofSeconds(30));
        Scene.awaitQuiet();

        List<JsonNode> told = scene.updates();
        assertThat(told.stream().filter(update -> update.path("type").asText().equals("candidate.stage_changed")))
                .hasSize(1);
    }

    /** Pinpoint documents ten retries over a day; here they take a moment. */
    @Test
    void a_webhook_whose_answers_get_lost_until_the_last_retry_has_one_effect() throws IOException {
        Scene scene = exported();
        String address = hook(scene);
        scene.tenant.webhooks().removeEndpoint(URI.create(address));
        try (var lossy = LossyProxy.to(URI.create(address), 10)) {
            String own = scene.tenant.addWebhookEndpoint(lossy.address(), Set.of("application_stage_changed"));
            store(scene, own);

            move(scene, "Offer");
            scene.tenant.webhooks().awaitAttempts(11, Duration.ofSeconds(60));
            Scene.awaitQuiet();

            assertThat(lossy.delivered()).isEqualTo(11);
            assertThat(scene.tenant.webhooks().isEnabled(lossy.address())).isTrue();
            assertThat(scene.updates().stream()
                            .filter(update -> update.path("type").asText().equals("candidate.stage_changed")))
                    .hasSize(1);
        }
    }

    @Test
    void without_webhooks_a_move_in_pinpoint_is_found_by_asking() {
        Scene scene = exported();
        scene.poll();
        Scene.awaitQuiet();

        move(scene, "Offer");
        scene.poll();

        assertThat(scene.update("candidate.stage_changed").at("/data/stageId").asText())
                .isEqualTo("stage-3");
        assertThat(connection(scene).at("/stages/nextPoll").asText()).isNotEmpty();
    }

    @Test
    void an_application_that_was_moved_to_another_job_is_lost_and_found_again_when_it_is_back() {
        Scene scene = exported();
        var other = scene.tenant.createJob("Another job");
        String application = application(scene).id();
        scene.tenant.moveApplicationToJob(
                application, other.id(), other.stages().getFirst().id());
        scene.poll();

        JsonNode lost = scene.update("export.untracked");
        assertThat(lost.at("/data/reason").asText()).isEqualTo("other_job");
        assertThat(tracking(scene).path("code").asText()).isEqualTo("untracked");

        scene.tenant.moveApplicationToJob(
                application,
                scene.pinpointJob.id(),
                scene.pinpointJob.stage("Offer").id());
        assertThat(scene.asMember("POST /v1/exports/{id}/relink", JOB + "~candidate-1")
                        .send()
                        .json()
                        .at("/tracking/state")
                        .asText())
                .isEqualTo("searched");
        await(() -> {
            CLOUD.tick("reconcile");
            return tracking(scene).path("state").asText().equals("in_step") ? true : null;
        });
        assertThat(scene.update("candidate.stage_changed").at("/data/stageId").asText())
                .isEqualTo("stage-3");
        assertThat(scene.asMember("POST /v1/exports/{id}/relink", JOB + "~nobody")
                        .send()
                        .problem())
                .isEqualTo("404 export_not_found");
    }

    @Test
    void two_applications_with_one_reference_are_told_of_by_the_sweep() {
        Scene scene = exported();
        scene.tenant.copyApplication(application(scene).id());
        scene.poll();

        JsonNode found = scene.update("export.duplicate_found");

        assertThat(found.at("/data/applications")).hasSize(2);
        assertThat(scene.tenant.applications()).hasSize(2);
    }

    @Test
    void a_webhook_about_an_interview_is_acknowledged_and_nothing_is_looked_at() {
        Scene scene = exported();
        String address = hook(scene);
        scene.tenant.webhooks().sendAs("application_stage_changed", "interview_scheduled");

        move(scene, "Offer");
        scene.tenant.webhooks().awaitQuiet(Duration.ofSeconds(30));
        Scene.awaitQuiet();

        assertThat(scene.tenant.webhooks().isEnabled(URI.create(address))).isTrue();
        assertThat(tracking(scene).has("stageId")).isFalse();
    }

    /** Mapped to a stage each, and exported. */
    private static Scene exported() {
        Scene scene = aConnectedCompany();
        String pairs = """
                {"pinpointJobId": "%s", "stages": [
                  {"stageId": "stage-1", "pinpointStageId": "%s"},
                  {"stageId": "stage-2", "pinpointStageId": "%s"},
                  {"stageId": "stage-3", "pinpointStageId": "%s"}]}""".formatted(
                        scene.pinpointJob.id(),
                        scene.pinpointJob.stage("Phone screen").id(),
                        scene.pinpointJob.stage("Interview").id(),
                        scene.pinpointJob.stage("Offer").id());
        assertThat(scene.putMapping(pairs).send().status()).isEqualTo(200);
        scene.candidate("candidate-1").accept("candidate-1", "accepted");
        await(() -> scene.settled("candidate-1").path("state").asText().equals("verified") ? true : null);
        return scene;
    }

    /** An administrator sets up the webhook and hackajob has its secret. */
    private static String hook(Scene scene) {
        String address = connection(scene).at("/webhook/address").asText();
        String secret = scene.tenant.addWebhookEndpoint(
                URI.create(address), Set.of("application_stage_changed", "application_moved", "application_hired"));
        store(scene, secret);
        return address;
    }

    private static void store(Scene scene, String secret) {
        assertThat(Scene.call("POST /connect/{session}", scene.session("{\"webhook\": true}"))
                        .form("action", "secret", "webhookSecret", secret)
                        .send()
                        .status())
                .isEqualTo(303);
    }

    private static void moved(Scene scene, String stage, String id) {
        scene.event(
                "candidate.stage_changed",
                "moved-" + id,
                "2026-03-02T09:00:00Z",
                "{\"jobId\": \"%s\", \"candidateId\": \"candidate-1\", \"stageId\": \"%s\"}".formatted(JOB, stage));
    }

    private static void move(Scene scene, String stage) {
        scene.tenant.moveApplication(
                application(scene).id(), scene.pinpointJob.stage(stage).id());
    }

    private static SimulatedApplication application(Scene scene) {
        return scene.tenant.applications().getFirst();
    }

    private static String stage(Scene scene) {
        return application(scene).stageId();
    }

    private static JsonNode tracking(Scene scene) {
        return scene.export("candidate-1").json().path("tracking");
    }

    private static JsonNode connection(Scene scene) {
        return scene.asMember("GET /v1/connection").send().json();
    }
}
