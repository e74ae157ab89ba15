package com.hackajob.pinpoint.lambda;

import static com.hackajob.pinpoint.lambda.Scene.CLOUD;
import static com.hackajob.pinpoint.lambda.Scene.aCompany;
import static com.hackajob.pinpoint.lambda.Scene.aCompanyWith;
import static com.hackajob.pinpoint.lambda.Scene.aConnectedCompany;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hackajob.pinpoint.local.ApiClient.Call;
import com.hackajob.pinpoint.local.ApiClient.Reply;
import com.hackajob.pinpoint.local.pinpoint.Fault;
import com.hackajob.pinpoint.local.pinpoint.JobBuilder;
import com.hackajob.pinpoint.local.pinpoint.Permission;
import com.hackajob.pinpoint.local.pinpoint.Policy;
import com.hackajob.pinpoint.local.pinpoint.RecordedRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
    void lists_the_jobs_with_where_they_belong_and_whether_they_take_applications() {
        Scene scene = aCompanyThatShowsAll(
                tenant -> tenant.createJob("Backend Engineer", job -> job.department("Research, Development")
                        .location("London")));
        scene.tenant.createJob("Data Engineer", job -> job.status("closed").department("Data"));
        scene.tenant.createJob("Cook", job -> job.status("draft"));

        Reply reply = scene.asMember("GET /v1/pinpoint/jobs").send();

        assertThat(reply.json()).hasToString("""
                {"jobs":[\
                {"id":"1","title":"Backend Engineer","status":"open","takesApplications":true,\
                "department":{"id":"1","name":"Research, Development"},"location":{"id":"1","name":"London"}},\
                {"id":"2","title":"Data Engineer","status":"closed","takesApplications":false,\
                "department":{"id":"2","name":"Data"}},\
                {"id":"3","title":"Cook","status":"draft","takesApplications":false}]}""");
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
    void filters_by_departments_and_locations() {
        Scene scene = aCompanyThatShowsAll(
                tenant -> tenant.createJob("A", job -> job.department("R&D").location("St. Hélier")));
        scene.tenant.createJob("B", job -> job.department("Kitchen").location("London"));
        scene.tenant.createJob(
                "C", job -> job.department("Research, Development").location("London"));
        scene.tenant.createJob("D");

        assertThat(titles(listed(scene, "department", "R&D, Kitchen"))).containsExactly("A", "B");
        assertThat(titles(listed(scene, "location", "St. Hélier"))).containsExactly("A");
        assertThat(titles(listed(scene, "departmentId", "1,3"))).containsExactly("A", "C");
        assertThat(titles(scene.asMember("GET /v1/pinpoint/jobs")
                        .query("department", "Kitchen")
                        .query("locationId", "2")
                        .send()))
                .containsExactly("B");
    }

    @Test
    void a_department_with_a_comma_in_its_name_is_found_by_its_id_alone() {
        Scene scene =
                aCompanyThatShowsAll(tenant -> tenant.createJob("A", job -> job.department("Research, Development")));

        assertThat(titles(listed(scene, "department", "Research, Development"))).isEmpty();
        assertThat(titles(listed(scene, "departmentId", "1"))).containsExactly("A");
    }

    @ParameterizedTest
    @ValueSource(strings = {"search", "department", "location"})
    void text_that_can_not_be_meant_never_reaches_pinpoint(String parameter) {
        Scene scene = aConnectedCompany();
        CLOUD.pinpoint().forgetRequests();

        for (String text : List.of("a\nb", "{{a}}", "x".repeat(201))) {
            assertThat(listed(scene, parameter, text).problem()).isEqualTo("400 invalid_request");
        }
        assertThat(CLOUD.pinpoint().requests()).isEmpty();
    }

    @Test
    void pages_through_thousands_of_jobs_while_more_are_added_with_one_call_a_page() {
        Scene scene = aCompanyThatShowsAll(tenant -> tenant.createJob("Job", CatalogueIT::small));
        for (int number = 2; number <= 5000; number++) {
            scene.tenant.createJob("Job", CatalogueIT::small);
        }
        CLOUD.pinpoint().forgetRequests();

        List<Integer> sizes = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            JsonNode page = page(scene, cursor);
            sizes.add(page.path("jobs").size());
            page.path("jobs").forEach(job -> ids.add(job.path("id").asText()));
            cursor = Optional.ofNullable(page.get("next")).map(JsonNode::asText);
            scene.tenant.createJob("Job", CatalogueIT::small);
        } while (cursor.isPresent());

        assertThat(ids)
                .isEqualTo(IntStream.rangeClosed(1, 5050)
                        .mapToObj(Integer::toString)
                        .toList());
        assertThat(sizes).hasSize(51).endsWith(50).startsWith(100);
        assertThat(CLOUD.pinpoint().requests()).hasSize(51).allMatch(request -> request.status() == 200);
    }

    @Test
    void a_job_opened_again_while_paging_shows_no_other_job_twice() {
        Scene scene = aCompanyWith(tenant -> tenant.createJob("Job", job -> small(job.status("closed"))))
                .connect();
        for (int number = 2; number <= 150; number++) {
            scene.tenant.createJob("Job", CatalogueIT::small);
        }
        JsonNode first = listed(scene, "status", "open").json();
        scene.tenant.changeJobStatus("1", "open");

        JsonNode second = scene.asMember("GET /v1/pinpoint/jobs")
                .query("status", "open")
                .query("cursor", first.path("next").asText())
                .send()
                .json();

        assertThat(first.at("/jobs/99/id").asText()).isEqualTo("101");
        assertThat(second.path("jobs").findValuesAsText("id"))
                .isEqualTo(IntStream.rangeClosed(102, 150)
                        .mapToObj(Integer::toString)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "abc", "MTAwMDAwLjEuYWJjZGVmZ2hpamtsbW5vcA", "<script>"})
    void a_cursor_that_no_page_gave_is_refused(String cursor) {
        assertThat(listed(aConnectedCompany(), "cursor", cursor).problem()).isEqualTo("400 invalid_request");
    }

    @Test
    void shows_a_job_with_its_stages_in_order_and_what_it_demands() {
        Scene scene = aCompanyThatShowsAll(
                tenant -> tenant.createJob("Backend Engineer", job -> job.stage("Applied", "applied")
                        .stage("Chat", "interview")
                        .stage("No", "rejected")
                        .department("Engineering")
                        .location("London")
                        .requirePhone()
                        .askForAddress()
                        .resumeRequirement("required")
                        .personalSummaryRequirement("optional")
                        .attribute("cover_letter_requirement", "required")
                        .attribute("ask_for_date_of_birth", true)));

        Reply reply = scene.asMember("GET /v1/pinpoint/jobs/{id}", "1").send();

        assertThat(reply.json()).hasToString("""
                {"id":"1","title":"Backend Engineer","status":"open","takesApplications":true,\
                "department":{"id":"1","name":"Engineering"},"location":{"id":"1","name":"London"},\
                "stages":[{"id":"1","name":"Applied","kind":"applied"},\
                {"id":"2","name":"Chat","kind":"interview"},\
                {"id":"3","name":"No","kind":"rejected"}],\
                "demands":[{"name":"phone","canFill":true,"enforced":true},\
                {"name":"address","canFill":true,"enforced":true},\
                {"name":"cv","canFill":true,"enforced":true},\
                {"name":"cover_letter","canFill":false,"enforced":false},\
                {"name":"date_of_birth","canFill":false,"enforced":false}]}""");
    }

    @Test
    void costs_one_call_to_the_table_and_one_to_pinpoint() {
        Scene scene = aCompanyThatShowsAll(tenant -> tenant.createJob("Cook"));
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
    void a_key_that_may_not_read_departments_and_locations_shows_the_jobs_all_the_same() {
        Scene scene = aCompanyWith(tenant -> tenant.createJob("Cook", job -> small(job.department("Kitchen"))))
                .connect();
        CLOUD.pinpoint().forgetRequests();

        Reply list = scene.asMember("GET /v1/pinpoint/jobs").send();
        Reply job = scene.asMember("GET /v1/pinpoint/jobs/{id}", "1").send();

        assertThat(list.json()).hasToString("""
                {"jobs":[{"id":"1","title":"Cook","status":"open","takesApplications":true}],\
                "missingPermissions":["Department: Read","Location: Read"]}""");
        assertThat(job.json()).hasToString("""
                {"id":"1","title":"Cook","status":"open","takesApplications":true,\
                "stages":[{"id":"1","name":"Applied","kind":"applied"}],"demands":[],\
                "missingPermissions":["Department: Read","Location: Read"]}""");
        assertThat(CLOUD.pinpoint().requests())
                .extracting(RecordedRequest::status)
                .containsExactly(403, 200, 200);
    }

    @Test
    void a_new_key_that_may_read_them_is_noticed_at_once() {
        Scene scene = aCompanyWith(tenant -> tenant.createJob("Cook", job -> job.department("Kitchen")))
                .connect();
        scene.asMember("GET /v1/pinpoint/jobs").send();

        Scene.submit(scene.session(), scene.company, keyToAll(scene));

        assertThat(scene.asMember("GET /v1/pinpoint/jobs").send().json().at("/jobs/0/department/name"))
                .hasToString("\"Kitchen\"");
    }

    @Test
    void an_account_that_leaves_out_what_the_key_may_not_read_is_understood_too() {
        Scene scene = aCompanyWith(tenant -> tenant.createJob("Cook", job -> job.department("Kitchen")))
                .connect();
        scene.tenant.policies().off(Policy.REFUSE_INCLUDES_WITHOUT_PERMISSION);

        assertThat(scene.asMember("GET /v1/pinpoint/jobs").send().json())
                .hasToString(
                        "{\"jobs\":[{\"id\":\"1\",\"title\":\"Cook\",\"status\":\"open\",\"takesApplications\":true}]}");
    }

    @Test
    void an_api_that_is_switched_off_is_not_asked_twice() {
        Scene scene = aConnectedCompany();
        scene.tenant.apiEnabled(false);
        CLOUD.pinpoint().forgetRequests();

        assertThat(scene.asMember("GET /v1/pinpoint/jobs").send().problem()).isEqualTo("422 api_disabled");
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

    private static Scene aCompanyThatShowsAll(Scene.SimulatedJobSetting job) {
        Scene scene = aCompanyWith(job);
        assertThat(Scene.submit(scene.session(), scene.company, keyToAll(scene)).status())
                .isEqualTo(303);
        return scene;
    }

    private static String keyToAll(Scene scene) {
        return scene.tenant.createKey("hackajob", Permission.all());
    }

    static void small(JobBuilder job) {
        job.stage("Applied", "applied");
    }

    private static Reply listed(Scene scene, String parameter, String value) {
        return scene.asMember("GET /v1/pinpoint/jobs").query(parameter, value).send();
    }

    private static JsonNode page(Scene scene, Optional<String> cursor) {
        Call call = scene.asMember("GET /v1/pinpoint/jobs");
        return cursor.map(text -> call.query("cursor", text))
                .orElse(call)
                .send()
                .json();
    }

    private static List<String> titles(Reply reply) {
        List<String> titles = new ArrayList<>();
        reply.json().path("jobs").forEach(job -> titles.add(job.path("title").asText()));
        return titles;
    }
}
