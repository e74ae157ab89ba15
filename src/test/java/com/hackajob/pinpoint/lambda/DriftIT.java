package com.hackajob.pinpoint.lambda;

import static com.hackajob.pinpoint.lambda.Scene.CANDIDATE;
import static com.hackajob.pinpoint.lambda.Scene.CLOUD;
import static com.hackajob.pinpoint.lambda.Scene.JOB;
import static com.hackajob.pinpoint.lambda.Scene.aConnectedCompany;
import static com.hackajob.pinpoint.lambda.Scene.aMappedCompany;
import static com.hackajob.pinpoint.lambda.Scene.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hackajob.pinpoint.local.ApiClient.Reply;
import com.hackajob.pinpoint.local.hackajob.Candidate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What changes in Pinpoint after a job was mapped, and who accepts before it is, through real function processes. */
class DriftIT {

    @AfterEach
    void pinpoint_was_only_asked_what_it_documents() {
        assertThat(CLOUD.pinpoint().violations()).isEmpty();
    }

    @Test
    void a_stage_that_is_gone_is_found_told_and_repaired_with_one_call_and_the_candidate_goes_through() {
        Scene scene = aMappedCompany().candidate(CANDIDATE);
        scene.tenant.removeStage(scene.pinpointJob.stage("Phone screen").id());
        String replacement = scene.tenant
                .addStage(
                        scene.pinpointJob.id(),
                        "Phone screen",
                        scene.pinpointJob.stage("Phone screen").basicType())
                .id();

        scene.poll();
        Reply drifted = await(() -> mapping(scene).json().has("drift") ? mapping(scene) : null);
        scene.accept(CANDIDATE, "1");
        JsonNode held = scene.settled(CANDIDATE);

        assertThat(drifted.json().at("/drift/code").asText()).isEqualTo("stage_gone");
        assertThat(drifted.json().at("/drift/findings/0/was").asText()).isEqualTo("Phone screen");
        assertThat(drifted.json().at("/drift/repair/0/pinpointStageId").asText())
                .isEqualTo(replacement);
        assertThat(held.path("state").asText()).isEqualTo("held");
        assertThat(held.path("code").asText()).isEqualTo("stage_gone");
        assertThat(scene.tenant.applications()).isEmpty();
        JsonNode told = scene.update("mapping.drifted");
        assertThat(told.at("/data/jobId").asText()).isEqualTo(JOB);
        assertThat(told.at("/data/repair/etag").asText())
                .isEqualTo(drifted.header("ETag").orElseThrow());
        assertThat(told.at("/data/repair/stages"))
                .hasToString("[{\"stageId\":\"stage-1\",\"pinpointStageId\":\"%s\"}]".formatted(replacement));

        Reply repaired = repair(scene, told.at("/data/repair/etag").asText());

        assertThat(repaired.status()).isEqualTo(200);
        assertThat(repaired.json().has("drift")).isFalse();
        CLOUD.tick("reconcile");
        assertThat(await(() -> verified(scene)).at("/receipt/stage/id").asText())
                .isEqualTo(replacement);
        assertThat(repair(scene, told.at("/data/repair/etag").asText()).problem())
                .isEqualTo("412 mapping_conflict");
    }

    @Test
    void a_candidate_of_a_closed_job_waits_and_goes_through_once_it_is_mapped_to_another() {
        Scene scene = aMappedCompany().candidate(CANDIDATE);
        scene.tenant.closeJob(scene.pinpointJob.id());
        scene.poll();
        Reply drifted = await(() -> mapping(scene).json().has("drift") ? mapping(scene) : null);
        scene.accept(CANDIDATE, "1");
        assertThat(scene.settled(CANDIDATE).path("code").asText()).isEqualTo("job_closed");
        assertThat(drifted.json().at("/drift/repair").isMissingNode()).isTrue();
        assertThat(repair(scene, drifted.header("ETag").orElseThrow()).problem())
                .isEqualTo("422 job_closed");

        String other = scene.tenant.createJob("Platform Engineer").id();
        Reply edited = scene.putMapping("{\"pinpointJobId\": \"%s\", \"stages\": []}".formatted(other))
                .header("If-Match", drifted.header("ETag").orElseThrow())
                .send();
        CLOUD.tick("reconcile");

        assertThat(edited.status()).isEqualTo(200);
        assertThat(await(() -> verified(scene)).at("/receipt/pinpointJobId").asText())
                .isEqualTo(other);
    }

    @Test
    void a_renamed_stage_is_followed_and_noted() {
        Scene scene = aMappedCompany().candidate(CANDIDATE);
        scene.tenant.renameStage(scene.pinpointJob.stage("Phone screen").id(), "First call");

        scene.poll();
        Reply noted = await(() -> mapping(scene).json().has("drift") ? mapping(scene) : null);
        scene.accept(CANDIDATE, "1");

        assertThat(noted.json().at("/drift"))
                .hasToString("{\"findings\":[{\"kind\":\"stage_renamed\",\"detail\":\"The stage has another name in"
                        + " Pinpoint; it is followed.\",\"breaks\":false,\"stageId\":\"stage-1\",\"was\":\"Phone"
                        + " screen\",\"is\":\"First call\"}],\"repair\":[]}");
        assertThat(scene.settled(CANDIDATE).at("/receipt/stage/name").asText()).isEqualTo("First call");
    }

    @Test
    void a_repair_names_the_version_whose_proposal_it_accepts() {
        assertThat(aMappedCompany()
                        .asMember("POST /v1/jobs/{jobId}/mapping/repair", JOB)
                        .send()
                        .problem())
                .isEqualTo("400 invalid_request");
    }

    @Test
    void a_published_job_is_asked_for_until_it_is_mapped_or_closed() {
        Scene scene = aConnectedCompany();
        scene.event(
                        "job.published",
                        "1",
                        "2026-03-01T09:00:00Z",
                        "{\"jobId\": \"job-1\", \"title\": \"Backend Engineer\"}")
                .event("job.published", "2", "2026-03-01T10:00:00Z", "{\"jobId\": \"job-2\", \"title\": \"Designer\"}");

        await(() -> unmapped(scene).size() == 2 ? true : null);
        JsonNode told = scene.update("job.needs_mapping");

        assertThat(unmapped(scene))
                .hasToString(
                        "[{\"jobId\":\"job-1\",\"title\":\"Backend Engineer\",\"publishedAt\":\"2026-03-01T09:00:00Z\"},"
                                + "{\"jobId\":\"job-2\",\"title\":\"Designer\",\"publishedAt\":\"2026-03-01T10:00:00Z\"}]");
        assertThat(told.path("data").fieldNames()).toIterable().containsExactly("jobId");
        scene.map();
        scene.event("job.closed", "3", "2026-03-01T11:00:00Z", "{\"jobId\": \"job-2\"}");
        await(() -> unmapped(scene).isEmpty() ? true : null);
        scene.asMember("DELETE /v1/jobs/{jobId}/mapping", JOB).send();
        assertThat(await(() -> unmapped(scene).isEmpty() ? null : unmapped(scene))
                        .at("/0/jobId")
                        .asText())
                .isEqualTo("job-1");
    }

    @Test
    void the_list_of_unmapped_jobs_takes_nothing_else() {
        Scene scene = aConnectedCompany();

        assertThat(scene.asMember("GET /v1/jobs").send().problem()).isEqualTo("400 invalid_request");
        assertThat(scene.asMember("GET /v1/jobs")
                        .query("state", "mapped")
                        .send()
                        .problem())
                .isEqualTo("400 invalid_request");
        for (String cursor : List.of("x", "1~", "x~job-1", "99999999999999999999~job-1", "1~#")) {
            assertThat(scene.asMember("GET /v1/jobs")
                            .query("state", "unmapped")
                            .query("cursor", cursor)
                            .send()
                            .problem())
                    .isEqualTo("400 invalid_request");
        }
    }

    @Test
    void who_accepted_before_the_job_was_mapped_is_shown_and_then_sent() {
        Scene scene = aConnectedCompany().candidate(CANDIDATE);
        CLOUD.hackajob()
                .put(scene.company, JOB, Candidate.named("candidate-2", "Yara", "Quill", "yara.quill@example.com"));
        scene.accept(CANDIDATE, "1");
        assertThat(scene.settled(CANDIDATE).path("state").asText()).isEqualTo("skipped");
        scene.accept("candidate-2", "2");
        assertThat(scene.settled("candidate-2").path("state").asText()).isEqualTo("skipped");
        assertThat(backfill(scene, "{}").problem()).isEqualTo("404 mapping_not_found");
        scene.map();

        Reply shown = backfill(scene, "");
        assertThat(scene.tenant.applications()).isEmpty();
        Reply stale = scene.asMember("POST /v1/jobs/{jobId}/backfill", JOB)
                .header("If-Match", "\"older\"")
                .body("{\"run\": true}")
                .send();
        Reply queued = scene.asMember("POST /v1/jobs/{jobId}/backfill", JOB)
                .header("If-Match", shown.header("ETag").orElseThrow())
                .body("{\"run\": true}")
                .send();
        CLOUD.tick("reconcile");

        assertThat(shown.json().path("total").asInt()).isEqualTo(2);
        assertThat(shown.json().path("candidates").findValuesAsText("candidateId"))
                .containsExactly(CANDIDATE, "candidate-2");
        assertThat(shown.json().at("/preview/outcome").asText()).isEqualTo("arrives");
        assertThat(stale.problem()).isEqualTo("412 mapping_conflict");
        assertThat(queued.json()).hasToString("{\"queued\":2,\"remaining\":0}");
        await(() -> scene.export("candidate-2").json().path("state").asText().equals("verified") ? true : null);
        assertThat(verified(scene)).isNotNull();
        assertThat(scene.tenant.applications()).hasSize(2);
        assertThat(backfill(scene, "{\"run\": true}").json()).hasToString("{\"queued\":0,\"remaining\":0}");
        assertThat(backfill(scene, "{\"run\": 1}").problem()).isEqualTo("400 invalid_request");
    }

    private static Reply mapping(Scene scene) {
        return scene.asMember("GET /v1/jobs/{jobId}/mapping", JOB).send();
    }

    private static Reply repair(Scene scene, String etag) {
        return scene.asMember("POST /v1/jobs/{jobId}/mapping/repair", JOB)
                .header("If-Match", etag)
                .send();
    }

    private static Reply backfill(Scene scene, String body) {
        return scene.asMember("POST /v1/jobs/{jobId}/backfill", JOB).body(body).send();
    }

    private static JsonNode unmapped(Scene scene) {
        return scene.asMember("GET /v1/jobs")
                .query("state", "unmapped")
                .send()
                .json()
                .path("jobs");
    }

    /** Null until it is. */
    private static JsonNode verified(Scene scene) {
        JsonNode export = scene.export(CANDIDATE).json();
        return export.path("state").asText().equals("verified") ? export : null;
    }
}
