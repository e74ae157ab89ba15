package com.hackajob.pinpoint.local.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hackajob.pinpoint.local.StandingClock;
import com.hackajob.pinpoint.local.aws.InvocationResult.Failed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private final List<JsonNode> events = new ArrayList<>();

    @Test
    void invokes_the_function_when_told_to_with_the_event_that_eventbridge_sends() {
        try (var schedule = new Schedule(
                new EventSource.Rate(Duration.ofMinutes(1)), this::invoke, new StandingClock("2026-03-01T09:00:00Z"))) {
            assertThat(schedule.tick()).isEqualTo(new Failed("done", ""));
        }
        var event = events.getFirst();
        assertThat(event.path("source").asText()).isEqualTo("aws.events");
        assertThat(event.path("detail-type").asText()).isEqualTo("Scheduled Event");
        assertThat(event.path("time").asText()).isEqualTo("2026-03-01T09:00:00Z");
        assertThat(event.path("detail").isObject()).isTrue();
    }

    @Test
    void reads_rates() {
        assertThat(EventSource.Rate.of("rate(1 minute)").every()).isEqualTo(Duration.ofMinutes(1));
        assertThat(EventSource.Rate.of("rate(2 hours)").every()).isEqualTo(Duration.ofHours(2));
        assertThat(EventSource.Rate.of("rate(7 days)").every()).isEqualTo(Duration.ofDays(7));
    }

    private InvocationResult invoke(byte[] event) {
        events.add(Json.read(event));
        return new Failed("done", "");
    }
}
