package com.hackajob.pinpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The workflows of GitHub Actions: whose code runs in them, and what it may do. */
class WorkflowsTest {

    private static final Path WORKFLOWS = Path.of(".github/workflows");

    private final Map<Path, String> texts = texts();

    /** A tag can be moved to other code, a commit can't. */
    @Test
    void every_action_is_pinned_to_a_commit_and_says_which_version_that_is() {
        assertThat(texts.values().stream()
                        .flatMap(String::lines)
                        .filter(line -> line.matches("\\s*(- )?uses:.*"))
                        .map(String::strip))
                .isNotEmpty()
                .allMatch(line -> line.matches("(- )?uses: [\\w-]+/[\\w-]+@[0-9a-f]{40} # v\\d+(\\.\\d+){0,2}")
                        || line.equals("uses: ./.github/workflows/verify.yaml"));
    }

    @Test
    void a_workflow_may_nothing_and_a_job_reads_the_code_and_only_the_one_that_deploys_gets_a_token_for_aws() {
        workflows().forEach((file, workflow) -> {
            assertThat(workflow.path("permissions")).as(file.toString()).hasToString("{}");
            jobs(workflow).forEach((name, job) -> assertThat(job.path("permissions"))
                    .as(name)
                    .hasToString(
                            name.equals("deploy")
                                    ? "{\"contents\":\"read\",\"id-token\":\"write\"}"
                                    : "{\"contents\":\"read\"}"));
        });
    }

    @Test
    void only_main_is_deployed_and_only_by_way_of_the_protected_environment() {
        Map<Path, JsonNode> deploying = new TreeMap<>(workflows());
        deploying.values().removeIf(workflow -> !workflow.path("jobs").has("deploy"));

        assertThat(deploying.values()).singleElement().satisfies(workflow -> {
            assertThat(workflow.path("on")).hasToString("{\"push\":{\"branches\":[\"main\"]}}");
            assertThat(workflow.at("/jobs/deploy/environment").asText()).isEqualTo("production");
            assertThat(workflow.at("/jobs/deploy/needs").asText()).isEqualTo("build");
            assertThat(workflow.at("/jobs/build/needs").asText()).isEqualTo("verify");
        });
    }

    @Test
    void no_run_goes_on_for_ever_or_beside_another_of_its_kind() {
        workflows().forEach((file, workflow) -> {
            assertThat(workflow.at("/concurrency/group").asText())
                    .as(file.toString())
                    .isNotBlank();
            jobs(workflow).forEach((name, job) -> assertThat(
                            job.has("uses") ? 1 : job.path("timeout-minutes").asInt(360))
                    .as(name)
                    .isBetween(1, 60));
        });
    }

    /** An expression in a script is put in as text, and may hold what somebody else wrote: it comes as a variable. */
    @Test
    void no_script_holds_an_expression_and_no_workflow_a_secret_or_another_repositorys_rights() {
        workflows().values().stream()
                .flatMap(workflow -> workflow.findValuesAsText("run").stream())
                .forEach(script -> assertThat(script).doesNotContain("${{"));
        assertThat(texts.values())
                .allSatisfy(text -> assertThat(text).doesNotContain("pull_request_target", "workflow_run", "secrets."));
    }

    @Test
    void the_code_is_checked_out_without_leaving_a_token_behind() {
        workflows().values().stream()
                .flatMap(workflow -> jobs(workflow).values().stream())
                .flatMap(job -> job.findParents("uses").stream())
                .filter(step -> step.path("uses").asText().startsWith("actions/checkout@"))
                .forEach(step -> assertThat(step.at("/with/persist-credentials").asText("true"))
                        .isEqualTo("false"));
    }

    private Map<Path, JsonNode> workflows() {
        Map<Path, JsonNode> workflows = new TreeMap<>();
        texts.forEach((file, text) -> workflows.put(file, Yaml.parse(text)));
        return workflows;
    }

    private static Map<String, JsonNode> jobs(JsonNode workflow) {
        Map<String, JsonNode> jobs = new TreeMap<>();
        workflow.path("jobs").properties().forEach(job -> jobs.put(job.getKey(), job.getValue()));
        return jobs;
    }

    private static Map<Path, String> texts() {
        try (Stream<Path> files = Files.list(WORKFLOWS)) {
            return files.collect(Collectors.toMap(file -> file, WorkflowsTest::read));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
