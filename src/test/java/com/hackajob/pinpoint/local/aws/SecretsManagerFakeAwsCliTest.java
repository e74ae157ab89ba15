package com.hackajob.pinpoint.local.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.hackajob.pinpoint.Commands;
import com.hackajob.pinpoint.local.StandingClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The fake as an independent client sees it: AWS's own command line, where this machine has it. */
class SecretsManagerFakeAwsCliTest {

    private final SecretsManagerFake fake =
            SecretsManagerFake.start(Fixtures.LOOPBACK, 0, new StandingClock("2026-03-01T09:00:00Z"));

    @BeforeEach
    void look_for_the_command() {
        assumeTrue(Commands.isOnPath("aws"), "skipped: no aws command on the path");
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void aws_creates_rotates_deletes_and_restores_a_secret() throws Exception {
        aws("create-secret", "--name", "pinpoint/c", "--secret-string", "one");
        aws("put-secret-value", "--secret-id", "pinpoint/c", "--secret-string", "two");
        assertThat(aws("get-secret-value", "--secret-id", "pinpoint/c", "--query", "SecretString"))
                .isEqualTo("two");
        assertThat(aws(
                        "get-secret-value",
                        "--secret-id",
                        "pinpoint/c",
                        "--version-stage",
                        "AWSPREVIOUS",
                        "--query",
                        "SecretString"))
                .isEqualTo("one");
        aws("delete-secret", "--secret-id", "pinpoint/c", "--recovery-window-in-days", "7");
        assertThat(aws("get-secret-value", "--secret-id", "pinpoint/c")).contains("InvalidRequestException");
        assertThat(aws("restore-secret", "--secret-id", "pinpoint/c", "--query", "Name"))
                .isEqualTo("pinpoint/c");
        assertThat(aws("describe-secret", "--secret-id", "pinpoint/none")).contains("ResourceNotFoundException");
    }

    private String aws(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("aws", "secretsmanager", "--output", "text"));
        command.addAll(List.of(
                "--region", "eu-west-1", "--endpoint-url", fake.baseUrl().toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment().put("AWS_ACCESS_KEY_ID", "cli");
        process.environment().put("AWS_SECRET_ACCESS_KEY", "local");
        process.environment().put("AWS_PAGER", "");
        return new String(process.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
