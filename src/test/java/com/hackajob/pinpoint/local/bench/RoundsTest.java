package com.hackajob.pinpoint.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.Test;

class RoundsTest {

    private final Properties properties = new Properties();

    @Test
    void usually_warms_up_with_2000_calls() {
        assertThat(Rounds.of(properties)).isEqualTo(new Rounds(false, 7, 2000, 5, 400, 3, 50));
    }

    @Test
    void what_a_profile_passes_on_though_nobody_said_it_counts_for_nothing() {
        properties.setProperty("quick", "");
        properties.setProperty("bench.cold", "");

        assertThat(Rounds.of(properties)).isEqualTo(Rounds.of(new Properties()));
    }

    @Test
    void quickly_it_only_shows_that_it_runs() {
        properties.setProperty("quick", "true");

        assertThat(Rounds.of(properties)).isEqualTo(new Rounds(true, 2, 40, 2, 20, 1, 5));
    }

    @Test
    void each_number_can_be_chosen() {
        properties.setProperty("bench.cold", "1");
        properties.setProperty("bench.warm-ups", "2");
        properties.setProperty("bench.blocks", "3");
        properties.setProperty("bench.calls", "4");
        properties.setProperty("bench.function-starts", "5");
        properties.setProperty("bench.function-calls", "6");

        assertThat(Rounds.of(properties)).isEqualTo(new Rounds(false, 1, 2, 3, 4, 5, 6));
    }
}
