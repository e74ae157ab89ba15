package com.hackajob.pinpoint.lambda;

import static com.hackajob.pinpoint.lambda.Scene.CLOUD;
import static com.hackajob.pinpoint.lambda.Scene.aCompany;
import static com.hackajob.pinpoint.lambda.Scene.aCompanyWith;
import static com.hackajob.pinpoint.lambda.Scene.aConnectedCompany;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hackajob.pinpoint.local.ApiClient.Reply;
import com.hackajob.pinpoint.local.pinpoint.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pinpoint's jobs and stages, through real function processes. */
class CatalogueIT {

    @AfterEach
    void pinpoint_was_only_asked_what_it_documents() {
        assertThat(CLOUD.pinpoint().violations()).isEmpty();
    }

    @Test
    void lists_the_jobs_with_their_states() {
        Scene scene = aConnectedCompany();
        scene.tenant.createJob("Data Engineer", job -> job.status("closed"));

        Reply reply = scene.asMember("GET /v1/pinpoint/jobs").send();

        assertThat(reply.json())
                .hasToString("{\"jobs\":[{\"id\":\"1\",\"title\":\"Backend Engineer\",\"status\":\"open\"},"
                        + "{\"id\":\"2\",\"title\":\"Data Engineer\",\"status\":\"closed\"}]}");
    }

    @Test
    void filters_by_title_and_state() {
        Scene scene = aConnectedCompany();
        scene.tenant.createJob("Data Engineer", job -> job.status("closed"));
        scene.tenant.createJob("Data Analyst");

        Reply reply = scene.asMember("GET /v1/pinpoint/jobs")
                .query("search", "data")
                .query("status", "open,draft")
                .send();

        assertThat(titles(reply)).containsExactly("Data Analyst");
    }

    @Test
    void pages_through_all_jobs_without_gaps_or_repeats() {
        Scene scene = aConnectedCompany();
        for (int number = 2; number <= 230; number++) {
            scene.tenant.createJob("Job " + number);
        }

        List<String> ids = new ArrayList<>();
        Optional<String> cursor = Optional.of("1");
        while (cursor.isPresent()) {
            JsonNode page = scene.asMember("GET /v1/pinpoint/jobs")
                    .query("cursor", cursor.get())
                    .send()
                    .json();
            page.path("jobs").forEach(job -> ids.add(job.path("id").asText()));
            cursor = Optional.ofNullable(page.get("next")).map(JsonNode::asText);
        }

        assertThat(ids).hasSize(230).doesNotHaveDuplicates();
    }

    @Test
    void shows_a_job_with_its_stages_in_order_and_what_it_demands() {
        Scene scene = aCompanyWith(tenant -> tenant.createJob("Backend Engineer", job -> job.stage("Applied", "applied")
                        .stage("Chat", "interview")
                        .stage("No", "rejected")
                        .requirePhone()
                        .askForAddress()
                        .resumeRequirement("required")
                        .personalSummaryRequirement("optional")))
                .connect();

        Reply reply = scene.asMember("GET /v1/pinpoint/jobs/{id}", "1").send();

        assertThat(reply.json())
                .hasToString("{\"id\":\"1\",\"title\":\"Backend Engineer\",\"status\":\"open\",\"stages\":["
                        + "{\"id\":\"1\",\"name\":\"Applied\",\"kind\":\"applied\"},"
                        + "{\"id\":\"2\",\"name\":\"Chat\",\"kind\":\"interview\"},"
                        + "{\"id\":\"3\",\"name\":\"No\",\"kind\":\"rejected\"}],"
                        + "\"demands\":[\"address\",\"cv\",\"phone\"]}");
    }

    @Test
    void costs_one_call_to_the_table_and_one_to_pinpoint() {
        Scene scene = aConnectedCompany();
        scene.asMember("GET /v1/pinpoint/jobs/{id}", "1").send();
        CLOUD.forgetCalls();
        CLOUD.pinpoint().forgetRequests();

        scene.asMember("GET /v1/pinpoint/jobs/{id}", "1").send();

        assertThat(CLOUD.calls().stream().filter(call -> call.function().equals("catalogue")))
                .singleElement()
                .hasToString("RemoteCall[function=catalogue, service=dynamodb, operation=GetItem]");
        assertThat(CLOUD.pinpoint().requests()).hasSize(1);
    }

    @Test
    void a_job_that_is_not_there_is_named() {
        assertThat(aConnectedCompany()
                        .asMember("GET /v1/pinpoint/jobs/{id}", "999")
                        .send()
                        .problem())
                .isEqualTo("404 job_not_found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1;drop", "-1", "99999999999999999999"})
    void what_cannot_be_an_id_is_never_asked_for(String id) {
        Scene scene = aConnectedCompany();
        CLOUD.pinpoint().forgetRequests();

        assertThat(scene.asMember("GET /v1/pinpoint/jobs/{id}", id).send().problem())
                .isEqualTo("400 invalid_request");
        assertThat(CLOUD.pinpoint().requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"open;", "OPEN", "open,,draft", "open&x=1"})
    void a_state_that_cannot_be_one_is_refused(String status) {
        assertThat(aConnectedCompany()
                        .asMember("GET /v1/pinpoint/jobs")
                        .query("status", status)
                        .send()
                        .problem())
                .isEqualTo("400 invalid_request");
    }

    @Test
    void a_company_that_is_not_connected_is_told_so() {
        assertThat(aCompany().asMember("GET /v1/pinpoint/jobs").send().problem())
                .isEqualTo("409 not_connected");
    }

    @Test
    void a_revoked_key_is_told_as_such() {
        Scene scene = aCompany();
        String key = scene.key();
        Scene.submit(scene.session(), scene.company, key);
        scene.tenant.revokeKey(key);

        assertThat(scene.asMember("GET /v1/pinpoint/jobs").send().problem()).isEqualTo("422 credential_rejected");
    }

    @Test
    void a_rate_limit_is_passed_on_and_not_worked_against() {
        Scene scene = aConnectedCompany();
        scene.tenant
                .faults()
                .next(1, "GET", "/api/v1/jobs", new Fault.TooManyRequests(Optional.of(Duration.ofSeconds(7))));
        CLOUD.pinpoint().forgetRequests();

        Reply reply = scene.asMember("GET /v1/pinpoint/jobs").send();

        assertThat(reply.problem()).isEqualTo("429 rate_limited");
        assertThat(reply.header("Retry-After")).contains("7");
        assertThat(CLOUD.pinpoint().requests()).hasSize(1);
    }

    @Test
    void an_html_page_instead_of_an_answer_is_an_outage() {
        Scene scene = aConnectedCompany();
        scene.tenant.faults().next(1, "GET", "/api/v1/jobs", new Fault.BadGateway());

        assertThat(scene.asMember("GET /v1/pinpoint/jobs").send().problem()).isEqualTo("503 pinpoint_unavailable");
    }

    private static List<String> titles(Reply reply) {
        List<String> titles = new ArrayList<>();
        reply.json().path("jobs").forEach(job -> titles.add(job.path("title").asText()));
        return titles;
    }
}
