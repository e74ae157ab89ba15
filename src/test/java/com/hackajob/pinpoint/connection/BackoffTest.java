package com.hackajob.pinpoint.connection;

import static com.hackajob.pinpoint.SettableClock.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void waits_ever_longer_up_to_half_an_hour() {
        var backoffs = Stream.iterate(after(Optional.empty()), before -> after(Optional.of(before)))
                .limit(7)
                .toList();

        assertThat(backoffs)
                .extracting(backoff -> Duration.between(START, backoff.until()).toMinutes())
                .containsExactly(1L, 2L, 5L, 15L, 30L, 30L, 30L);
        assertThat(backoffs).extracting(Backoff::step).containsExactly(1, 2, 3, 4, 5, 6, 7);
    }

    private static Backoff after(Optional<Backoff> before) {
        return Backoff.after(before, Optional.empty(), START);
    }

    @Test
    void waits_longer_where_pinpoint_asked_for_it_and_never_shorter() {
        assertThat(asked(Duration.ofMinutes(10))).isEqualTo(new Backoff(1, START.plus(Duration.ofMinutes(10))));
        assertThat(asked(Duration.ofSeconds(10))).isEqualTo(new Backoff(1, START.plus(Duration.ofMinutes(1))));
    }

    private static Backoff asked(Duration asked) {
        return Backoff.after(Optional.empty(), Optional.of(asked), START);
    }
}
