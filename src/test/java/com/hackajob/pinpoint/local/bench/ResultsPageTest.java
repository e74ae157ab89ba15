package com.hackajob.pinpoint.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.local.aws.Measurement;
import com.hackajob.pinpoint.local.bench.Contender.Kind;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is measured, as it is printed. */
class ResultsPageTest {

    private static final Machine MACHINE =
            new Machine(2, "AMD EPYC", 24L * 1024 * 1024 * 1024, "Linux 6.1 amd64", "OpenJDK 25");

    @Test
    void says_when_and_where_it_was_measured() {
        assertThat(page(false))
                .contains(
                        "2026-03-01, 2 processors (AMD EPYC), 24.0 GiB of memory, Linux 6.1 amd64, OpenJDK 25\n\n## Targets")
                .startsWith("<!-- Written by ./mvnw -Pbench");
    }

    @Test
    void says_when_its_figures_mean_nothing() {
        assertThat(page(true))
                .contains(
                        "OpenJDK 25\n\n**A trial run with far too few rounds: these figures mean nothing.**\n\n## Targets");
    }

    @Test
    void holds_what_was_measured_to_the_targets() {
        assertThat(page(false)).contains("""
                        | target | at most | measured | |
                        |---|--:|--:|---|
                        | JVM: CPU of a cold start ÷ that of the untuned build | ≤ 0.6 | 0.50 | reached, 17 % below |
                        | JVM: first call ÷ a call in steady state | ≤ 1.5 | 10.00 | missed: 6.67 times the limit |
                        | JVM: CPU of its own of a warm mapping read | ≤ 0.5 ms | 0.75 ms | missed: 1.50 times the limit |
                        | JVM: CPU of its own of a warm webhook | ≤ 0.4 ms | 0.20 ms | reached, 50 % below |
                        | JVM: function.zip | ≤ 20.0 MB | 18.00 MB | reached, 10 % below |
                        | native: function.zip | ≤ 15.0 MB | – | not built |
                        """);
    }

    @Test
    void shows_the_contenders_beside_each_other_and_what_was_not_built() {
        assertThat(page(false)).contains("""
                        | hackajob ↔ Pinpoint, JVM | 1,000 (900 – 1,100) | 1,500 (1,400 – 1,600) | 980 (880 – 1,080) | 20.0 (19.0 – 21.0) | 8.0 (7.0 – 9.0) | 10.0 | 100 (99 – 101) | 1 |
                        | hackajob ↔ Pinpoint, native | not built |
                        | Quarkus, untuned | 2,000 (1,900 – 2,100) | 3,000 (2,900 – 3,100) |""", """
                        | hackajob ↔ Pinpoint, JVM | 2.00 (1.90 – 2.10) | 1.00 (0.90 – 1.10) | 0.75 (0.65 – 0.85) | 120 |
                        """, """
                        | runtime client alone | 0.50 (0.40 – 0.60) | 0.25 (0.15 – 0.35) | 0.00 (-0.10 – 0.10) | 30 |
                        | webhook of hackajob ↔ Pinpoint | 3.00 (2.00 – 4.00) | 0.45 (0.40 – 0.50) | 0.20 (0.15 – 0.25) | 110 |
                        """, """
                        | hackajob ↔ Pinpoint, JVM | 18.0 | – |
                        | hackajob ↔ Pinpoint, native | not built |
                        | Quarkus, untuned | 25.0 | – |
                        | plain Java | not built |
                        | runtime client alone | in the same file | – |
                        """);
    }

    @Test
    void shows_every_function_and_the_calls_of_operations() {
        assertThat(page(false)).contains("""
                        | exports | GET /v1/exports/{id} | 1,000 (900 – 1,500) | 750 (700 – 800) | 4.5 (3.0 – 9.0) | 2.5 (0.0 – 10.0) | 150 |

                        Of 50 exports 1 had to wait for a second try.

                        Moves took no time.
                        """, """
                        | a first export | dynamodb | UpdateItem | 2 |
                        | a first export | hackajob files | GET | 1 |
                        """);
    }

    private static String page(boolean isQuick) {
        var cold = List.of(measurement(900, 700), measurement(1500, 800), measurement(1000, 750));
        var warm = List.of(measurement(3, 0), measurement(9, 10), measurement(4, 2), measurement(5, 3));
        return new ResultsPage(
                        LocalDate.of(2026, 3, 1),
                        MACHINE,
                        new Rounds(isQuick, 7, 2000, 6, 500, 3, 50),
                        new Comparison(
                                List.of(
                                        result(Kind.OURS_JVM, 1, 18_000_000),
                                        result(Kind.QUARKUS_UNTUNED, 2, 25_000_000),
                                        result(Kind.NO_OPERATION, 0.25, 9_000_000)),
                                new Warm(new Distribution(3, 2, 4), new Distribution(0.45, 0.4, 0.5), 110)),
                        List.of(Figures.of(new Task("exports", "GET /v1/exports/{id}", () -> () -> {}), cold, warm)),
                        "Of 50 exports 1 had to wait for a second try.",
                        List.of(new Operation(
                                "a first export",
                                List.of(
                                        new CallCount("dynamodb", "UpdateItem", 2),
                                        new CallCount("hackajob files", "GET", 1)))),
                        "Moves took no time.\n")
                .markdown();
    }

    private static Result result(Kind kind, double scale, long zipBytes) {
        return new Result(
                kind,
                around(1000 * scale, 100),
                around(1500 * scale, 100),
                around(980 * scale, 100),
                around(20 * scale, 1),
                around(8 * scale, 1),
                around(100 * scale, 1),
                new Warm(around(2 * scale, 0.1), around(scale, 0.1), 120 * scale),
                new Result.Size(zipBytes, 0),
                1);
    }

    private static Distribution around(double median, double scatter) {
        return new Distribution(median, median - scatter, median + scatter);
    }

    private static Measurement measurement(long milliseconds, long cpuMilliseconds) {
        return new Measurement(
                false, Duration.ofMillis(milliseconds), Duration.ZERO, Duration.ofMillis(cpuMilliseconds), 150 * 1024L);
    }
}
