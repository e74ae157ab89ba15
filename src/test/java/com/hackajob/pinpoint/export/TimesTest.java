package com.hackajob.pinpoint.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimesTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void nobody_else_creates_for_lease_and_function_and_settling_time() {
        assertThat(ExportFixtures.TIMES.untilVisible()).isEqualTo(Duration.ofSeconds(270));
    }

    @Test
    void the_lease_outlasts_the_function() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Times(MINUTE, MINUTE, MINUTE));
    }

    @Test
    void nobody_creates_after_a_lost_answer_before_s_is_over_by_every_workers_clock() {
        assertThat(ExportFixtures.TIMES.untilSettled()).isEqualTo(Duration.ofSeconds(120 + 5));
    }

    @Test
    void adds_up_to_a_tenth_to_the_planned_wait() {
        var random = new SplittableRandom(7);

        var waits = IntStream.range(0, 1000)
                .mapToObj(_ -> Times.retry(0, outage(Optional.empty()), random).orElseThrow())
                .toList();

        assertThat(waits).allSatisfy(wait -> assertThat(wait).isBetween(MINUTE, Duration.ofSeconds(66)));
        assertThat(waits.stream().distinct()).hasSizeGreaterThan(500);
    }

    @Test
    void waits_ever_longer_for_over_fifteen_hours_in_nine_steps() {
        var waits = IntStream.range(0, 9)
                .mapToObj(failures ->
                        Times.retry(failures, outage(Optional.empty()), () -> 0).orElseThrow())
                .toList();

        assertThat(waits).isSorted();
        assertThat(waits.stream().reduce(Duration.ZERO, Duration::plus)).isGreaterThan(Duration.ofHours(15));
        assertThat(Times.retry(9, outage(Optional.empty()), () -> 0)).isEmpty();
    }

    @Test
    void waits_longer_where_that_was_asked_for_and_never_shorter() {
        assertThat(Times.retry(0, outage(Optional.of(Duration.ofMinutes(3))), () -> 0))
                .contains(Duration.ofMinutes(3));
        assertThat(Times.retry(0, outage(Optional.of(Duration.ofSeconds(3))), () -> 0))
                .contains(MINUTE);
    }

    @Test
    void another_export_is_begun_while_most_of_a_functions_time_is_left() {
        var deployed = new Times(Duration.ofSeconds(210), Duration.ofSeconds(180), Duration.ofSeconds(120));

        assertThat(deployed.oneExport()).isEqualTo(Duration.ofSeconds(150));
    }

    private static Outage outage(Optional<Duration> retryAfter) {
        return new Outage(ErrorCode.RATE_LIMITED, "slow down", retryAfter);
    }
}
