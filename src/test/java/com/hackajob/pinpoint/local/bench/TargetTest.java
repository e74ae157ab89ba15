package com.hackajob.pinpoint.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TargetTest {

    @Test
    void below_its_limit_it_is_reached_and_says_by_how_much() {
        assertThat(target(15.0).row()).isEqualTo("| function.zip | ≤ 20.0 MB | 15.00 MB | reached, 25 % below |");
    }

    @Test
    void at_its_limit_it_is_reached() {
        assertThat(target(20.0).verdict()).isEqualTo("reached, 0 % below");
    }

    @Test
    void above_its_limit_it_is_missed_and_says_how_many_times() {
        assertThat(target(31.2).verdict()).isEqualTo("missed: 1.56 times the limit");
    }

    @Test
    void what_was_not_built_reached_nothing() {
        assertThat(new Target("native", 15, " MB", Optional.empty()).row())
                .isEqualTo("| native | ≤ 15.0 MB | – | not built |");
    }

    private static Target target(double measured) {
        return new Target("function.zip", 20, " MB", Optional.of(measured));
    }
}
