package com.hackajob.pinpoint.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.hackajob.pinpoint.simulation.Checker.Finding;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The simulation finds mistakes: each of these is put in, and the checker has to see what it does. */
class SeededBugsTest {

    @TestFactory
    Stream<DynamicTest> is_found_out() {
        Map<SeededBug, Future<Optional<Finding>>> found = new EnumMap<>(SeededBug.class);
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (SeededBug bug : SeededBug.values()) {
                found.put(bug, workers.submit(() -> Simulations.firstFinding(plans(), bug::bug)));
            }
        }
        return found.entrySet().stream()
                .map(bug -> dynamicTest(
                        bug.getKey().name().toLowerCase(Locale.ROOT),
                        () -> assertThat(bug.getValue().get()).isPresent()));
    }

    @Test
    void there_are_at_least_thirty() {
        assertThat(SeededBug.values()).hasSizeGreaterThanOrEqualTo(30);
    }

    private static Stream<Plan> plans() {
        Plan plain = Plan.without(Plan.SKEWS.getLast());
        return Stream.of(
                        Plan.randoms(1, 500),
                        Plan.singles(plain),
                        Plan.randoms(501, 2500),
                        Plan.singles(plain.with(Plan.Cast.STORIES)))
                .flatMap(plans -> plans);
    }
}
