package com.hackajob.pinpoint.local.pinpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ErrorsTest extends PinpointTest {

    private final SimulatedJob job = tenant.createJob("Backend Engineer");

    @Test
    void a_request_without_a_key_is_unauthorized() {
        assertError(keyless.get("/api/v1/jobs"), 401, "unauthorized", "Unauthorized", "X-API-KEY header not provided");
    }

    @Test
    void an_unknown_key_is_unauthorized() {
        Caller.Answer answer = keyless.withKey("guessed").get("/api/v1/jobs");

        assertError(answer, 401, "unauthorized", "Unauthorized", "Invalid API key");
    }

    @Test
    void a_revoked_key_is_unauthorized() {
        String key = tenant.createKey("old", Permission.all());
        tenant.revokeKey(key);

        assertError(keyless.withKey(key).get("/api/v1/jobs"), 401, "unauthorized", "Unauthorized", "Invalid API key");
    }

    @Test
    void a_key_of_another_tenant_is_unauthorized() {
        String key = simulator.createTenant("globex").createKey("theirs", Permission.all());

        assertThat(keyless.withKey(key).get("/api/v1/jobs").status()).isEqualTo(401);
    }

    @Test
    void nothing_works_while_the_integration_is_off() {
        tenant.apiEnabled(false);

        assertError(caller.get("/api/v1/jobs"), 403, "forbidden", "Forbidden", "Integration not enabled");
        assertThat(keyless.withKey("guessed").get("/api/v1/jobs").status()).isEqualTo(401);
    }

    @Test
    void a_missing_permission_is_forbidden() {
        Caller reader = keyless.withKey(tenant.createKey("reader", EnumSet.of(Permission.JOB_READ)));

        assertThat(reader.get("/api/v1/jobs?include=stages").status()).isEqualTo(200);
        assertThat(reader.get("/api/v1/jobs?include=department").status()).isEqualTo(403);
        assertThat(reader.get("/api/v1/applications").status()).isEqualTo(403);
        assertThat(reader.post("/api/v1/applications", application(job)).status())
                .isEqualTo(403);
        assertThat(tenant.applications()).isEmpty();
    }

    @Test
    void a_record_that_does_not_exist_is_not_found() {
        for (String id : Set.of("99", "abc", "0", "-1")) {
            assertError(caller.get("/api/v1/jobs/" + id), 404, "not_found", "Not Found", "Record not found");
        }
    }

    @Test
    void a_deleted_application_is_not_found() {
        apply(job);
        tenant.deleteApplication("1");

        assertThat(caller.get("/api/v1/applications/1").status()).isEqualTo(404);
    }

    @Test
    void each_blank_attribute_is_named() {
        String nobody = """
                {"data": {"type": "applications", "attributes": {"first_name": " "},
                  "relationships": {"job": {"data": {"type": "jobs", "id": "1"}}}}}
                """;

        Caller.Answer answer = caller.post("/api/v1/applications", nobody);

        assertError(answer, 422, "unprocessable_entity", "Validation Error", "first_name can't be blank");
        assertThat(answer.json().findValuesAsText("detail"))
                .containsExactly("first_name can't be blank", "last_name can't be blank", "email can't be blank");
        assertThat(answer.at("/errors/0/source/pointer")).isEqualTo("/data/attributes/first_name");
        assertThat(simulator.violations()).isEmpty();
    }

    @Test
    void what_the_job_demands_must_be_there() {
        SimulatedJob demanding = tenant.createJob("Demanding", details -> details.requirePhone()
                .askForAddress()
                .resumeRequirement("required")
                .personalSummaryRequirement("required"));

        assertThat(apply(demanding).json().findValuesAsText("detail"))
                .containsExactly(
                        "phone can't be blank",
                        "phone_iso2 can't be blank",
                        "address1 can't be blank",
                        "town can't be blank",
                        "country can't be blank",
                        "postcode can't be blank",
                        "cv_base64_filename can't be blank",
                        "cv_base64_data can't be blank",
                        "summary can't be blank");
    }

    @Test
    void a_wrong_locale_is_a_bad_request() {
        Caller.Answer answer = caller.post("/api/v1/applications", application(job, ", \"locale\": \"klingon\"", ""));

        assertError(answer, 400, "bad_request", "Bad Request", "klingon is not a valid locale");
    }

    @Test
    void a_job_must_exist() {
        String unknown = application(job).replace("\"id\": \"1\"", "\"id\": \"77\"");

        assertThat(caller.post("/api/v1/applications", unknown).status()).isEqualTo(422);
    }

    private static void assertError(Caller.Answer answer, int status, String code, String title, String detail) {
        assertThat(answer.mediaType()).isEqualTo("application/vnd.api+json");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.at("/errors/0/status")).isEqualTo(String.valueOf(status));
        assertThat(answer.at("/errors/0/code")).isEqualTo(code);
        assertThat(answer.at("/errors/0/title")).isEqualTo(title);
        assertThat(answer.at("/errors/0/detail")).isEqualTo(detail);
    }
}
