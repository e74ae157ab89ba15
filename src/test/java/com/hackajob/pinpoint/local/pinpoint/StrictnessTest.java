package com.hackajob.pinpoint.local.pinpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictnessTest extends PinpointTest {

    private final SimulatedJob job = tenant.createJob("Backend Engineer");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?unknown=1",
                "?filter[name]=x",
                "?filter[status]=bogus",
                "?filter[created_at]=2026-01-01T00:00:00Z",
                "?filter[created_at][gt]=yesterday",
                "?filter[created_at][gte]=2026-01-01T00:00:00Z",
                "?filter[remote]=maybe",
                "?include=stage",
                "?include=stages.jobs",
                "?extra_fields[jobs]=attachments",
                "?fields[jobs]=nothing",
                "?sort=title",
                "?sort=id,-id",
                "?page[number]=0",
                "?page[size]=1001",
                "?page[cursor]=a",
                "?stats[total]=sum",
                "?sort=id&sort=id",
                "/1?filter[status]=open",
                "/1?page[size]=1"
            })
    void an_undocumented_parameter_is_malformed(String query) {
        Caller.Answer answer = caller.get("/api/v1/jobs" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/errors/0/detail")).isEqualTo("Malformed query params");
        assertThat(simulator.violations()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?filter[email]=a@b",
                "?filter[candidate_email]=a@b",
                "?filter[stage_id]=1",
            })
    void candidates_have_no_filter_by_email(String query) {
        assertThat(caller.get("/api/v1/candidates" + query).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "PATCH, /api/v1/applications/1",
        "POST, /api/v1/candidates",
        "DELETE, /api/v1/candidates/1",
        "GET, /api/v1/stages",
        "GET, /api/v1/stages/1",
        "GET, /api/v1/webhooks",
        "GET, /api/v1/offers",
        "PUT, /api/v1/comments/1",
        "GET, /api/v1/applications/1/stage"
    })
    void what_is_not_documented_is_not_found(String method, String path) {
        apply(job);

        Caller.Answer answer = caller.send(method, path, method.equals("GET") ? "" : "{}");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(simulator.violations()).containsExactly(method + " " + path + ": Record not found");
    }

    @Test
    void what_is_documented_but_not_simulated_says_so() {
        assertThat(caller.get("/api/v1/interviews").status()).isEqualTo(500);
        assertThat(simulator.violations()).containsExactly("GET /api/v1/interviews: GET /interviews is not simulated");
    }

    @Test
    void an_unknown_attribute_is_refused_and_nothing_is_created() {
        Caller.Answer answer = caller.post("/api/v1/applications", application(job, ", \"cv_base64\": \"x\"", ""));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.at("/errors/0/source/pointer")).isEqualTo("/data/attributes/cv_base64");
        assertThat(tenant.applications()).isEmpty();
        assertThat(simulator.violations()).hasSize(1);
    }

    @Test
    void an_unknown_attribute_can_be_a_bad_request() {
        tenant.policies().on(Policy.UNKNOWN_ATTRIBUTE_IS_BAD_REQUEST);

        assertThat(caller.post("/api/v1/applications", application(job, ", \"rejected_at\": null", ""))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void an_update_can_set_neither_summary_nor_job() {
        apply(job);

        assertThat(caller.put("/api/v1/applications/1", """
                                {"data": {"id": "1", "type": "applications", "attributes": {"summary": "x"}}}
                                """).status()).isEqualTo(422);
        assertThat(caller.put("/api/v1/applications/1", """
                                {"data": {"id": "1", "type": "applications",
                                  "relationships": {"job": {"data": {"type": "jobs", "id": "1"}}}}}
                                """).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no json",
                "{}",
                "{\"data\": {\"type\": \"application\", \"attributes\": {}}}",
                "{\"data\": {\"type\": \"applications\", \"attributes\": {}, \"id\": \"1\"}}",
                "{\"data\": {\"type\": \"applications\", \"attributes\": {}}, \"meta\": {}}"
            })
    void a_malformed_document_is_a_bad_request(String body) {
        assertThat(caller.post("/api/v1/applications", body).status()).isEqualTo(400);
        assertThat(simulator.violations()).hasSize(1);
    }

    @Test
    void an_id_must_be_text() {
        String body = application(job).replace("\"id\": \"1\"", "\"id\": 1");

        assertThat(caller.post("/api/v1/applications", body).status()).isEqualTo(422);
    }

    @Test
    void the_id_of_an_update_must_be_that_of_the_path() {
        apply(job);

        assertThat(caller.put("/api/v1/applications/1", moveTo("2", job.stage("offer")))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void other_media_types_are_refused() {
        Caller form = caller.with("Content-Type", "application/x-www-form-urlencoded");
        Caller browser = caller.with("Accept", "text/html");

        assertThat(form.post("/api/v1/applications", application(job)).status()).isEqualTo(415);
        assertThat(browser.get("/api/v1/jobs").status()).isEqualTo(406);
        assertThat(simulator.violations()).hasSize(2);
    }

    @Test
    void plain_json_is_taken_too() {
        Caller plain = caller.with("Content-Type", "application/json").with("Accept", "application/json");

        assertThat(plain.post("/api/v1/applications", application(job)).status())
                .isEqualTo(201);
    }
}
