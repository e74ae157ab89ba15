package com.hackajob.pinpoint.local.pinpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CreateApplicationTest extends PinpointTest {

    private final SimulatedJob job = tenant.createJob("Backend Engineer");

    @Test
    void lands_in_the_applied_stage_with_the_default_channel() {
        Caller.Answer answer = apply(job);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.mediaType()).isEqualTo("application/vnd.api+json");
        assertThat(answer.at("/data/id")).isEqualTo("1");
        SimulatedApplication application = tenant.application("1");
        assertThat(application.jobId()).isEqualTo(job.id());
        assertThat(application.stageId()).isEqualTo(job.stage("applied").id());
        assertThat(application.channel()).isEqualTo("other");
        assertThat(application.createdAt()).isEqualTo(clock.instant());
        assertThat(simulator.violations()).isEmpty();
    }

    @Test
    void lands_in_the_stage_that_it_names() {
        String stage = ", \"stage\": {\"data\": {\"type\": \"stages\", \"id\": \"%s\"}}"
                .formatted(job.stage("Phone screen").id());

        caller.post("/api/v1/applications", application(job, "", stage));

        assertThat(tenant.application("1").stageId())
                .isEqualTo(job.stage("Phone screen").id());
    }

    @Test
    void keeps_source_reference_and_tags() {
        String attributes = """
                , "channel": "job_board", "channel_source": "hackajob", "external_system_reference": "h:1",
                "add_tag_with_context": {"tag": "hackajob", "context": "custom_green"}
                """;

        caller.post("/api/v1/applications", application(job, attributes, ""));

        SimulatedApplication application = tenant.application("1");
        assertThat(application.channel()).isEqualTo("job_board");
        assertThat(application.channelSource()).isEqualTo("hackajob");
        assertThat(application.externalSystemReference()).isEqualTo("h:1");
        assertThat(application.tags()).containsExactly(new Tag("custom_green", "hackajob"));
    }

    @Test
    void keeps_the_files_byte_for_byte() {
        byte[] profile = "%PDF-1.7 profile".getBytes(StandardCharsets.UTF_8);
        String attributes = """
                , "cv_base64_filename": "ada.pdf", "cv_base64_data": "%s",
                "documents_base64": [{"filename": "profile.pdf", "data": "%s"}, {"filename": "nothing.pdf"}]
                """.formatted(dataUri("application/pdf", CV), dataUri("application/pdf", profile));

        caller.post("/api/v1/applications", application(job, attributes, ""));

        assertThat(tenant.application("1").files())
                .containsExactly(
                        new SimulatedFile("cv", "ada.pdf", "application/pdf", CV),
                        new SimulatedFile("pdf_cv", "ada.pdf", "application/pdf", CV),
                        new SimulatedFile("document", "profile.pdf", "application/pdf", profile));
    }

    @Test
    void is_found_by_reference_job_and_email() {
        caller.post("/api/v1/applications", application(job, ", \"external_system_reference\": \"h:1\"", ""));
        apply(tenant.createJob("Another"));

        assertThat(ids("filter[external_system_reference]=h:0,h:1")).containsExactly("1");
        assertThat(ids("filter[job_id]=2")).containsExactly("2");
        assertThat(ids("filter[candidate_email]=Ada@example.com&filter[job_id]=1"))
                .containsExactly("1");
        assertThat(ids("filter[candidate_email]=bob@example.com")).isEmpty();
    }

    private List<String> ids(String query) {
        return caller.get("/api/v1/applications?sort=id&" + query)
                .json()
                .get("data")
                .findValuesAsText("id");
    }
}
