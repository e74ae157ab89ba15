package com.hackajob.pinpoint.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TurnsTest {

    @Test
    void those_that_are_not_queued_come_first_in_the_order_of_their_time() {
        assertThat(turns(Stream.of("q1", "a", "q2", "b"))).containsExactly("a", "b", "q1", "q2");
    }

    @Test
    void one_that_is_queued_has_the_last_place_however_many_others_there_are() {
        assertThat(turns(Stream.of("q1", "a", "b", "c", "d", "e", "f"))).containsExactly("a", "b", "c", "d", "q1");
    }

    @Test
    void without_queued_ones_all_places_are_the_others() {
        assertThat(turns(Stream.of("a", "b", "c", "d", "e", "f"))).containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    void a_queued_one_behind_as_many_others_as_there_are_places_is_not_looked_for() {
        assertThat(turns(Stream.of("a", "b", "c", "d", "e", "q1"))).containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    void queued_ones_alone_fill_all_places() {
        assertThat(turns(IntStream.range(1, 9).mapToObj(number -> "q" + number)))
                .containsExactly("q1", "q2", "q3", "q4", "q5");
    }

    @Test
    void nobody_due_is_nobody() {
        assertThat(turns(Stream.of())).isEmpty();
    }

    private static List<String> turns(Stream<String> due) {
        return Turns.of(due, name -> name.startsWith("q"), 5);
    }
}
