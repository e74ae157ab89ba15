package com.hackajob.pinpoint.local.pinpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobsTest extends PinpointTest {

    @Test
    void stages_come_included_in_order() {
        tenant.createJob(
                "Backend Engineer", job -> job.stage("Applied", "applied").stage("No", "rejected"));

        JsonNode answer = caller.get("/api/v1/jobs/1?include=stages").json();

        assertThat(answer.at("/data/relationships/stages"))
                .isEqualTo(Caller.json(
                        "{\"data\": [{\"type\": \"stages\", \"id\": \"1\"}, {\"type\": \"stages\", \"id\": \"2\"}]}"));
        assertThat(answer.at("/data/relationships/department"))
                .isEqualTo(Caller.json("{\"meta\": {\"included\": false}}"));
        assertThat(answer.at("/included/1")).isEqualTo(Caller.json("""
                                {"id": "2", "type": "stages",
                                 "attributes": {"name": "No", "external_name": "No", "description": null,
                                   "basic_type": "rejected", "position": 1, "visible": true,
                                   "external_system_reference": null,
                                   "created_at": "2026-03-01T12:00:00+00:00",
                                   "updated_at": "2026-03-01T12:00:00+00:00"},
                                 "relationships": {"applications": {"meta": {"included": false}},
                                   "stageable": {"meta": {"included": false}}}}
                                """));
    }

    @Test
    void the_usual_stages_have_every_basic_type() {
        SimulatedJob job = tenant.createJob("Backend Engineer");

        assertThat(job.stages())
                .extracting(SimulatedStage::name, SimulatedStage::basicType)
                .containsExactly(
                        tuple("Applied", "applied"),
                        tuple("Review", "review"),
                        tuple("Phone screen", "interview"),
                        tuple("Interview", "interview"),
                        tuple("Offer", "offer"),
                        tuple("Hired", "hired"),
                        tuple("Rejected", "rejected"));
    }

    @Test
    void jobs_of_one_workflow_share_its_stages() {
        SimulatedJob first = tenant.createJob("First", job -> job.workflow("Engineering"));
        SimulatedJob second =
                tenant.createJob("Second", job -> job.workflow("Engineering").stage("Take-home test", "interview"));
        SimulatedJob third = tenant.createJob("Third");

        assertThat(second.stages())
                .containsAll(first.stages())
                .hasSize(first.stages().size() + 1);
        assertThat(third.stages()).doesNotContainAnyElementsOf(first.stages());
        assertThat(caller.get("/api/v1/hiring_workflows?include=stages").json().get("included"))
                .hasSize(7);
    }

    @Test
    void jobs_are_found_by_status_title_and_department() {
        tenant.createJob("Backend Engineer", job -> job.department("Engineering"));
        tenant.createJob("Engineer of doors", job -> job.status("draft"));
        tenant.createJob("Cook", job -> job.department("Kitchen").visibility("confidential"));

        assertThat(ids("filter[status]=open,closed")).containsExactly("1", "3");
        assertThat(ids("filter[search]=engineer")).containsExactly("1", "2");
        assertThat(ids("filter[department_name]=kitchen")).containsExactly("3");
        assertThat(ids("filter[visibility]=confidential&filter[status]=draft")).isEmpty();
    }

    @Test
    void department_location_and_questions_come_included() {
        tenant.createJob(
                "Cook", job -> job.department("Kitchen").location("Jersey").question("Can you cook?"));

        JsonNode included = caller.get("/api/v1/jobs?include=department,location,questions")
                .json()
                .get("included");

        assertThat(included.findValuesAsText("type")).containsExactly("departments", "locations", "questions");
        assertThat(caller.get("/api/v1/departments")
                        .json()
                        .at("/data/0/attributes/name")
                        .asText())
                .isEqualTo("Kitchen");
        assertThat(caller.get("/api/v1/locations/1").at("/data/attributes/name"))
                .isEqualTo("Jersey");
    }

    @Test
    void included_paths_can_be_nested() {
        apply(tenant.createJob("Cook", job -> job.stage("Applied", "applied").stage("Hired", "hired")));

        JsonNode answer =
                caller.get("/api/v1/applications?include=job.stages,stage").json();

        assertThat(answer.get("included"))
                .extracting(resource -> resource.get("type").asText())
                .containsExactly("jobs", "stages", "stages");
        assertThat(answer.at("/included/0/relationships/stages/data")).hasSize(2);
    }

    @Test
    void what_has_nothing_behind_it_can_be_included_all_the_same() {
        apply(tenant.createJob("Cook"));

        JsonNode answer = caller.get("/api/v1/applications/1?include=offers,offers.creator,hris_reference")
                .json();

        assertThat(answer.get("included")).isEmpty();
        assertThat(answer.at("/data/relationships/offers")).isEqualTo(Caller.json("{\"data\": []}"));
        assertThat(answer.at("/data/relationships/hris_reference")).isEqualTo(Caller.json("{\"data\": null}"));
    }

    @Test
    void the_public_feed_shows_open_external_jobs_without_a_key() {
        tenant.createJob("Public");
        tenant.createJob("Internal", job -> job.visibility("internal"));
        tenant.createJob("Draft", job -> job.status("draft"));

        assertThat(keyless.get("/postings.json").json().findValuesAsText("title"))
                .containsExactly("Public");
    }

    @Test
    void users_rename_close_and_delete_jobs_and_stages() {
        SimulatedJob job = tenant.createJob("Cook");
        tenant.renameJob(job.id(), "Chef");
        tenant.closeJob(job.id());
        tenant.renameStage(job.stage("Review").id(), "Look");
        tenant.removeStage(job.stage("Phone screen").id());
        tenant.addStage(job.id(), "Tasting", "interview");

        assertThat(caller.get("/api/v1/jobs/1").at("/data/attributes/status")).isEqualTo("closed");
        assertThat(tenant.job(job.id()).stages())
                .extracting(SimulatedStage::name)
                .containsExactly("Applied", "Look", "Interview", "Offer", "Hired", "Rejected", "Tasting");
        tenant.deleteJob(job.id());
        assertThat(ids("sort=id")).isEmpty();
    }

    private List<String> ids(String query) {
        return caller.get("/api/v1/jobs?" + query).json().get("data").findValuesAsText("id");
    }
}
