package com.hackajob.pinpoint.lambda;

import static com.hackajob.pinpoint.lambda.Scene.CLOUD;
import static com.hackajob.pinpoint.lambda.Scene.JOB;
import static com.hackajob.pinpoint.lambda.Scene.aCompany;
import static com.hackajob.pinpoint.lambda.Scene.aConnectedCompany;
import static com.hackajob.pinpoint.lambda.Scene.aMappedCompany;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hackajob.pinpoint.local.ApiClient.Reply;
import com.hackajob.pinpoint.local.hackajob.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mapping a job, through real function processes. */
class MappingIT {

    @AfterEach
    void pinpoint_was_only_asked_what_it_documents() {
        assertThat(CLOUD.pinpoint().violations()).isEmpty();
    }

    @Test
    void maps_a_job_and_keeps_what_pinpoint_showed_of_it() {
        Scene scene = aConnectedCompany();
        assertThat(get(scene).problem()).isEqualTo("404 mapping_not_found");

        Reply saved = scene.putMapping(scene.mappingOn("Phone screen")).send();

        assertThat(saved.status()).isEqualTo(200);
        Reply read = get(scene);
        assertThat(read.json()).isEqualTo(saved.json());
        assertThat(read.header("ETag")).isEqualTo(saved.header("ETag"));
        assertThat(read.json().path("stages"))
                .hasToString(
                        "[{\"stageId\":\"stage-1\",\"stageName\":\"Accepted\",\"pinpointStageId\":\"3\",\"inbound\":true},"
                                + "{\"stageId\":\"stage-2\",\"stageName\":\"Interview\",\"inbound\":false},"
                                + "{\"stageId\":\"stage-3\",\"stageName\":\"Hired\",\"inbound\":false}]");
        assertThat(read.json().path("warnings")).isEmpty();
        assertThat(read.json().path("updatedBy").asText()).isEqualTo("user-1");
        assertThat(read.json().path("pinpointJob").path("stages")).hasSize(7);
        assertThat(read.json().path("notifyCandidate").asBoolean()).isFalse();
    }

    @Test
    void of_several_stages_on_one_the_first_is_named_as_the_one_that_counts_inbound() {
        Scene scene = aConnectedCompany();
        String target = scene.pinpointJob.stage("Phone screen").id();

        JsonNode stages = scene.putMapping("{\"pinpointJobId\": \"%s\", \"stages\": [%s, %s]}"
                        .formatted(scene.pinpointJob.id(), pair("stage-2", target), pair("stage-1", target)))
                .send()
                .json()
                .path("stages");

        assertThat(stages.findValuesAsText("inbound")).containsExactly("true", "false", "false");
    }

    @Test
    void a_blank_stage_is_one_that_is_left_out_or_null() {
        Scene scene = aConnectedCompany();
        String edit = "{\"pinpointJobId\": \"%s\", \"stages\": [{\"stageId\": \"stage-1\", \"pinpointStageId\": null},"
                + " {\"stageId\": \"stage-2\"}]}";

        Reply saved = scene.putMapping(edit.formatted(scene.pinpointJob.id())).send();

        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.json().path("stages").findValues("pinpointStageId")).isEmpty();
    }

    @Test
    void what_is_unwise_is_said_and_saved_all_the_same() {
        Scene scene = aConnectedCompany();
        CLOUD.hackajob()
                .put(
                        scene.company,
                        Job.live(JOB, "Backend Engineer", "Accepted", "Rejected")
                                .closed());
        scene.tenant.closeJob(scene.pinpointJob.id());
        String rejected = scene.pinpointJob.stage("rejected").id();

        Reply saved = scene.putMapping("{\"pinpointJobId\": \"%s\", \"stages\": [%s]}"
                        .formatted(scene.pinpointJob.id(), pair("stage-2", rejected)))
                .send();

        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.json().path("warnings").findValuesAsText("code"))
                .containsExactly(
                        "hackajob_job_not_live", "pinpoint_job_not_open", "acceptance_blank", "rejected_mapped");
        assertThat(saved.json().at("/warnings/3/stageId").asText()).isEqualTo("stage-2");
        assertThat(get(scene).json().path("warnings").findValuesAsText("code"))
                .containsExactly("pinpoint_job_not_open", "acceptance_blank", "rejected_mapped");
    }

    @Test
    void a_job_can_have_a_source_of_its_own() {
        Scene scene = aConnectedCompany().candidate(Scene.CANDIDATE);
        String edit = scene.mappingOn("Phone screen")
                .replaceFirst(
                        "\\{",
                        "{\"source\": {\"channel\": \"event\", \"channelSource\": \"hackathon\"}, \"pushRejections\": true, ");

        JsonNode saved = scene.putMapping(edit).send().json();

        assertThat(saved.path("source")).hasToString("{\"channel\":\"event\",\"channelSource\":\"hackathon\"}");
        assertThat(saved.path("pushRejections").asBoolean()).isTrue();
        scene.accept(Scene.CANDIDATE, "1");
        assertThat(scene.settled(Scene.CANDIDATE).at("/receipt/source"))
                .hasToString("{\"channel\":\"event\",\"channelSource\":\"hackathon\"}");
    }

    @Test
    void a_company_lists_its_mappings_and_no_others() {
        Scene scene = aMappedCompany();
        aMappedCompany();

        JsonNode listed = scene.asMember("GET /v1/mappings").send().json();

        assertThat(listed.path("mappings")).hasSize(1);
        assertThat(listed.at("/mappings/0/mapping")).isEqualTo(get(scene).json());
        assertThat(listed.at("/mappings/0/etag").asText())
                .isEqualTo(get(scene).header("ETag").orElseThrow());
        assertThat(listed.has("next")).isFalse();
        assertThat(scene.asMember("GET /v1/mappings")
                        .query("cursor", "#")
                        .send()
                        .problem())
                .isEqualTo("400 invalid_request");
    }

    @Test
    void every_change_is_audited_with_who_and_for_which_job() {
        Scene scene = aMappedCompany();
        delete(scene);

        JsonNode audit = scene.asMaster("GET /v1/connection/audit").send().json();

        assertThat(audit.at("/entries/0/action").asText()).isEqualTo("mapping_removed");
        assertThat(audit.at("/entries/1/action").asText()).isEqualTo("mapping_saved");
        assertThat(audit.at("/entries/1/jobId").asText()).isEqualTo(JOB);
        assertThat(audit.at("/entries/1/userId").asText()).isEqualTo("user-1");
    }

    private static String pair(String stage, String pinpointStage) {
        return "{\"stageId\": \"%s\", \"pinpointStageId\": \"%s\"}".formatted(stage, pinpointStage);
    }

    @Test
    void a_preview_says_what_would_happen_and_writes_nothing() {
        Scene scene = aMappedCompany();
        String table = rows(scene);

        JsonNode fine = preview(scene);
        scene.tenant.removeStage(scene.pinpointJob.stage("Phone screen").id());
        JsonNode broken = preview(scene);

        assertThat(fine.path("outcome").asText()).isEqualTo("arrives");
        assertThat(fine.at("/stage/name").asText()).isEqualTo("Phone screen");
        assertThat(fine.path("source")).hasToString("{\"channel\":\"job_board\",\"channelSource\":\"hackajob\"}");
        assertThat(fine.path("problems")).isEmpty();
        assertThat(broken.path("outcome").asText()).isEqualTo("waits");
        assertThat(broken.at("/problems/0/code").asText()).isEqualTo("stage_gone");
        assertThat(preview(aConnectedCompany()).at("/problems/0/code").asText()).isEqualTo("unmapped");
        assertThat(scene.tenant.applications()).isEmpty();
        assertThat(rows(scene)).isEqualTo(table);
    }

    private static JsonNode preview(Scene scene) {
        Reply reply =
                scene.asMember("POST /v1/jobs/{jobId}/mapping/preview", JOB).send();
        assertThat(reply.status()).isEqualTo(200);
        return reply.json();
    }

    private static String rows(Scene scene) {
        return CLOUD.dynamodb().scan(scan -> scan.tableName(Scene.table())).items().stream()
                .filter(row -> row.get("PK").s().equals("COMPANY#" + scene.company))
                .map(row -> row.get("SK").s() + row.hashCode())
                .sorted()
                .toList()
                .toString();
    }

    @Test
    void reading_a_mapping_costs_one_call() {
        Scene scene = aMappedCompany();
        CLOUD.forgetCalls();

        get(scene);

        assertThat(CLOUD.calls().stream().filter(call -> call.function().equals("mappings")))
                .singleElement()
                .hasToString("RemoteCall[function=mappings, service=dynamodb, operation=GetItem]");
    }

    @Test
    void of_two_editors_the_second_is_told_instead_of_overwriting_the_first() {
        Scene scene = aMappedCompany();
        String seen = get(scene).header("ETag").orElseThrow();
        Reply first = scene.putMapping(scene.mappingOn("Interview"))
                .header("If-Match", seen)
                .send();

        Reply second = scene.putMapping(scene.mappingOn("Offer"))
                .header("If-Match", seen)
                .send();

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.problem()).isEqualTo("412 mapping_conflict");
        assertThat(get(scene).json()).isEqualTo(first.json());
    }

    @Test
    void a_mapping_is_never_replaced_unseen() {
        Scene scene = aMappedCompany();

        assertThat(scene.putMapping(scene.mappingOn("Offer")).send().problem()).isEqualTo("412 mapping_conflict");
    }

    @Test
    void a_removed_mapping_is_gone() {
        Scene scene = aMappedCompany();

        assertThat(delete(scene).status()).isEqualTo(204);
        assertThat(get(scene).problem()).isEqualTo("404 mapping_not_found");
        assertThat(delete(scene).problem()).isEqualTo("404 mapping_not_found");
    }

    @Test
    void a_changed_mapping_is_not_removed_unseen() {
        Scene scene = aMappedCompany();

        Reply refused = scene.asMember("DELETE /v1/jobs/{jobId}/mapping", JOB)
                .header("If-Match", "\"older\"")
                .send();

        assertThat(refused.problem()).isEqualTo("412 mapping_conflict");
    }

    @Test
    void a_stage_of_another_pinpoint_job_is_refused() {
        Scene scene = aConnectedCompany();
        String foreign = scene.tenant.createJob("Other").stage("Offer").id();

        Reply refused = scene.putMapping(body(scene.pinpointJob.id(), "stage-1", foreign))
                .send();

        assertThat(refused.problem()).isEqualTo("422 stage_gone");
        assertThat(refused.json().path("field").asText()).isEqualTo("stages.stage-1");
        assertThat(get(scene).problem()).isEqualTo("404 mapping_not_found");
    }

    @Test
    void a_stage_that_the_hackajob_job_does_not_have_is_refused() {
        Scene scene = aConnectedCompany();
        String stage = scene.pinpointJob.stage("Offer").id();

        assertThat(scene.putMapping(body(scene.pinpointJob.id(), "stage-99", stage))
                        .send()
                        .problem())
                .isEqualTo("400 invalid_request");
    }

    @Test
    void an_unknown_pinpoint_job_is_refused() {
        assertThat(aConnectedCompany()
                        .putMapping(body("999", "stage-1", "1"))
                        .send()
                        .problem())
                .isEqualTo("404 job_not_found");
    }

    @Test
    void an_unknown_hackajob_job_is_refused() {
        Scene scene = aConnectedCompany();

        assertThat(scene.asMember("PUT /v1/jobs/{jobId}/mapping", "job-99")
                        .body(scene.mappingOn("Offer"))
                        .send()
                        .problem())
                .isEqualTo("404 job_not_found");
    }

    @Test
    void nothing_can_be_mapped_before_the_company_is_connected() {
        Scene scene = aCompany();

        assertThat(scene.putMapping(scene.mappingOn("Offer")).send().problem()).isEqualTo("409 not_connected");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"pinpointJobId\": \"1\"}",
                "{\"pinpointJobId\": \"one\", \"stages\": []}",
                "{\"pinpointJobId\": \"1\", \"stages\": {}}",
                "{\"pinpointJobId\": \"1\", \"stages\": [{}]}",
                "{\"pinpointJobId\": \"1\", \"stages\": [{\"stageId\": \"stage-1\", \"pinpointStageId\": 3}]}",
                "{\"pinpointJobId\": \"1\", \"stages\": [], \"notifyCandidate\": \"yes\"}",
                "{\"pinpointJobId\": \"1\", \"stages\": [], \"pushRejections\": 1}",
                "{\"pinpointJobId\": \"1\", \"stages\": [], \"notifyCandidates\": false}",
                "{\"pinpointJobId\": \"1\", \"stages\": [{\"stageId\": \"stage-1\", \"stage\": \"3\"}]}",
                "{\"pinpointJobId\": \"1\", \"stages\": [], \"source\": null}",
                "{\"pinpointJobId\": \"1\", \"stages\": [],"
                        + " \"source\": {\"channel\": \"event\", \"channelSource\": \"y\", \"campaign\": \"z\"}}",
                "{\"pinpointJobId\": \"1\", \"stages\": [], \"source\": \"hackajob\"}",
                "{\"pinpointJobId\": \"1\", \"stages\": [], \"source\": {\"channel\": \"x\", \"channelSource\": \"y\"}}",
                "{\"pinpointJobId\": \"1\", \"stages\": [{\"stageId\": \"stage-1\", \"pinpointStageId\": \"3\"},"
                        + "{\"stageId\": \"stage-1\", \"pinpointStageId\": \"4\"}]}"
            })
    void a_malformed_edit_is_named_as_such(String body) {
        assertThat(aConnectedCompany().putMapping(body).send().problem()).isEqualTo("400 invalid_request");
    }

    private static Reply get(Scene scene) {
        return scene.asMember("GET /v1/jobs/{jobId}/mapping", JOB).send();
    }

    private static Reply delete(Scene scene) {
        return scene.asMember("DELETE /v1/jobs/{jobId}/mapping", JOB).send();
    }

    private static String body(String pinpointJob, String stage, String pinpointStage) {
        return "{\"pinpointJobId\": \"%s\", \"stages\": [{\"stageId\": \"%s\", \"pinpointStageId\": \"%s\"}]}"
                .formatted(pinpointJob, stage, pinpointStage);
    }
}
