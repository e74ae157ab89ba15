package com.hackajob.pinpoint.lambda;

import static com.hackajob.pinpoint.lambda.Scene.CLOUD;
import static com.hackajob.pinpoint.lambda.Scene.JOB;
import static com.hackajob.pinpoint.lambda.Scene.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hackajob.pinpoint.local.ApiClient.Reply;
import com.hackajob.pinpoint.local.aws.RemoteCall;
import com.hackajob.pinpoint.local.hackajob.Job;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** A company of 5,000 Pinpoint jobs and 2,000 mappings: no route costs more calls than for a small one. */
@TestMethodOrder(MethodOrderer.Random.class)
class LargeCompanyIT {

    private static final int PINPOINT_JOBS = 5_000;
    private static final int MAPPINGS = 2_000;

    private static Scene scene;

    @BeforeAll
    static void grow() {
        scene = Scene.aCompanyWith(tenant -> tenant.createJob("Job", CatalogueIT::small))
                .connect();
        for (int number = 2; number <= PINPOINT_JOBS; number++) {
            scene.tenant.createJob("Job", CatalogueIT::small);
        }
        assertThat(map(scene, JOB, "").status()).isEqualTo(200);
        Map<String, AttributeValue> first = row("MAPPING#" + JOB);
        put(IntStream.rangeClosed(2, MAPPINGS)
                .mapToObj(number -> mapping(first, name(number), Integer.toString(2 * number)))
                .toList());
    }

    @Test
    void mappings_are_listed_without_gap_or_repeat_while_more_are_made_with_one_call_a_page() {
        List<String> listed = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        int pages = 0;
        CLOUD.forgetCalls();
        do {
            JsonNode page = list("GET /v1/mappings", cursor);
            page.path("mappings")
                    .forEach(entry -> listed.add(entry.at("/mapping/jobId").asText()));
            cursor = Optional.ofNullable(page.get("next")).map(JsonNode::asText);
            put(List.of(mapping(row("MAPPING#" + JOB), "made-while-listing-" + pages++, "1")));
        } while (cursor.isPresent());

        assertThat(listed).doesNotHaveDuplicates().isSorted();
        assertThat(listed)
                .containsAll(IntStream.rangeClosed(2, MAPPINGS)
                        .mapToObj(LargeCompanyIT::name)
                        .toList());
        assertThat(calls()).hasSize(pages).allMatch("dynamodb Query"::equals);
    }

    @Test
    void unmapped_jobs_are_listed_without_gap_or_repeat_with_one_call_a_page() {
        put(IntStream.range(0, 500).mapToObj(LargeCompanyIT::unmapped).toList());
        List<String> listed = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        int pages = 0;
        CLOUD.forgetCalls();
        do {
            JsonNode page = list("GET /v1/jobs", cursor);
            page.path("jobs").forEach(job -> listed.add(job.path("jobId").asText()));
            cursor = Optional.ofNullable(page.get("next")).map(JsonNode::asText);
            put(List.of(unmapped(1_000 + pages++)));
        } while (cursor.isPresent());

        assertThat(listed).doesNotHaveDuplicates();
        assertThat(listed.subList(0, 500))
                .isEqualTo(IntStream.range(0, 500)
                        .mapToObj(number -> "unmapped-" + number)
                        .toList());
        assertThat(calls()).hasSize(pages).allMatch("dynamodb Query"::equals);
    }

    @Test
    void a_mapping_is_made_read_previewed_repaired_and_removed_within_its_budget() {
        CLOUD.hackajob().put(scene.company, Job.live("job-new", "Engineer", "Accepted"));
        Reply made = counted(
                () -> map(scene, "job-new", ""),
                List.of("dynamodb GetItem", "dynamodb TransactWriteItems", "dynamodb Query"),
                1);
        String etag = made.header("ETag").orElseThrow();
        counted(() -> ask("GET /v1/jobs/{jobId}/mapping"), List.of("dynamodb GetItem"), 0);
        counted(() -> ask("POST /v1/jobs/{jobId}/mapping/preview"), List.of("dynamodb GetItem", "dynamodb GetItem"), 1);
        // The mapping, the connection, and that the job was read.
        counted(
                () -> scene.asMember("POST /v1/jobs/{jobId}/mapping/repair", "job-new")
                        .header("If-Match", etag)
                        .send(),
                List.of("dynamodb GetItem", "dynamodb GetItem", "dynamodb TransactWriteItems", "dynamodb Query"),
                1);
        counted(
                () -> ask("POST /v1/jobs/{jobId}/backfill"),
                List.of("dynamodb GetItem", "dynamodb Query", "dynamodb GetItem", "dynamodb GetItem"),
                1);
        counted(
                () -> ask("DELETE /v1/jobs/{jobId}/mapping"),
                List.of("dynamodb GetItem", "dynamodb GetItem", "dynamodb TransactWriteItems"),
                0);
    }

    @Test
    void suggestions_and_imports_cost_no_more_than_for_a_small_company() {
        CLOUD.hackajob().put(scene.company, Job.live("job-like", "Job", "Accepted"));

        // The first time, a process finds out that this key does not open departments and locations.
        scene.asMember("POST /v1/jobs/{jobId}/mapping/suggest", "job-like").send();

        // Up to three pages or searches, and the stages of the best.
        CLOUD.pinpoint().forgetRequests();
        Reply suggested = counted(
                () -> scene.asMember("POST /v1/jobs/{jobId}/mapping/suggest", "job-like")
                        .send(),
                List.of("dynamodb GetItem"));
        assertThat(CLOUD.pinpoint().requests()).hasSizeLessThanOrEqualTo(4);
        assertThat(suggested.json().at("/suggestedJobs/jobs")).hasSize(10);
        counted(
                () -> scene.asMember("POST /v1/jobs/{jobId}/mapping/import", "job-like")
                        .body("{\"fromJobId\": \"%s\"}".formatted(JOB))
                        .send(),
                List.of("dynamodb GetItem", "dynamodb GetItem", "dynamodb TransactWriteItems", "dynamodb Query"),
                1);
    }

    @Test
    void a_pinpoint_job_costs_one_read_of_the_connection_and_one_of_the_job() {
        // The first time, a process finds out that this key does not open departments and locations.
        scene.asMember("GET /v1/pinpoint/jobs/{id}", "4999").send();

        counted(() -> scene.asMember("GET /v1/pinpoint/jobs/{id}", "4999").send(), List.of("dynamodb GetItem"), 1);
    }

    @Test
    void all_mappings_are_compared_with_a_call_for_each_hundred_jobs_of_the_account() {
        scene.tenant.closeJob("4000");
        CLOUD.pinpoint().forgetRequests();

        scene.poll();

        await(() -> row("MAPPING#" + name(2_000)).containsKey("asMapped") ? true : null);
        Scene.awaitQuiet();
        long lists = CLOUD.pinpoint().requests().stream()
                .filter(request -> request.toString().contains("include=stages"))
                .count();
        assertThat(lists).isLessThanOrEqualTo(PINPOINT_JOBS / 100);
        assertThat(CLOUD.pinpoint().requests()).hasSizeLessThanOrEqualTo(PINPOINT_JOBS / 100 + 4);
    }

    private static Reply counted(Supplier<Reply> call, List<String> aws, int pinpoint) {
        CLOUD.pinpoint().forgetRequests();
        Reply reply = counted(call, aws);
        assertThat(CLOUD.pinpoint().requests()).hasSize(pinpoint);
        return reply;
    }

    private static Reply counted(Supplier<Reply> call, List<String> aws) {
        CLOUD.forgetCalls();
        Reply reply = call.get();
        assertThat(reply.status()).isLessThan(300);
        assertThat(calls()).containsExactlyInAnyOrderElementsOf(aws);
        return reply;
    }

    /** Of the functions that answer callers; a secret is read once a process, whichever call comes first. */
    private static List<String> calls() {
        return CLOUD.calls().stream()
                .filter(call ->
                        call.function().equals("mappings") || call.function().equals("catalogue"))
                .filter(call -> !call.service().equals("secretsmanager"))
                .map((RemoteCall call) -> call.service() + " " + call.operation())
                .toList();
    }

    private static Reply ask(String route) {
        return scene.asMember(route, "job-new").send();
    }

    private static JsonNode list(String route, Optional<String> cursor) {
        var call = scene.asMember(route);
        if (route.endsWith("/jobs")) {
            call.query("state", "unmapped");
        }
        cursor.ifPresent(value -> call.query("cursor", value));
        Reply reply = call.send();
        assertThat(reply.status()).isEqualTo(200);
        return reply.json();
    }

    private static Reply map(Scene scene, String job, String stages) {
        return scene.asMember("PUT /v1/jobs/{jobId}/mapping", job)
                .body("{\"pinpointJobId\": \"1\", \"stages\": [%s]}".formatted(stages))
                .send();
    }

    /** Sorts by its number. */
    private static String name(int number) {
        return "mapped-%05d".formatted(number);
    }

    private static Map<String, AttributeValue> mapping(
            Map<String, AttributeValue> like, String job, String pinpointJob) {
        Map<String, AttributeValue> row = new HashMap<>(like);
        Map<String, AttributeValue> itsJob =
                new HashMap<>(like.get("pinpointJob").m());
        itsJob.put("id", AttributeValue.fromS(pinpointJob));
        Map<String, AttributeValue> stage =
                new HashMap<>(itsJob.get("stages").l().getFirst().m());
        stage.put(
                "id",
                AttributeValue.fromS(
                        scene.tenant.job(pinpointJob).stage("Applied").id()));
        itsJob.put("stages", AttributeValue.fromL(List.of(AttributeValue.fromM(stage))));
        row.put("SK", AttributeValue.fromS("MAPPING#" + job));
        row.put("job", AttributeValue.fromS(job));
        row.put("pinpointJob", AttributeValue.fromM(itsJob));
        return row;
    }

    private static Map<String, AttributeValue> unmapped(int number) {
        String since = "2026-01-01T%02d:%02d:00.000Z".formatted(number / 60, number % 60);
        String job = "unmapped-" + number;
        return Map.ofEntries(
                Map.entry("PK", AttributeValue.fromS("COMPANY#" + scene.company)),
                Map.entry("SK", AttributeValue.fromS("JOB#" + job)),
                Map.entry("company", AttributeValue.fromS(scene.company)),
                Map.entry("job", AttributeValue.fromS(job)),
                Map.entry("title", AttributeValue.fromS("Engineer")),
                Map.entry("live", AttributeValue.fromBool(true)),
                Map.entry("mapped", AttributeValue.fromBool(false)),
                Map.entry("since", AttributeValue.fromS(since)),
                Map.entry("GSI1PK", AttributeValue.fromS("UNMAPPED#" + scene.company)),
                Map.entry("GSI1SK", AttributeValue.fromS(since + "#" + job)));
    }

    private static Map<String, AttributeValue> row(String sk) {
        return CLOUD.dynamodb()
                .getItem(get -> get.tableName(Scene.table())
                        .key(Map.of(
                                "PK", AttributeValue.fromS("COMPANY#" + scene.company),
                                "SK", AttributeValue.fromS(sk)))
                        .consistentRead(true))
                .item();
    }

    private static void put(List<Map<String, AttributeValue>> rows) {
        for (int from = 0; from < rows.size(); from += 25) {
            List<WriteRequest> some = rows.subList(from, Math.min(from + 25, rows.size())).stream()
                    .map(row -> WriteRequest.builder()
                            .putRequest(PutRequest.builder().item(row).build())
                            .build())
                    .toList();
            CLOUD.dynamodb().batchWriteItem(write -> write.requestItems(Map.of(Scene.table(), some)));
        }
    }
}
