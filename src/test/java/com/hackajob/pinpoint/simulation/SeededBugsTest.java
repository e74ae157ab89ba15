package com.hackajob.pinpoint.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The simulation finds mistakes: each of these is put in, and the checker has to see what it does. */
class SeededBugsTest {

    @TestFactory
    Stream<DynamicTest> is_found_out() {
        return Stream.of(SeededBug.values())
                .map(bug -> dynamicTest(bug.name().toLowerCase(Locale.ROOT), () -> assertThat(
                                Simulations.firstFinding(plans(), bug::bug))
                        .isPresent()));
    }

    @Test
    void there_are_at_least_thirty() {
        assertThat(SeededBug.values()).hasSizeGreaterThanOrEqualTo(30);
    }

    private static Stream<Plan> plans() {
        return Stream.concat(Plan.singles(Plan.without(Plan.SKEWS.getLast())), Plan.randoms(1, 3000));
    }
}
