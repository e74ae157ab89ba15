package com.hackajob.pinpoint.local.pinpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UpdateApplicationTest extends PinpointTest {

    private final SimulatedJob job = tenant.createJob("Backend Engineer");

    @BeforeEach
    void applyAMinuteAgo() {
        apply(job);
        clock.pass(Duration.ofMinutes(1));
    }

    @Test
    void moves_to_a_stage_of_the_job() {
        Caller.Answer answer = move("Phone screen");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/data/attributes/stage_id"))
                .isEqualTo(job.stage("Phone screen").id());
        assertThat(answer.at("/data/attributes/updated_at")).isEqualTo("2026-03-01T12:01:00+00:00");
        assertThat(answer.at("/data/attributes/first_name")).isEqualTo("Ada");
        assertThat(simulator.violations()).isEmpty();
    }

    @Test
    void being_rejected_sets_and_leaving_clears_rejected_at() {
        move("Rejected");
        assertThat(tenant.application("1").rejectedAt()).contains(clock.instant());
        assertThat(caller.get("/api/v1/applications/1").at("/data/attributes/rejected_at"))
                .isEqualTo("2026-03-01T12:01:00+00:00");

        move("Review");
        assertThat(tenant.application("1").rejectedAt()).isEmpty();
    }

    @Test
    void being_hired_sets_and_leaving_clears_hired_at() {
        move("Hired");
        assertThat(tenant.application("1").hiredAt()).contains(clock.instant());

        move("Offer");
        assertThat(tenant.application("1").hiredAt()).isEmpty();
    }

    @Test
    void a_hiring_date_can_be_given() {
        put("\"hired_at\": \"2026-02-01T00:00:00+00:00\"");
        move("Hired");

        assertThat(tenant.application("1").hiredAt()).contains(Instant.parse("2026-02-01T00:00:00Z"));
    }

    @Test
    void a_stage_of_another_job_is_refused() {
        SimulatedStage foreign = tenant.createJob("Other").stage("Offer");

        assertThat(caller.put("/api/v1/applications/1", moveTo("1", foreign)).status())
                .isEqualTo(422);
        tenant.policies().on(Policy.FOREIGN_STAGE_IS_NOT_FOUND);
        assertThat(caller.put("/api/v1/applications/1", moveTo("1", foreign)).status())
                .isEqualTo(404);
        assertThat(tenant.application("1").stageId())
                .isEqualTo(job.stage("Applied").id());
        tenant.policies().off(Policy.REFUSE_FOREIGN_STAGE);
        assertThat(caller.put("/api/v1/applications/1", moveTo("1", foreign)).status())
                .isEqualTo(200);
    }

    @Test
    void a_removed_stage_is_refused() {
        tenant.removeStage(job.stage("Offer").id());

        assertThat(move("Offer").status()).isEqualTo(422);
    }

    @Test
    void the_furthest_stage_stays_when_going_back() {
        move("Offer");
        move("Review");
        move("Rejected");

        assertThat(caller.get("/api/v1/applications/1?include=furthest_stage")
                        .at("/data/relationships/furthest_stage/data/id"))
                .isEqualTo(job.stage("Offer").id());
    }

    @Test
    void only_what_is_sent_changes() {
        put("\"channel_source\": \"elsewhere\", \"linkedin_url\": null");

        SimulatedApplication application = tenant.application("1");
        assertThat(application.channelSource()).isEqualTo("elsewhere");
        assertThat(application.firstName()).isEqualTo("Ada");
        assertThat(application.updatedAt()).isEqualTo(clock.instant());
    }

    @Test
    void tags_are_added_and_removed() {
        put("\"add_tags_with_context\": [{\"tag\": \"a\", \"context\": \"x\"}, {\"tag\": \"b\", \"context\": \"x\"}]");
        put("\"remove_tag_with_context\": {\"tag\": \"a\", \"context\": \"x\"}");

        assertThat(caller.get("/api/v1/applications/1?extra_fields[applications]=tags")
                        .json()
                        .at("/data/attributes/tags"))
                .isEqualTo(Caller.json("[{\"context\": \"x\", \"name\": \"b\"}]"));
    }

    @Test
    void documents_are_added() {
        String document = "{\"filename\": \"p.pdf\", \"data\": \"%s\"}".formatted(dataUri("application/pdf", CV));
        put("\"documents_base64\": [" + document + "]");
        put("\"documents_base64\": [" + document + "]");

        SimulatedFile expected = new SimulatedFile("document", "p.pdf", "application/pdf", CV);
        assertThat(tenant.application("1").files()).containsExactly(expected, expected);
    }

    @Test
    void files_can_be_ignored_on_update() {
        tenant.policies().off(Policy.KEEP_FILES_ON_PUT);
        put("\"documents_base64\": [{\"filename\": \"p.pdf\", \"data\": \"%s\"}]"
                .formatted(dataUri("application/pdf", CV)));

        assertThat(tenant.application("1").files()).isEmpty();
    }

    @Test
    void a_move_need_not_show_in_updated_at() {
        tenant.policies().off(Policy.MOVES_TOUCH_UPDATED_AT);
        move("Review");

        assertThat(tenant.application("1").updatedAt())
                .isEqualTo(tenant.application("1").createdAt());
    }

    @Test
    void the_stage_e_mail_of_a_move_is_sent_unless_the_policy_says_no() {
        move("Rejected");
        move("Review");
        tenant.policies().off(Policy.API_MOVES_SEND_STAGE_EMAILS);
        move("Rejected");

        assertThat(tenant.application("1").notifications())
                .containsOnlyOnce(new Notification("Stage e-mail: Rejected", "ada@example.com"));
    }

    @Test
    void an_application_can_be_deleted() {
        Caller.Answer answer = caller.send("DELETE", "/api/v1/applications/1", "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).isEqualTo(Caller.json("{\"meta\": {}}"));
        assertThat(tenant.applications()).isEmpty();
    }

    private Caller.Answer move(String stage) {
        return caller.put("/api/v1/applications/1", moveTo("1", job.stage(stage)));
    }

    private void put(String attributes) {
        Caller.Answer answer = caller.put(
                "/api/v1/applications/1",
                "{\"data\": {\"id\": \"1\", \"type\": \"applications\", \"attributes\": {%s}}}".formatted(attributes));
        assertThat(answer.status()).isEqualTo(200);
    }
}
