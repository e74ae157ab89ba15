package com.hackajob.pinpoint.lambda;

import static com.hackajob.pinpoint.lambda.Scene.CLOUD;
import static com.hackajob.pinpoint.lambda.Scene.JOB;
import static com.hackajob.pinpoint.lambda.Scene.aMappedCompany;
import static com.hackajob.pinpoint.lambda.Scene.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hackajob.pinpoint.local.ApiClient.Reply;
import com.hackajob.pinpoint.local.hackajob.Candidate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Trying anew and erasing, and that a candidate's data is nowhere but where it belongs, through real function processes. */
class ErasureIT {

    private static final String CANARY = "candidate-canary";
    /** Of the candidate alone: found anywhere, it was leaked. */
    private static final List<String> PERSONAL =
            List.of("Quetzalcoatlus", "Zyzzyva", "zyzzyva@canary.example", "canary-cv", "signature=");

    @Test
    void a_failed_export_is_tried_anew_and_a_done_one_is_not() {
        Scene scene = aMappedCompany();
        scene.candidate("candidate-1", new Candidate.Cv("cv.exe", "application/pdf", new byte[] {1, 2, 3}));
        scene.accept("candidate-1", "1");
        JsonNode failed = scene.settled("candidate-1");
        scene.candidate("candidate-1");

        Reply replayed = replay(scene, "candidate-1");
        // A POST that it might have made would be visible only after a while: its time is made to come at once.
        CLOUD.tick("reconcile");

        assertThat(failed.path("code").asText()).isEqualTo("cv_type");
        assertThat(replayed.status()).isEqualTo(200);
        assertThat(replayed.json().path("state").asText()).isEqualTo("waiting");
        assertThat(replayed.json().path("code").asText()).isEqualTo("cv_type");
        await(() -> {
            CLOUD.tick("reconcile");
            return scene.export("candidate-1").json().path("state").asText().equals("verified") ? true : null;
        });
        assertThat(replay(scene, "candidate-1").problem()).isEqualTo("409 nothing_to_replay");
        assertThat(replay(scene, "nobody").problem()).isEqualTo("404 export_not_found");
        assertThat(scene.asMember("POST /v1/exports/{id}/replay", "x").send().problem())
                .isEqualTo("400 invalid_request");
    }

    @Test
    void an_erased_candidate_leaves_a_tombstone_and_a_proof_and_is_never_sent_again() throws IOException {
        Scene scene = aMappedCompany();
        putCanary(scene, new Candidate.Cv("canary-cv.pdf", "application/pdf", Scene.CV));
        scene.accept(CANARY, "1");
        JsonNode verified = await(() -> {
            JsonNode export = scene.settled(CANARY);
            return export.path("state").asText().equals("verified") ? export : null;
        });

        scene.event("candidate.erased", "2", "2026-03-02T09:00:00Z", "{\"candidateId\": \"%s\"}".formatted(CANARY));
        JsonNode proof = scene.update("candidate.erased");
        scene.accept(CANARY, "3");
        Scene.awaitQuiet();

        assertThat(proof.at("/data/candidateId").asText()).isEqualTo(CANARY);
        assertThat(proof.at("/data/erased"))
                .hasToString("[{\"jobId\":\"job-1\",\"leftInPinpoint\":\"%s\"}]"
                        .formatted(verified.at("/receipt/applicationUrl").asText()));
        JsonNode left = scene.export(CANARY).json();
        assertThat(left.path("state").asText()).isEqualTo("erased");
        assertThat(left.has("receipt")).isFalse();
        assertThat(scene.tenant.applications()).hasSize(1);
        assertThat(table()).noneMatch(ErasureIT::isPersonal);
        assertThat(logs()).isNotEmpty().noneMatch(ErasureIT::isPersonal);
        assertThat(proof.toString())
                .satisfies(text -> assertThat(isPersonal(text)).isFalse());
        assertThat(CLOUD.receiveDeadLetters()).isEmpty();
    }

    @Test
    void what_is_told_of_a_candidate_who_can_not_be_sent_names_nobody() throws IOException {
        Scene scene = aMappedCompany();
        putCanary(scene, new Candidate.Cv("canary-cv.exe", "application/pdf", new byte[] {1, 2, 3}));

        scene.accept(CANARY, "1");
        JsonNode told = scene.update("export.failed");

        assertThat(told.at("/data/code").asText()).isEqualTo("cv_type");
        assertThat(List.of(told.toString(), scene.export(CANARY).json().toString()))
                .noneMatch(ErasureIT::isPersonal);
        assertThat(table()).noneMatch(ErasureIT::isPersonal);
        assertThat(logs()).isNotEmpty().noneMatch(ErasureIT::isPersonal);
    }

    @Test
    void of_what_may_have_been_under_way_the_proof_says_that_another_follows() {
        Scene scene = aMappedCompany();
        scene.candidate("candidate-1", new Candidate.Cv("cv.exe", "application/pdf", new byte[] {1, 2, 3}));
        scene.accept("candidate-1", "1");
        scene.settled("candidate-1");

        scene.event("candidate.erased", "2", "2026-03-02T09:00:00Z", "{\"candidateId\": \"candidate-1\"}");

        assertThat(scene.update("candidate.erased").at("/data/erased"))
                .hasToString("[{\"jobId\":\"job-1\",\"check\":\"pending\"}]");
    }

    private static void putCanary(Scene scene, Candidate.Cv cv) {
        CLOUD.hackajob()
                .put(
                        scene.company,
                        JOB,
                        Candidate.named(CANARY, "Quetzalcoatlus", "Zyzzyva", "zyzzyva@canary.example")
                                .with(cv));
    }

    private static Reply replay(Scene scene, String candidate) {
        return scene.asMember("POST /v1/exports/{id}/replay", JOB + "~" + candidate)
                .send();
    }

    private static List<String> table() {
        return CLOUD.dynamodb().scanPaginator(scan -> scan.tableName(Scene.table())).items().stream()
                .map(Object::toString)
                .toList();
    }

    /** What the functions of all these tests wrote. */
    private static List<String> logs() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("target"))) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .map(ErasureIT::text)
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isPersonal(String text) {
        return PERSONAL.stream().anyMatch(text::contains);
    }
}
