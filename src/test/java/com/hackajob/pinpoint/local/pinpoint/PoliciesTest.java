package com.hackajob.pinpoint.local.pinpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hackajob.pinpoint.local.pinpoint.Policies.RateLimit;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoliciesTest extends PinpointTest {

    private final SimulatedJob job = tenant.createJob("Backend Engineer");

    @Test
    void a_second_application_is_taken_unless_the_policy_says_no() {
        assertThat(apply(job).status()).isEqualTo(201);
        assertThat(apply(job).status()).isEqualTo(201);
        tenant.policies().on(Policy.REFUSE_DUPLICATES);

        Caller.Answer answer = apply(job);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.at("/errors/0/detail")).isEqualTo("email has already applied to this job");
        assertThat(apply(tenant.createJob("Another")).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"closed", "archived", "draft"})
    void a_job_that_is_not_open_refuses_unless_the_policy_says_otherwise(String status) {
        tenant.changeJobStatus(job.id(), status);
        assertThat(apply(job).status()).isEqualTo(422);

        tenant.policies().off(Policy.REFUSE_WHEN_JOB_NOT_OPEN);
        assertThat(apply(job).status()).isEqualTo(201);
    }

    @Test
    void an_unknown_channel_is_refused_unless_the_policy_says_otherwise() {
        String unknown = application(job, ", \"channel\": \"hackajob\"", "");
        assertThat(caller.post("/api/v1/applications", unknown).at("/errors/0/detail"))
                .isEqualTo("channel is not included in the list");

        tenant.policies().off(Policy.REFUSE_UNKNOWN_CHANNEL);
        assertThat(caller.post("/api/v1/applications", unknown).status()).isEqualTo(201);
    }

    @Test
    void the_email_tells_the_person_unless_the_policy_says_no() {
        apply(job);
        apply(tenant.createJob("Another"));
        assertThat(tenant.candidates()).hasSize(1);

        tenant.policies().off(Policy.MATCH_CANDIDATE_BY_EMAIL);
        apply(job);
        assertThat(tenant.candidates()).hasSize(2);
    }

    @Test
    void a_known_candidate_can_be_named() {
        apply(job);
        tenant.policies().off(Policy.MATCH_CANDIDATE_BY_EMAIL);
        String named = ", \"candidate\": {\"data\": {\"type\": \"candidates\", \"id\": \"%s\"}}";

        caller.post("/api/v1/applications", application(job, "", named.formatted("1")));
        Caller.Answer unknown = caller.post("/api/v1/applications", application(job, "", named.formatted("9")));

        assertThat(tenant.application("2").candidateId()).isEqualTo("1");
        assertThat(unknown.status()).isEqualTo(422);
    }

    @Test
    void a_blocked_candidate_is_refused_unless_the_policy_says_otherwise() {
        apply(job);
        tenant.blockCandidate("1");
        assertThat(apply(job).at("/errors/0/detail")).isEqualTo("candidate is blocked");

        tenant.policies().off(Policy.REFUSE_BLOCKED_CANDIDATE);
        assertThat(apply(job).status()).isEqualTo(201);
    }

    @Test
    void a_concealed_person_can_be_masked() {
        apply(job);
        tenant.conceal("1");
        assertThat(caller.get("/api/v1/applications/1").at("/data/attributes/first_name"))
                .isEqualTo("Ada");

        tenant.policies().on(Policy.MASK_CONCEALED);
        var attributes = caller.get("/api/v1/applications/1").json().at("/data/attributes");
        assertThat(attributes.get("first_name").isNull()).isTrue();
        assertThat(attributes.get("concealed").asBoolean()).isTrue();
    }

    @Test
    void a_vendor_name_can_be_required() {
        tenant.policies().on(Policy.REQUIRE_VENDOR_NAME);

        assertThat(caller.get("/api/v1/jobs").status()).isEqualTo(403);
        assertThat(caller.with("x-vendor-name", "hackajob").get("/api/v1/jobs").status())
                .isEqualTo(200);
        assertThat(simulator.requests().getLast().vendor()).contains("hackajob");
    }

    @Test
    void an_include_that_the_key_may_not_read_is_refused_unless_the_policy_leaves_it_out() {
        SimulatedJob cook =
                tenant.createJob("Cook", job -> job.department("Kitchen").location("Jersey"));
        Caller limited =
                keyless.withKey(tenant.createKey("limited", Set.of(Permission.JOB_READ, Permission.LOCATION_READ)));
        String read = "/api/v1/jobs/" + cook.id() + "?include=location,department";
        assertThat(limited.get(read).at("/errors/0/detail"))
                .isEqualTo("API key does not have the permission DEPARTMENT_READ");

        tenant.policies().off(Policy.REFUSE_INCLUDES_WITHOUT_PERMISSION);
        JsonNode answer = limited.get(read).json();
        assertThat(answer.get("included").findValuesAsText("type")).containsExactly("locations");
        assertThat(answer.at("/data/relationships/department"))
                .isEqualTo(Caller.json("{\"meta\": {\"included\": false}}"));
        assertThat(limited.get("/api/v1/departments").status()).isEqualTo(403);
    }

    @Test
    void a_rate_limit_holds_for_its_window() {
        tenant.policies().rateLimit(new RateLimit(2, Duration.ofSeconds(1), Optional.empty()));

        assertThat(caller.get("/api/v1/jobs").status()).isEqualTo(200);
        assertThat(caller.get("/api/v1/jobs").status()).isEqualTo(200);
        assertThat(caller.get("/api/v1/jobs").at("/errors/0/detail")).isEqualTo("Rate limit exceeded");
        clock.pass(Duration.ofSeconds(1));
        assertThat(caller.get("/api/v1/jobs").status()).isEqualTo(200);
    }

    @Test
    void the_candidate_and_the_users_are_told_of_an_application_unless_it_says_no() {
        apply(job);
        caller.post("/api/v1/applications", application(job, ", \"skip_notifications_on_create\": true", ""));

        assertThat(tenant.application("1").notifications())
                .containsExactly(
                        new Notification("Application Received", "ada@example.com"),
                        new Notification("New Application", Notification.USERS));
        assertThat(tenant.application("2").notifications()).isEmpty();
        assertThat(tenant.application("2").skipNotifications()).isTrue();
    }
}
