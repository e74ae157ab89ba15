package com.hackajob.pinpoint.local.pinpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TenantsTest extends PinpointTest {

    @Test
    void an_unknown_subdomain_is_a_page_not_found() {
        Caller.Answer answer = keyless.get(simulator.baseUrl() + "/globex/api/v1/jobs");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.mediaType()).startsWith("text/html");
        assertThatIllegalArgumentException().isThrownBy(() -> simulator.tenant("globex"));
    }

    @Test
    void tenants_share_nothing_but_repeat_ids() {
        Tenant other = simulator.createTenant("globex");
        other.createJob("Theirs");
        tenant.createJob("Ours");

        assertThat(caller.get("/api/v1/jobs").json().findValuesAsText("title")).containsExactly("Ours");
        assertThat(simulator.tenant("globex").jobs())
                .extracting(SimulatedJob::id)
                .containsExactly("1");
    }

    @Test
    void a_tenant_is_reached_by_host_name_too() throws IOException {
        String request = "GET /postings.json HTTP/1.1\r\nHost: acme.pinpointhq.com\r\nConnection: close\r\n\r\n";
        tenant.createJob("Cook");

        try (Socket socket = new Socket("127.0.0.1", simulator.baseUrl().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 200 OK").contains("\"Cook\"");
        }
    }

    @Test
    void every_request_is_recorded() {
        caller.get("/api/v1/jobs?filter[status]=open");
        keyless.get("/api/v1/jobs");

        assertThat(simulator.requests())
                .containsExactly(
                        new RecordedRequest(
                                "acme",
                                "GET",
                                "/api/v1/jobs",
                                "filter[status]=open",
                                200,
                                CredentialKind.API_KEY,
                                Optional.empty()),
                        new RecordedRequest(
                                "acme", "GET", "/api/v1/jobs", "", 401, CredentialKind.NONE, Optional.empty()));
        simulator.forgetRequests();
        assertThat(simulator.requests()).isEmpty();
    }

    @Test
    void users_change_the_source_and_move_to_another_job() {
        SimulatedJob first = tenant.createJob("First");
        SimulatedJob second = tenant.createJob("Second");
        apply(first);

        tenant.changeSource("1", "manual", "by hand");
        tenant.moveApplicationToJob("1", second.id(), second.stage("Review").id());

        var attributes = caller.get("/api/v1/applications/1").json().at("/data/attributes");
        assertThat(attributes.get("channel").asText()).isEqualTo("manual");
        assertThat(attributes.get("job_id").asText()).isEqualTo(second.id());
        assertThat(attributes.get("stage_id").asText())
                .isEqualTo(second.stage("Review").id());
    }

    @Test
    void users_are_listed() {
        tenant.addUser("Grace", "Hopper", "grace@acme.example");

        assertThat(caller.get("/api/v1/users").at("/data/0/attributes/email")).isEqualTo("grace@acme.example");
    }

    @Test
    void an_unknown_page_is_a_violation() {
        assertThat(keyless.get("/careers").status()).isEqualTo(404);
        assertThat(keyless.get("/oauth/authorize").status()).isEqualTo(404);
        assertThat(simulator.violations())
                .containsExactly("GET /careers: no such page", "GET /oauth/authorize: no such page");
    }
}
