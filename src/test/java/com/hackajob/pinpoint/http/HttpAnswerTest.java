package com.hackajob.pinpoint.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code Retry-After} as in RFC 9110, section 10.2.3; the oldest of its dates nobody sends. */
class HttpAnswerTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0",
                "7|7",
                " 7 |7",
                "3600|3600",
                "3601|3600",
                "43200|3600",
                "999999999|3600",
                "Mon, 02 Mar 2026 09:00:30 GMT|30",
                "Monday, 02-Mar-26 09:00:30 GMT|30",
                "Tue, 03 Mar 2026 09:00:00 GMT|3600"
            })
    void hears_how_long_to_wait_up_to_an_hour(String value, long seconds) {
        assertThat(answer(value).retryAfter(NOW)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.5", "9999999999", "soon", "Mon, 02 Mar 2026 09:00:00 GMT", "7\r\n8"})
    void takes_anything_else_for_no_wish(String value) {
        assertThat(answer(value).retryAfter(NOW)).isEmpty();
    }

    @Test
    void wishes_nothing_by_itself() {
        assertThat(new HttpAnswer(503, Optional.empty(), new byte[0]).retryAfter(NOW))
                .isEmpty();
    }

    private static HttpAnswer answer(String retryAfter) {
        return new HttpAnswer(503, Optional.of(retryAfter), new byte[0]);
    }
}
