package com.hackajob.pinpoint.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.Context;
import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Lag;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.Remote;
import com.hackajob.pinpoint.SettableClock;
import com.hackajob.pinpoint.Trouble;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an invocation leaves in the log, to the letter. */
class InvocationsTest {

    private static final String HEADER = "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1";
    private static final Context CONTEXT = (Context)
            Proxy.newProxyInstance(Context.class.getClassLoader(), new Class<?>[] {Context.class}, (_, _, _) -> "r-1");

    private final SettableClock clock = new SettableClock();
    private final List<String> log = new ArrayList<>();
    private final Invocations invocations =
            new Invocations("events", new Emf("stack"), () -> Trace.of(HEADER), clock, log::add);

    @Test
    void an_invocation_leaves_one_line() {
        String came = run("GET /v1/connection", invocation -> {
            invocation
                    .concerning(new CompanyId("company-1"))
                    .with("job", "job-1")
                    .with("exports", 2);
            List.of(Remote.DYNAMODB, Remote.DYNAMODB, Remote.SQS, Remote.SECRETS, Remote.HACKAJOB, Remote.FILES)
                    .forEach(invocations::called);
            clock.pass(Duration.ofMillis(12));
        });

        assertThat(came).isEqualTo("done");
        assertThat(log)
                .containsExactly("{\"subject\":\"GET /v1/connection\",\"company\":\"company-1\",\"job\":\"job-1\","
                        + "\"exports\":2,\"outcome\":\"done\","
                        + "\"calls\":{\"dynamodb\":2,\"secrets\":1,\"sqs\":1,\"hackajob\":1,\"files\":1},"
                        + "\"millis\":12,\"pinpointMillis\":0,\"coldStart\":true,\"function\":\"events\","
                        + "\"requestId\":\"r-1\",\"trace\":\"1-5759e988-bd862e3fe1be46a994272793\"}");
    }

    @Test
    void only_the_first_of_a_process_is_a_cold_start_and_each_counts_its_own_calls() {
        run("first", _ -> invocations.called(Remote.DYNAMODB));
        run("second", _ -> {});

        assertThat(log.getLast())
                .isEqualTo("{\"subject\":\"second\",\"outcome\":\"done\",\"calls\":{},\"millis\":0,"
                        + "\"pinpointMillis\":0,\"coldStart\":false,\"function\":\"events\",\"requestId\":\"r-1\","
                        + "\"trace\":\"1-5759e988-bd862e3fe1be46a994272793\"}");
    }

    @Test
    void one_that_breaks_leaves_its_line_too() {
        assertThatThrownBy(() -> run("event", invocation -> {
                    invocation.about("candidate.accepted");
                    throw new IllegalStateException("Zoë Quirke");
                }))
                .hasMessage("Zoë Quirke");

        assertThat(log)
                .containsExactly("{\"subject\":\"candidate.accepted\",\"outcome\":\"broken\",\"calls\":{},"
                        + "\"millis\":0,\"pinpointMillis\":0,\"coldStart\":true,\"function\":\"events\","
                        + "\"requestId\":\"r-1\",\"trace\":\"1-5759e988-bd862e3fe1be46a994272793\"}");
    }

    @Test
    void tells_how_long_pinpoint_took_and_whether_it_answered() {
        run("event", _ -> {
            invocations.calling(Remote.PINPOINT, () -> take(120));
            assertThatThrownBy(() -> invocations.calling(Remote.PINPOINT, () -> {
                        take(30);
                        throw new Outage(ErrorCode.RATE_LIMITED, "Pinpoint answered 429");
                    }))
                    .isInstanceOf(Outage.class);
        });

        assertThat(log.getFirst()).contains("\"calls\":{\"pinpoint\":2},\"millis\":150,\"pinpointMillis\":150,");
        assertThat(metrics())
                .containsExactly(
                        "{\"_aws\":{\"Timestamp\":1772442000150,\"CloudWatchMetrics\":[{\"Namespace\":\"stack\","
                                + "\"Dimensions\":[[]],\"Metrics\":[{\"Name\":\"PinpointLatency\",\"Unit\":\"Milliseconds\"},"
                                + "{\"Name\":\"PinpointErrors\",\"Unit\":\"Count\"}]}]},"
                                + "\"PinpointLatency\":[120,30],\"PinpointErrors\":[0,1],\"function\":\"events\","
                                + "\"requestId\":\"r-1\",\"trace\":\"1-5759e988-bd862e3fe1be46a994272793\"}");
    }

    @Test
    void counts_exports_by_their_outcome() {
        run("company.due", invocation -> {
            invocation.tally().exported("verified");
            invocation.tally().exported("held");
            invocation.tally().exported("verified");
        });

        assertThat(metrics()).containsExactly(exports("held", 1), exports("verified", 2));
    }

    private static String exports(String outcome, int count) {
        return ("{\"_aws\":{\"Timestamp\":1772442000000,\"CloudWatchMetrics\":[{\"Namespace\":\"stack\","
                        + "\"Dimensions\":[[\"outcome\"]],\"Metrics\":[{\"Name\":\"ExportsByOutcome\",\"Unit\":\"Count\"}]}]},"
                        + "\"outcome\":\"%s\",\"ExportsByOutcome\":%d,\"function\":\"events\",\"requestId\":\"r-1\","
                        + "\"trace\":\"1-5759e988-bd862e3fe1be46a994272793\"}")
                .formatted(outcome, count);
    }

    @Test
    void tells_lags_and_the_oldest_that_waits() {
        run("event", _ -> {
            invocations.lag(Lag.ACCEPTED_TO_VERIFIED, Duration.ofMillis(2_345));
            invocations.oldestWaiting(Duration.ofMillis(61_900));
        });

        assertThat(metrics().getFirst())
                .contains("{\"Name\":\"OldestWaitingSeconds\",\"Unit\":\"Seconds\"}")
                .contains("{\"Name\":\"LagAcceptedToVerified\",\"Unit\":\"Milliseconds\"}")
                .contains("\"OldestWaitingSeconds\":[61],\"LagAcceptedToVerified\":[2345],");
    }

    @Test
    void counts_connections_that_need_somebody() {
        run("connection.poll", _ -> {
            invocations.noticed(Trouble.CONNECTION_ATTENTION);
            invocations.noticed(Trouble.WEBHOOK_SILENCE);
        });

        assertThat(metrics().getFirst())
                .contains("{\"Name\":\"ConnectionAttention\",\"Unit\":\"Count\"}")
                .contains("{\"Name\":\"WebhookSilence\",\"Unit\":\"Count\"}")
                .contains("\"ConnectionAttention\":[1],\"WebhookSilence\":[1],");
    }

    @Test
    void every_document_is_in_the_embedded_metric_format_however_much_was_measured() {
        run("event", invocation -> {
            IntStream.range(0, 250).forEach(_ -> invocations.calling(Remote.PINPOINT, () -> take(1)));
            invocations.lag(Lag.ACCEPTED_TO_VERIFIED, Duration.ofSeconds(2));
            invocations.oldestWaiting(Duration.ZERO);
            invocation.tally().exported("verified");
        });

        assertThat(metrics()).hasSize(4).allSatisfy(document -> assertThat(EmfRules.breaches(document))
                .isEmpty());
        assertThat(metrics().stream()
                        .mapToInt(
                                document -> document.split("PinpointLatency\":\\[")[1].split("]")[0].split(",").length)
                        .limit(3))
                .containsExactly(100, 100, 50);
    }

    @Test
    void passes_on_and_names_only_what_looks_like_a_trace() {
        assertThat(invocations.traceHeader()).contains(HEADER);
        assertThat(Trace.of("Root=1-5759e988-bd862e3fe1be46a994272793").root())
                .contains("1-5759e988-bd862e3fe1be46a994272793");
        assertThat(Trace.of("Self=1-1-1;Root=zoe.quirke").header()).contains("Self=1-1-1;Root=zoe.quirke");
        assertThat(Trace.of("Self=1-1-1;Root=zoe.quirke").root()).isEmpty();
        String chained = HEADER + ";Lineage=a87bd80c:1|68fd508a:5|c512fbe3:2";
        assertThat(Trace.of(chained).header()).contains(chained);
        assertThat(Trace.of("Root=1\r\nX-Evil: 1").header()).isEmpty();
        assertThat(Trace.of("x".repeat(257)).header()).isEmpty();
        assertThat(Trace.of(null).header()).isEmpty();
        assertThat(Trace.ofThisInvocation().header()).isEmpty();
    }

    private String run(String subject, Consumer<Invocation> work) {
        return invocations.run(
                CONTEXT,
                subject,
                invocation -> {
                    work.accept(invocation);
                    return "done";
                },
                outcome -> outcome);
    }

    private String take(long millis) {
        clock.pass(Duration.ofMillis(millis));
        return "answer";
    }

    /** All but the line. */
    private List<String> metrics() {
        return log.subList(1, log.size());
    }
}
