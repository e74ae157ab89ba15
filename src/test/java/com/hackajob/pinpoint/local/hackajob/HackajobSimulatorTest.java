package com.hackajob.pinpoint.local.hackajob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HackajobSimulatorTest {

    private static final String CANDIDATE = "/companies/company-1/jobs/job-1/candidates/candidate-1";
    private static final byte[] PDF = "%PDF-1.7".getBytes(StandardCharsets.UTF_8);

    private final HackajobSimulator hackajob =
            HackajobSimulator.start(InetAddress.getLoopbackAddress(), 0, Clock.systemUTC());
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void fill() {
        hackajob.put("company-1", Job.live("job-1", "Backend engineer", "Accepted", "Interview"));
        hackajob.put(
                "company-1",
                "job-1",
                Candidate.named("candidate-1", "Ada", "Lovelace", "ada@example.com")
                        .with(new Candidate.Cv("Ada's CV.pdf", "application/pdf", PDF)));
    }

    @AfterEach
    void stop() {
        hackajob.close();
    }

    @Test
    void tells_a_company_with_its_masters() throws Exception {
        hackajob.put(Company.named("company-1", "Northwind")
                .withMaster("user-1", "Grace Hopper")
                .disabled());
        assertThat(json(get("/companies/company-1"))).isEqualTo(new ObjectMapper().readTree("""
                                {"id":"company-1","name":"Northwind","pinpointEnabled":false,"masters":[
                                {"id":"user-1","name":"Grace Hopper"}]}"""));
    }

    @Test
    void does_not_know_a_company_by_its_jobs_alone() throws Exception {
        assertThat(get("/companies/company-1").statusCode()).isEqualTo(404);
    }

    @Test
    void tells_a_job_with_its_stages() throws Exception {
        assertThat(json(get("/companies/company-1/jobs/job-1"))).isEqualTo(new ObjectMapper().readTree("""
                                {"id":"job-1","title":"Backend engineer","status":"live","stages":[
                                {"id":"stage-1","name":"Accepted","position":1},
                                {"id":"stage-2","name":"Interview","position":2}]}"""));
    }

    @Test
    void tells_a_candidate_and_where_the_cv_is() throws Exception {
        var candidate = json(get(CANDIDATE));
        assertThat(candidate.path("person").path("email").asText()).isEqualTo("ada@example.com");
        assertThat(candidate.path("acceptedAt").asText()).isEqualTo("2026-03-01T09:00:00Z");
        assertThat(candidate.path("cv").path("size").asInt()).isEqualTo(PDF.length);
        var file = file(candidate);
        assertThat(file.body()).isEqualTo(PDF);
        assertThat(file.headers().firstValue("content-type")).contains("application/pdf");
    }

    @Test
    void tells_that_there_is_no_cv() throws Exception {
        hackajob.put("company-1", "job-1", Candidate.named("candidate-1", "Ada", "Lovelace", "ada@example.com"));
        assertThat(json(get(CANDIDATE)).path("cv").isNull()).isTrue();
    }

    @Test
    void asks_for_the_service_token_and_does_not_know_what_is_not_there() throws Exception {
        var without = HttpRequest.newBuilder(URI.create(hackajob.baseUrl() + CANDIDATE))
                .build();
        assertThat(http.send(without, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
        var missing = get("/companies/company-2/jobs/job-1");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.headers().firstValue("content-type")).contains("application/problem+json");
    }

    @Test
    void gives_files_only_for_a_signed_address_that_has_not_expired() throws Exception {
        var address = cvAddress(json(get(CANDIDATE)));
        assertThat(file(URI.create(address.toString().replace("candidate-1", "candidate-2")))
                        .statusCode())
                .isEqualTo(403);
        hackajob.setFileAddressLife(Duration.ZERO);
        assertThat(file(json(get(CANDIDATE))).statusCode()).isEqualTo(403);
    }

    @Test
    void fails_as_told_and_then_works_again() throws Exception {
        hackajob.apiFaults().failNext(new ApiFault.Unavailable());
        assertThat(get(CANDIDATE).statusCode()).isEqualTo(503);
        assertThat(get(CANDIDATE).statusCode()).isEqualTo(200);

        hackajob.apiFaults().failAll(new ApiFault.Reset()); // a client may try a GET again by itself
        assertThatThrownBy(() -> get(CANDIDATE)).isInstanceOf(IOException.class);
        hackajob.apiFaults().failAll(new ApiFault.ServerError());
        assertThat(List.of(get(CANDIDATE).statusCode(), get(CANDIDATE).statusCode()))
                .containsExactly(500, 500);
        hackajob.apiFaults().heal();
        assertThat(get(CANDIDATE).statusCode()).isEqualTo(200);
    }

    @Test
    void spoils_files_as_told() throws Exception {
        var candidate = json(get(CANDIDATE));
        var elsewhere = URI.create("https://elsewhere.example.com/");
        hackajob.fileFaults().failNext(new FileFault.Missing());
        hackajob.fileFaults().failNext(new FileFault.Redirect(elsewhere));
        hackajob.fileFaults().failNext(new FileFault.WrongType());
        hackajob.fileFaults().failNext(new FileFault.TooLarge(300_000));
        hackajob.fileFaults().failNext(new FileFault.SlowDrip(Duration.ofMillis(1)));
        assertThat(file(candidate).statusCode()).isEqualTo(404);
        assertThat(file(candidate).headers().firstValue("location")).contains(elsewhere.toString());
        assertThat(new String(file(candidate).body(), StandardCharsets.UTF_8)).startsWith("<!doctype html>");
        assertThat(file(candidate).body().length).isGreaterThanOrEqualTo(300_000);
        assertThat(file(candidate).body()).isEqualTo(PDF);
    }

    @Test
    void remembers_what_was_asked() throws Exception {
        get("/companies/company-1/jobs/job-1");
        assertThat(hackajob.requests())
                .containsExactly(new RecordedRequest("GET", "/companies/company-1/jobs/job-1", Optional.empty()));
        hackajob.forgetRequests();
        assertThat(hackajob.requests()).isEmpty();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(hackajob.baseUrl() + path))
                .header("Authorization", "Bearer " + hackajob.serviceToken())
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private HttpResponse<byte[]> file(JsonNode candidate) throws IOException, InterruptedException {
        return file(cvAddress(candidate));
    }

    private HttpResponse<byte[]> file(URI address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
    }

    private static URI cvAddress(JsonNode candidate) {
        return URI.create(candidate.path("cv").path("url").asText());
    }

    private static JsonNode json(HttpResponse<String> reply) throws IOException {
        return new ObjectMapper().readTree(reply.body());
    }
}
