package com.hackajob.pinpoint.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DistributionTest {

    @Test
    void the_median_is_the_one_in_the_middle_whatever_the_order() {
        assertThat(Distribution.of(List.of(9.0, 1.0, 2.0))).isEqualTo(new Distribution(2, 1, 9));
    }

    @Test
    void of_an_even_number_it_is_halfway_between_the_two_in_the_middle() {
        assertThat(Distribution.of(List.of(4.0, 1.0, 9.0, 2.0))).isEqualTo(new Distribution(3, 1, 9));
    }

    @Test
    void of_nothing_there_is_none() {
        assertThatThrownBy(() -> Distribution.of(List.of())).hasMessage("nothing was measured");
    }

    @Test
    void taking_an_amount_off_moves_all_of_it() {
        assertThat(new Distribution(3, 2, 5).minus(2)).isEqualTo(new Distribution(1, 0, 3));
    }

    @Test
    void reads_with_as_many_decimals_as_are_asked_for() {
        assertThat(new Distribution(1234.567, 0.5, 2000).text(1)).isEqualTo("1,234.6 (0.5 – 2,000.0)");
    }
}
