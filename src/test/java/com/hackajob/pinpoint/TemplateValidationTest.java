package com.hackajob.pinpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every template as AWS's own validator sees it, which comes from npm ({@code src/test/template}) and runs without a network
 * once it is there. {@link TemplateTest} asserts what it is known to let pass.
 */
class TemplateValidationTest {

    private static final Path VALIDATOR = Path.of("target/template-validator");

    /** What it warns of without need: rule and what it is about, with the reason. */
    private static final Map<String, String> WITHOUT_NEED = Map.of(
            "W2509 HackajobTokenSecret", "a secret's name, not its value",
            "W2509 OAuthClientSecret", "a secret's name, not its value");

    @BeforeAll
    static void have_the_validator() throws Exception {
        assumeTrue(Commands.isOnPath("node"), skipped("no node on the path; install node 20 or newer, with npm"));
        if (!isInstalled() && Commands.isOnPath("npm")) {
            run("src/test/template/install");
        }
        assumeTrue(
                isInstalled(),
                skipped("no validator installed; with npm and a network, src/test/template/install does it"));
    }

    private static String skipped(String why) {
        return "the templates are not validated: " + why;
    }

    private static boolean isInstalled() {
        return Files.exists(VALIDATOR.resolve("node_modules/@aws/cloudformation-validate/index.js"))
                && Files.exists(VALIDATOR.resolve("validate.cjs"));
    }

    @Test
    void aws_finds_nothing_in_our_templates_and_finds_what_is_misspelt() throws Exception {
        List<String> ours = templates();
        String misspelt = misspelt().toString();

        List<Finding> found =
                findings(Stream.concat(ours.stream(), Stream.of(misspelt)).toList());

        assertThat(ours).contains("template.yaml", "infra/operations.yaml", "infra/deploy-role.yaml");
        assertThat(found.stream().filter(finding -> !finding.file().equals(misspelt)))
                .allSatisfy(finding -> assertThat(WITHOUT_NEED).containsKey(finding.rule() + " " + finding.about()));
        assertThat(found).anySatisfy(finding -> assertThat(finding)
                .matches(wrong -> wrong.file().equals(misspelt))
                .matches(wrong -> wrong.about().equals("EventsQueue"))
                .matches(wrong -> wrong.message().contains("VisibilityTimout")));
    }

    private static List<String> templates() throws IOException {
        try (Stream<Path> infra = Files.list(Path.of("infra"))) {
            return Stream.concat(Stream.of(Path.of("template.yaml")), infra)
                    .map(Path::toString)
                    .filter(file -> file.endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    private static Path misspelt() throws IOException {
        String template = Files.readString(Path.of("template.yaml"));
        return Files.writeString(
                VALIDATOR.resolve("misspelt.yaml"), template.replace("VisibilityTimeout:", "VisibilityTimout:"));
    }

    private static List<Finding> findings(List<String> files) throws Exception {
        List<String> command = new ArrayList<>(
                List.of("node", VALIDATOR.resolve("validate.cjs").toString()));
        command.addAll(files);
        return new ObjectMapper().readValue(run(command.toArray(String[]::new)), new TypeReference<>() {});
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    /** @param about the logical id of the resource or parameter */
    private record Finding(String file, int line, String severity, String rule, String about, String message) {}
}
