package com.hackajob.pinpoint.local.aws;

import static com.hackajob.pinpoint.local.aws.Fixtures.aTemplate;
import static com.hackajob.pinpoint.local.aws.Fixtures.aTemplateWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ATemplateTest {

    private static final String WORK_QUEUE = "http://127.0.0.1:9324/000000000000/local-work.fifo";

    @Test
    void gives_each_function_its_environment_with_the_globals_folded_in() {
        assertThat(function("echo").environment())
                .isEqualTo(
                        Map.of("TABLE", "local-Table", "STAGE", "test-stage", "HANDLER", "echo", "QUEUE", WORK_QUEUE));
        assertThat(function("work").environment()).containsEntry("WHERE", "eu-west-1/local-work.fifo");
    }

    @Test
    void takes_time_outs_and_memory_from_the_function_else_from_the_globals() {
        assertThat(function("echo").timeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(function("work").timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(function("work").memoryMegabytes()).isEqualTo(256);
    }

    @Test
    void follows_conditions() {
        assertThat(names(aTemplate())).containsExactly("echo", "work");
        var live = aTemplateWith(Map.of("Stage", "live"));
        assertThat(names(live)).containsExactly("echo", "work", "liveonly");
        assertThat(live.functions().getFirst().environment()).containsEntry("ONLY_WHEN_LIVE", "yes");
    }

    @Test
    void knows_what_invokes_a_function() {
        assertThat(function("work").sources())
                .containsExactly(
                        new EventSource.Queue("arn:aws:sqs:eu-west-1:000000000000:local-work.fifo", 3, true, 1_000),
                        new EventSource.Rate(Duration.ofMinutes(5)));
    }

    @Test
    void reads_the_routes_of_the_document_it_includes() {
        var user = Optional.of(new JwtRule(Fixtures.ISSUER, List.of("the-api")));
        assertThat(aTemplate().api().routes())
                .containsExactly(
                        new Route("GET", new PathPattern("/v1/jobs/{jobId}/mapping"), "echo", user),
                        new Route("PUT", new PathPattern("/v1/jobs/{jobId}/mapping"), "echo", user),
                        new Route("GET", new PathPattern("/v1/jobs/all/mapping"), "echo", user),
                        new Route("ANY", new PathPattern("/public/{token}"), "echo", Optional.empty()));
    }

    @Test
    void names_queues_and_their_dead_letter_queue() {
        assertThat(aTemplate().queues())
                .extracting(QueueDefinition::name)
                .containsExactly("local-work.fifo", "local-DeadLetterQueue.fifo");
        assertThat(aTemplate().queue("WorkQueue").attributes())
                .containsEntry("VisibilityTimeout", "30")
                .containsEntry(
                        "RedrivePolicy",
                        "{\"deadLetterTargetArn\":\"arn:aws:sqs:eu-west-1:000000000000:local-DeadLetterQueue.fifo\","
                                + "\"maxReceiveCount\":2}")
                .doesNotContainKey("DeduplicationScope");
    }

    @Test
    void refuses_a_parameter_it_does_not_declare() {
        assertThatThrownBy(() -> aTemplateWith(Map.of("Isuer", "x"))).hasMessage("The template has no parameter Isuer");
    }

    private static FunctionDefinition function(String name) {
        return aTemplate().functions().stream()
                .filter(function -> function.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(Template template) {
        return template.functions().stream().map(FunctionDefinition::name).toList();
    }
}
