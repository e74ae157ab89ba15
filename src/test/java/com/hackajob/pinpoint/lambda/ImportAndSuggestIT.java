package com.hackajob.pinpoint.lambda;

import static com.hackajob.pinpoint.lambda.Scene.CANDIDATE;
import static com.hackajob.pinpoint.lambda.Scene.CLOUD;
import static com.hackajob.pinpoint.lambda.Scene.JOB;
import static com.hackajob.pinpoint.lambda.Scene.aCompany;
import static com.hackajob.pinpoint.lambda.Scene.aConnectedCompany;
import static com.hackajob.pinpoint.lambda.Scene.aMappedCompany;
import static com.hackajob.pinpoint.lambda.Scene.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hackajob.pinpoint.local.ApiClient.Call;
import com.hackajob.pinpoint.local.ApiClient.Reply;
import com.hackajob.pinpoint.local.aws.RemoteCall;
import com.hackajob.pinpoint.local.hackajob.ApiFault;
import com.hackajob.pinpoint.local.hackajob.Job;
import com.hackajob.pinpoint.local.pinpoint.Fault;
import com.hackajob.pinpoint.local.pinpoint.SimulatedJob;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cloning mappings and having them suggested, through real function processes. */
class ImportAndSuggestIT {

    @AfterEach
    void pinpoint_was_only_asked_what_it_documents() {
        CLOUD.hackajob().apiFaults().heal();
        assertThat(CLOUD.pinpoint().violations()).isEmpty();
    }

    @Test
    void clones_a_mapping_onto_another_job_as_if_it_had_been_put_there() {
        Scene scene = aMappedCompany();
        publish(scene, "job-2", "Accepted", "Interview", "Hired");

        Reply imported =
                importOnto(scene, "job-2", "{\"fromJobId\": \"job-1\"}").send();

        assertThat(imported.status()).isEqualTo(200);
        assertThat(imported.json().path("unmatched")).isEmpty();
        assertThat(imported.json().at("/stages/0/pinpointStageId").asText())
                .isEqualTo(scene.pinpointJob.stage("Phone screen").id());
        Reply read = scene.asMember("GET /v1/jobs/{jobId}/mapping", "job-2").send();
        assertThat(read.header("ETag")).isEqualTo(imported.header("ETag"));
        JsonNode mapping = ((ObjectNode) imported.json()).without("unmatched");
        assertThat(mapping).isEqualTo(read.json());
    }

    @Test
    void names_what_does_not_match_another_pinpoint_job() {
        Scene scene = aMappedCompany();
        publish(scene, "job-2", "Accepted", "Task");
        SimulatedJob other = scene.tenant.createJob(
                "Data Engineer", job -> job.stage("Applied", "applied").stage("Call", "interview"));

        JsonNode imported = importOnto(
                        scene, "job-2", "{\"fromJobId\": \"job-1\", \"pinpointJobId\": \"%s\"}".formatted(other.id()))
                .send()
                .json();

        assertThat(imported.at("/pinpointJob/title").asText()).isEqualTo("Data Engineer");
        assertThat(imported.path("stages").findValues("pinpointStageId")).isEmpty();
        assertThat(imported.path("unmatched")).hasToString("""
                [{"stageId":"stage-1","stageName":"Accepted","reason":"pinpoint_stage_gone",\
                "detail":"The Pinpoint job has no stage of the kind and name that this stage stood for."},\
                {"stageId":"stage-2","stageName":"Task","reason":"stage_new",\
                "detail":"The former configuration has no such stage."}]""");
    }

    @Test
    void an_import_replaces_only_what_its_editor_saw() {
        Scene scene = aMappedCompany();
        String body = "{\"fromJobId\": \"job-1\"}";
        publish(scene, "job-2", "Accepted");
        String etag = importOnto(scene, "job-2", body).send().header("ETag").orElseThrow();

        assertThat(importOnto(scene, "job-2", body).send().problem()).isEqualTo("412 mapping_conflict");
        assertThat(importOnto(scene, "job-2", body)
                        .header("If-Match", etag)
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void an_import_reads_both_jobs_once() {
        Scene scene = aMappedCompany();
        publish(scene, "job-2", "Accepted");
        forgetCalls();

        importOnto(scene, "job-2", "{\"fromJobId\": \"job-1\"}").send();

        assertThat(callsToDynamodb()).containsExactlyInAnyOrder("GetItem", "GetItem", "TransactWriteItems", "Query");
        assertThat(callsToPinpoint(scene)).isEqualTo(1);
        assertThat(callsToHackajob(scene)).isEqualTo(1);
    }

    @Test
    void candidates_who_wait_go_through_once_a_mapping_is_imported() {
        Scene scene = aMappedCompany().candidate(CANDIDATE);
        String open = scene.tenant.createJob("Platform Engineer").id();
        publish(scene, "job-2", "Accepted");
        importOnto(scene, "job-2", "{\"fromJobId\": \"job-1\", \"pinpointJobId\": \"%s\"}".formatted(open))
                .send();
        scene.tenant.closeJob(scene.pinpointJob.id());
        scene.accept(CANDIDATE, "1");
        assertThat(scene.settled(CANDIDATE).path("code").asText()).isEqualTo("job_closed");

        String seen = scene.asMember("GET /v1/jobs/{jobId}/mapping", JOB)
                .send()
                .header("ETag")
                .orElseThrow();
        importOnto(scene, JOB, "{\"fromJobId\": \"job-2\"}")
                .header("If-Match", seen)
                .send();
        CLOUD.tick("reconcile");

        JsonNode verified = await(() -> {
            JsonNode export = scene.export(CANDIDATE).json();
            return export.path("state").asText().equals("verified") ? export : null;
        });
        assertThat(verified.at("/receipt/pinpointJobId").asText()).isEqualTo(open);
    }

    @Test
    void replaces_the_mappings_of_many_jobs_only_where_that_is_asked_for() {
        Scene scene = aMappedCompany();
        publish(scene, "job-2", "Accepted");
        String before =
                importMany(scene, "job-2").send().json().at("/results/0/etag").asText();

        JsonNode replaced = scene.asMember("POST /v1/mappings/import")
                .body("{\"fromJobId\": \"job-1\", \"jobs\": [{\"jobId\": \"job-2\"}], \"replace\": true}")
                .send()
                .json();

        assertThat(replaced.at("/results/0/etag").asText()).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void clones_onto_many_jobs_each_with_its_own_answer() {
        Scene scene = aMappedCompany();
        publish(scene, "job-2", "Accepted");
        publish(scene, "job-3", "Accepted");
        forgetCalls();

        JsonNode results =
                importMany(scene, "job-2", "job-9", JOB, "job-3").send().json().path("results");

        assertThat(results.findValuesAsText("jobId")).contains("job-2", "job-9", JOB, "job-3");
        assertThat(results.at("/0/mapping/stages/0/pinpointStageId").asText())
                .isEqualTo(scene.pinpointJob.stage("Phone screen").id());
        assertThat(results.at("/0/etag").asText())
                .isEqualTo(scene.asMember("GET /v1/jobs/{jobId}/mapping", "job-2")
                        .send()
                        .header("ETag")
                        .orElseThrow());
        assertThat(results.path(1)).hasToString("""
                {"jobId":"job-9","problem":{"code":"job_not_found","detail":"There is no such job.",\
                "remedy":"Choose a job from the list.","field":"jobId"}}""");
        assertThat(results.at("/2/problem/code").asText()).isEqualTo("mapping_conflict");
        assertThat(results.path(3).has("mapping")).isTrue();
        assertThat(callsToPinpoint(scene)).isEqualTo(1);
    }

    @Test
    void clones_onto_fifty_jobs_in_one_call() {
        Scene scene = aMappedCompany();
        String[] jobs = IntStream.rangeClosed(2, 51)
                .mapToObj(number -> "job-" + number)
                .peek(job -> publish(scene, job, "Accepted"))
                .toArray(String[]::new);

        JsonNode results = importMany(scene, jobs).send().json().path("results");

        assertThat(results).hasSize(50);
        assertThat(results.findValuesAsText("etag")).hasSize(50);
    }

    @Test
    void an_outage_of_hackajob_is_told_of_the_job_that_it_met() {
        Scene scene = aMappedCompany();
        publish(scene, "job-2", "Accepted");
        publish(scene, "job-3", "Accepted");
        CLOUD.hackajob().apiFaults().failNext(new ApiFault.Unavailable());

        JsonNode results = importMany(scene, "job-2", "job-3").send().json().path("results");

        assertThat(results.at("/0/problem/code").asText()).isEqualTo("hackajob_unavailable");
        assertThat(results.path(1).has("mapping")).isTrue();
    }

    @Test
    void nothing_is_imported_from_a_job_that_is_not_mapped_or_before_the_company_is_connected() {
        Scene scene = aConnectedCompany();
        publish(scene, "job-2", "Accepted");

        Reply refused = importOnto(scene, "job-2", "{\"fromJobId\": \"job-1\"}").send();

        assertThat(refused.problem()).isEqualTo("404 mapping_not_found");
        assertThat(refused.json().path("field").asText()).isEqualTo("fromJobId");
        assertThat(importMany(scene, "job-2").send().problem()).isEqualTo("404 mapping_not_found");
        assertThat(importMany(aCompany(), "job-2").send().problem()).isEqualTo("409 not_connected");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"fromJobId\": 1}",
                "{\"fromJobId\": \"\"}",
                "{\"fromJobId\": \"job-1\", \"pinpointJobId\": \"one\"}",
                "{\"fromJobId\": \"job-1\", \"stages\": []}",
                "[]"
            })
    void a_malformed_import_is_named_as_such(String body) {
        assertThat(importOnto(aConnectedCompany(), JOB, body).send().problem()).isEqualTo("400 invalid_request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"fromJobId\": \"job-1\"}",
                "{\"fromJobId\": \"job-1\", \"jobs\": []}",
                "{\"fromJobId\": \"job-1\", \"jobs\": {\"jobId\": \"job-2\"}}",
                "{\"fromJobId\": \"job-1\", \"jobs\": [\"job-2\"]}",
                "{\"fromJobId\": \"job-1\", \"jobs\": [{\"jobId\": \"job-2\"}, {\"jobId\": \"job-2\"}]}",
                "{\"fromJobId\": \"job-1\", \"jobs\": [{\"jobId\": \"job-2\", \"pinpointJobId\": \"x\"}]}",
                "{\"fromJobId\": \"job-1\", \"jobs\": [{\"jobId\": \"job-2\"}], \"replace\": \"yes\"}",
                "{\"fromJobId\": \"job-1\", \"jobs\": [{\"jobId\": \"job-2\"}], \"replaces\": true}"
            })
    void a_malformed_import_onto_many_is_named_as_such(String body) {
        assertThat(aConnectedCompany()
                        .asMember("POST /v1/mappings/import")
                        .body(body)
                        .send()
                        .problem())
                .isEqualTo("400 invalid_request");
    }

    @Test
    void takes_fifty_jobs_at_most() {
        String[] jobs =
                IntStream.rangeClosed(1, 51).mapToObj(number -> "job-" + number).toArray(String[]::new);

        assertThat(importMany(aConnectedCompany(), jobs).send().problem()).isEqualTo("400 invalid_request");
    }

    @Test
    void suggests_jobs_and_the_best_ones_stages_and_writes_nothing() {
        Scene scene = aConnectedCompany();
        scene.tenant.createJob("Senior Backend Engineer", job -> job.status("draft"));
        scene.tenant.createJob("Backend Engineer", job -> job.status("closed"));
        scene.tenant.createJob("Cook");
        suggest(scene, "{}").send(); // learns that the key may not read departments
        forgetCalls();

        Reply reply = suggest(scene, "").send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("suggestedJobs")).hasToString("""
                {"jobs":[\
                {"id":"1","title":"Backend Engineer","status":"open","takesApplications":true,\
                "score":100,"reason":"same title"},\
                {"id":"2","title":"Senior Backend Engineer","status":"draft","takesApplications":false,\
                "score":76,"reason":"differs by seniority: Senior"}],"wholeCatalogue":true}""");
        assertThat(reply.json().at("/pinpointJob/id").asText()).isEqualTo(scene.pinpointJob.id());
        assertThat(reply.json().path("stages").findValuesAsText("stageId"))
                .containsExactly("stage-1", "stage-2", "stage-3");
        assertThat(reply.json().at("/stages/1/pinpointStageId").asText())
                .isEqualTo(scene.pinpointJob.stage("Interview").id());
        assertThat(callsToDynamodb()).containsExactly("GetItem");
        assertThat(callsToPinpoint(scene)).isEqualTo(2);
        assertThat(callsToHackajob(scene)).isEqualTo(1);
    }

    @Test
    void of_a_large_catalogue_it_says_that_not_all_was_looked_at() {
        Scene scene = aConnectedCompany();
        IntStream.range(0, 250).forEach(_ -> scene.tenant.createJob("Cook"));
        String best = scene.tenant.createJob("Backend Engineers").id();
        CLOUD.hackajob().put(scene.company, Job.live(JOB, "Engineer (Backend)", "Accepted"));
        scene.tenant.changeJobStatus(scene.pinpointJob.id(), "closed");
        suggest(scene, "{}").send();
        forgetCalls();

        JsonNode suggested = suggest(scene, "{}").send().json();

        assertThat(suggested.at("/suggestedJobs/wholeCatalogue").asBoolean()).isFalse();
        assertThat(suggested.at("/pinpointJob/id").asText()).isEqualTo(best);
        assertThat(callsToPinpoint(scene)).isEqualTo(3);
    }

    @Test
    void suggests_stages_of_the_job_that_is_named_with_one_call() {
        Scene scene = aConnectedCompany();
        forgetCalls();

        JsonNode suggested = suggest(scene, "{\"pinpointJobId\": \"%s\"}".formatted(scene.pinpointJob.id()))
                .send()
                .json();

        assertThat(suggested.has("suggestedJobs")).isFalse();
        assertThat(suggested.path("stages")).hasSize(3);
        assertThat(callsToPinpoint(scene)).isEqualTo(1);
    }

    @Test
    void what_hinders_a_suggestion_is_named() {
        Scene scene = aConnectedCompany();

        assertThat(suggest(aCompany(), "{}").send().problem()).isEqualTo("409 not_connected");
        assertThat(scene.asMember("POST /v1/jobs/{jobId}/mapping/suggest", "job-9")
                        .send()
                        .problem())
                .isEqualTo("404 job_not_found");
        assertThat(suggest(scene, "{\"pinpointJobId\": \"999\"}").send().problem())
                .isEqualTo("404 job_not_found");
        for (String body : List.of("{\"pinpointJobId\": 1}", "{\"pinpointJob\": \"1\"}", "nonsense")) {
            assertThat(suggest(scene, body).send().problem()).isEqualTo("400 invalid_request");
        }
        scene.tenant.faults().next(1, "GET", "/api/v1/jobs", new Fault.TooManyRequests());
        assertThat(suggest(scene, "{}").send().problem()).isEqualTo("429 rate_limited");
    }

    private static Call importOnto(Scene scene, String job, String body) {
        return scene.asMember("POST /v1/jobs/{jobId}/mapping/import", job).body(body);
    }

    private static Call importMany(Scene scene, String... jobs) {
        String targets = Stream.of(jobs).map("{\"jobId\": \"%s\"}"::formatted).collect(Collectors.joining(","));
        return scene.asMember("POST /v1/mappings/import")
                .body("{\"fromJobId\": \"job-1\", \"jobs\": [%s]}".formatted(targets));
    }

    private static Call suggest(Scene scene, String body) {
        Call call = scene.asMember("POST /v1/jobs/{jobId}/mapping/suggest", JOB);
        return body.isEmpty() ? call : call.body(body);
    }

    private static void publish(Scene scene, String job, String... stages) {
        CLOUD.hackajob().put(scene.company, Job.live(job, "Backend Engineer", stages));
    }

    private static void forgetCalls() {
        CLOUD.forgetCalls();
        CLOUD.pinpoint().forgetRequests();
        CLOUD.hackajob().forgetRequests();
    }

    private static List<String> callsToDynamodb() {
        return CLOUD.calls().stream()
                .filter(call ->
                        call.function().equals("mappings") && call.service().equals("dynamodb"))
                .map(RemoteCall::operation)
                .toList();
    }

    private static long callsToPinpoint(Scene scene) {
        return CLOUD.pinpoint().requests().stream()
                .filter(request -> request.tenant().equals(scene.company))
                .count();
    }

    private static long callsToHackajob(Scene scene) {
        return CLOUD.hackajob().requests().stream()
                .filter(request -> request.path().contains("/" + scene.company + "/"))
                .count();
    }
}
