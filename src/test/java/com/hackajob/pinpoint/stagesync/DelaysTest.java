package com.hackajob.pinpoint.stagesync;

import static com.hackajob.pinpoint.SettableClock.START;
import static com.hackajob.pinpoint.export.ExportFixtures.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.export.ExportFixtures;
import com.hackajob.pinpoint.export.Times;
import com.hackajob.pinpoint.stagesync.Track.Standing.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class DelaysTest {

    /** Of all the jitter there may be, none. */
    private static final RandomGenerator NO_JITTER = () -> 0;

    private final Delays delays = new Delays(ExportFixtures.TIMES, NO_JITTER, InstantSource.fixed(START));

    @Test
    void waits_longer_after_each_failure_and_then_an_hour_for_ever() {
        List<Duration> waits = new ArrayList<>();
        List<Integer> failures = new ArrayList<>();
        Track track = aTrack();
        for (int failure = 1; failure <= 8; failure++) {
            Waiting waiting = delays.retry(track, Optional.of(ErrorCode.PINPOINT_UNAVAILABLE));
            waits.add(Duration.between(START, waiting.until()));
            failures.add(waiting.failures());
            track = track.with(waiting);
        }

        assertThat(waits).extracting(Duration::toMinutes).containsExactly(1L, 2L, 5L, 15L, 30L, 60L, 60L, 60L);
        assertThat(failures).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void waits_as_long_as_pinpoint_asks() {
        var outage = new Outage(ErrorCode.RATE_LIMITED, "slow down", Optional.of(Duration.ofMinutes(7)));

        assertThat(delays.retry(aTrack(), outage))
                .isEqualTo(new Waiting(START.plusSeconds(7 * 60), Optional.of(ErrorCode.RATE_LIMITED), 1));
    }

    @Test
    void what_was_read_less_than_its_time_ago_is_fresh() {
        Instant readAt = START.minus(Times.FRESH);

        assertThat(delays.isFresh(readAt.plusMillis(1), START)).isTrue();
        assertThat(delays.isFresh(readAt, START)).isFalse();
    }

    private static Track aTrack() {
        return Track.fresh(KEY);
    }
}
