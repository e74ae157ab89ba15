package com.hackajob.pinpoint.local.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.local.aws.InvocationResult.Failed;
import com.hackajob.pinpoint.local.aws.InvocationResult.Returned;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LambdaFunctionTest {

    @TempDir
    Path directory;

    private LambdaFunction function;

    @AfterEach
    void stop() {
        function.close();
    }

    @Test
    void starts_a_process_for_the_first_event_and_keeps_it_for_the_next() {
        start(TinyFunction.class, 4);
        var first = returned("pid");
        assertThat(returned("pid")).isEqualTo(first);
        assertThat(function.measurements()).extracting(Measurement::cold).containsExactly(true, false);
        assertThat(function.measurements().getFirst().duration()).isPositive();
        assertThat(Files.exists(Path.of("/proc/self/status")))
                .isEqualTo(function.measurements().getFirst().residentKilobytes() > 0);
    }

    @Test
    void tells_what_passed_before_a_new_process_could_take_its_event_from_what_came_then() {
        start(TinyFunction.class, 4);
        returned("pid");
        returned("pid");
        var cold = function.measurements().getFirst();
        var warm = function.measurements().getLast();
        assertThat(cold.init()).isPositive().isLessThan(cold.duration());
        assertThat(cold.handling()).isEqualTo(cold.duration().minus(cold.init()));
        assertThat(warm.init()).isZero();
        assertThat(warm.handling()).isEqualTo(warm.duration());
    }

    @Test
    void tells_the_function_what_lambda_tells_it_and_nothing_of_this_machine() {
        start(TinyFunction.class, 4);
        assertThat(returned("context")).isEqualTo("tiny arn:aws:lambda:eu-west-1:000000000000:function:tiny true 128");
        assertThat(returned("environment").split(" "))
                .contains(
                        "TABLE", "AWS_REGION", "AWS_ENDPOINT_URL_DYNAMODB", "AWS_ENDPOINT_URL_SECRETS_MANAGER", "PATH")
                .doesNotContain("HOME", "USER", "JAVA_HOME");
    }

    @Test
    void reports_what_the_function_threw_and_goes_on_with_the_same_process() {
        start(TinyFunction.class, 4);
        var process = returned("pid");
        assertThat(invoke("throw")).isEqualTo(new Failed("java.lang.IllegalStateException", "as told"));
        assertThat(returned("pid")).isEqualTo(process);
    }

    @Test
    void ends_a_process_that_overruns_its_time_and_starts_another_for_the_next_event() {
        start(TinyFunction.class, 4);
        var process = returned("pid");
        assertThat(invoke("sleep")).isInstanceOfSatisfying(Failed.class, failed -> assertThat(failed.errorMessage())
                .endsWith("Task timed out after 2.00 seconds"));
        assertThat(isAlive(process)).isFalse();
        assertThat(returned("pid")).isNotEqualTo(process);
    }

    @Test
    void fails_the_event_during_which_a_process_crashed() {
        start(TinyFunction.class, 4);
        assertThat(invoke("crash")).isInstanceOfSatisfying(Failed.class, failed -> {
            assertThat(failed.errorType()).isEqualTo("Runtime.ExitError");
            assertThat(failed.errorMessage()).endsWith("exit status 7");
        });
        assertThat(returned("again")).isEqualTo("\"again\"");
    }

    @Test
    void reports_a_function_that_does_not_start() {
        start(BrokenFunction.class, 4);
        assertThat(invoke("x")).isInstanceOfSatisfying(Failed.class, failed -> assertThat(failed.errorMessage())
                .contains("no table given"));
    }

    @Test
    void refuses_answers_above_6_megabytes() {
        start(TinyFunction.class, 4);
        assertThat(invoke("large")).isInstanceOfSatisfying(Failed.class, failed -> assertThat(failed.errorType())
                .isEqualTo("Function.ResponseSizeTooLarge"));
    }

    @Test
    void works_on_events_at_the_same_time_in_processes_of_their_own() {
        start(TinyFunction.class, 2);
        var slow = CompletableFuture.supplyAsync(() -> invoke("sleep"));
        assertThat(returned("meanwhile")).isEqualTo("\"meanwhile\"");
        assertThat(slow.join()).isInstanceOf(Failed.class);
    }

    @Test
    void leaves_no_process_behind() {
        start(TinyFunction.class, 4);
        var process = returned("pid");
        function.close();
        assertThat(isAlive(process)).isFalse();
    }

    private static boolean isAlive(String pid) {
        return ProcessHandle.of(Long.parseLong(pid))
                .filter(ProcessHandle::isAlive)
                .isPresent();
    }

    private void start(Class<?> handler, int processes) {
        var definition = new FunctionDefinition(
                "TinyFunction", "tiny", Map.of("TABLE", "a-table"), Duration.ofSeconds(2), 128, List.of(), Policy.NONE);
        var nowhere = URI.create("http://127.0.0.1:1");
        function = new LambdaFunction(
                definition,
                TinyLaunch.of(handler, definition, new FunctionEnvironment(nowhere, nowhere, nowhere), directory),
                processes);
    }

    private InvocationResult invoke(String event) {
        return function.invoke(('"' + event + '"').getBytes(StandardCharsets.UTF_8));
    }

    private String returned(String event) {
        var result = invoke(event);
        assertThat(result).isInstanceOf(Returned.class);
        return new String(((Returned) result).payload(), StandardCharsets.UTF_8);
    }
}
