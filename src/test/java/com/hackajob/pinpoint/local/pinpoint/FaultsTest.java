package com.hackajob.pinpoint.local.pinpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FaultsTest extends PinpointTest {

    private final SimulatedJob job = tenant.createJob("Backend Engineer");

    @Test
    void a_fault_hits_the_next_requests_that_match() {
        tenant.faults().next(2, "GET", "/api/v1/jobs*", new Fault.TooManyRequests());

        assertThat(caller.get("/api/v1/applications").status()).isEqualTo(200);
        assertThat(caller.get("/api/v1/jobs").at("/errors/0/detail")).isEqualTo("Rate limit exceeded");
        assertThat(caller.get("/api/v1/jobs/1").status()).isEqualTo(429);
        assertThat(caller.get("/api/v1/jobs").status()).isEqualTo(200);
    }

    @Test
    void a_429_can_say_when_to_come_back() {
        Reply reply = Breakdown.tooManyRequests(Optional.of(Duration.ofSeconds(7)));

        assertThat(reply.headers()).containsEntry("Retry-After", "7");
        assertThat(Breakdown.tooManyRequests(Optional.empty()).headers()).doesNotContainKey("Retry-After");
    }

    @Test
    void a_500_is_an_error_document_and_has_no_effect() {
        tenant.faults().next(1, "POST", "/api/v1/applications", new Fault.ServerError());

        Caller.Answer answer = apply(job);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.at("/errors/0/code")).isEqualTo("internal_server_error");
        assertThat(tenant.applications()).isEmpty();
    }

    @Test
    void a_502_is_a_page() {
        tenant.faults().next(1, "*", "*", new Fault.BadGateway());

        Caller.Answer answer = caller.get("/api/v1/jobs");

        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.mediaType()).startsWith("text/html");
    }

    @Test
    void a_reset_has_no_effect() {
        tenant.faults().next(1, "POST", "/api/v1/applications", new Fault.ConnectionReset());

        assertThatThrownBy(() -> apply(job)).isInstanceOf(UncheckedIOException.class);
        assertThat(tenant.applications()).isEmpty();
        assertThat(simulator.requests().getLast().status()).isZero();
    }

    @Test
    void a_lost_response_creates_the_application() {
        tenant.faults().next(1, "POST", "/api/v1/applications", new Fault.ResponseLost());

        assertThatThrownBy(() -> apply(job)).isInstanceOf(UncheckedIOException.class);
        assertThat(tenant.applications()).hasSize(1);
    }

    @Test
    void a_slow_answer_comes_in_the_end() {
        tenant.faults().next(1, "GET", "/api/v1/jobs", new Fault.Slow(Duration.ofMillis(50)));

        long start = System.nanoTime();
        assertThat(caller.get("/api/v1/jobs").status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(50));
    }

    @Test
    void lists_lag_behind_what_was_written() {
        tenant.faults().readAfterWriteLag(Duration.ofSeconds(30));
        apply(job);

        assertThat(caller.get("/api/v1/applications/1").status()).isEqualTo(200);
        assertThat(caller.get("/api/v1/applications").json().get("data")).isEmpty();
        assertThat(caller.get("/api/v1/jobs").json().get("data")).hasSize(1);
        clock.pass(Duration.ofSeconds(30));
        assertThat(caller.get("/api/v1/applications?filter[candidate_email]=ada@example.com")
                        .json()
                        .get("data"))
                .hasSize(1);
    }

    @Test
    void lists_show_the_old_stage_until_the_lag_is_over() {
        apply(job);
        tenant.faults().readAfterWriteLag(Duration.ofSeconds(30));
        tenant.moveApplication("1", job.stage("Offer").id());

        assertThat(caller.get("/api/v1/applications").at("/data/0/attributes/stage_id"))
                .isEqualTo(job.stage("Applied").id());
        clock.pass(Duration.ofSeconds(30));
        assertThat(caller.get("/api/v1/applications").at("/data/0/attributes/stage_id"))
                .isEqualTo(job.stage("Offer").id());
    }
}
