package com.hackajob.pinpoint.local.pinpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CandidatesTest extends PinpointTest {

    private final SimulatedJob job = tenant.createJob("Backend Engineer");

    @BeforeEach
    void applyOnce() {
        apply(job);
    }

    @Test
    void a_candidate_is_read_with_all_applications() {
        apply(job);

        Caller.Answer answer = caller.get("/api/v1/candidates/1?include=applications");

        assertThat(answer.at("/data/attributes/full_name")).isEqualTo("Ada Byron");
        assertThat(answer.json().at("/data/relationships/applications/data")).hasSize(2);
        assertThat(caller.get("/api/v1/candidates?filter[blocked]=false").json().get("data"))
                .hasSize(1);
    }

    @Test
    void documents_are_added_and_incomplete_ones_dropped() {
        Caller.Answer answer = put("""
                "documents_base64": [{"filename": "profile.pdf", "data": "%s"}, {"data": "data:a/b;base64,QQ=="},
                  {"filename": "nothing.pdf"}]
                """.formatted(dataUri("application/pdf", CV)));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(tenant.candidates().getFirst().files())
                .containsExactly(new SimulatedFile("document", "profile.pdf", "application/pdf", CV));
        String url = caller.get("/api/v1/candidates/1?extra_fields[candidates]=attachments")
                .at("/data/attributes/attachments/0/url");
        assertThat(keyless.get(url).body()).isEqualTo(CV);
    }

    @Test
    void attributes_are_updated_in_part() {
        put("\"last_name\": \"Lovelace\"");

        assertThat(caller.get("/api/v1/candidates/1").at("/data/attributes/full_name"))
                .isEqualTo("Ada Lovelace");
    }

    @Test
    void merged_candidates_become_one() {
        tenant.policies().off(Policy.MATCH_CANDIDATE_BY_EMAIL);
        apply(job);

        tenant.mergeCandidates("1", "2");

        assertThat(tenant.application("2").candidateId()).isEqualTo("1");
        assertThat(caller.get("/api/v1/candidates/2").status()).isEqualTo(404);
    }

    private Caller.Answer put(String attributes) {
        return caller.put(
                "/api/v1/candidates/1",
                "{\"data\": {\"id\": \"1\", \"type\": \"candidates\", \"attributes\": {%s}}}".formatted(attributes));
    }
}
