package com.hackajob.pinpoint.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.local.aws.Measurement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is measured, as it is printed. */
class ReportTest {

    private static final Machine MACHINE = new Machine(2, 24L * 1024 * 1024 * 1024, "Linux 6.1 amd64", "OpenJDK 25");

    @Test
    void prints_a_table_of_the_functions_and_one_of_the_calls_of_an_export() {
        var cold = List.of(measurement(900, 700), measurement(1500, 800), measurement(1000, 750));
        var warm = List.of(measurement(3, 0), measurement(9, 10), measurement(4, 0), measurement(5, 0));
        var report = new Report(
                LocalDate.of(2026, 3, 1),
                MACHINE,
                "JVM",
                30_014_548,
                List.of(Figures.of(task("exports", "GET /v1/exports/{id}"), cold, warm)),
                List.of(new CallCount("dynamodb", "UpdateItem", 2), new CallCount("hackajob files", "GET", 1)),
                50,
                1);

        assertThat(report.markdown()).isEqualTo("""
                        2026-03-01: 2 processors, 24.0 GiB of memory, Linux 6.1 amd64, OpenJDK 25

                        target/function.zip: JVM, 30,014,548 bytes

                        | function | task | cold start, ms | CPU of it, ms | warm, ms | CPU of it, ms | resident, MiB |
                        |---|---|--:|--:|--:|--:|--:|
                        | exports | GET /v1/exports/{id} | 1000 | 750 | 5.0 | 2.5 | 150 |

                        Of 50 exports 1 had to wait for a second try.

                        | a first export in a new process calls | for | times |
                        |---|---|--:|
                        | dynamodb | UpdateItem | 2 |
                        | hackajob files | GET | 1 |
                        """);
    }

    @Test
    void says_what_the_system_does_not_tell() {
        var nothingKnown = List.of(new Measurement(false, Duration.ofMillis(7), Duration.ZERO, 0));
        var report = new Report(
                LocalDate.of(2026, 3, 1),
                MACHINE,
                "native",
                1,
                List.of(Figures.of(task("events", "a first export"), nothingKnown, nothingKnown)),
                List.of(),
                0,
                0);

        assertThat(report.markdown().lines())
                .contains("| events | a first export | 7 | unknown | 7.0 | unknown | unknown |");
    }

    private static Task task(String function, String name) {
        return new Task(function, name, () -> () -> {});
    }

    private static Measurement measurement(long milliseconds, long cpuMilliseconds) {
        return new Measurement(false, Duration.ofMillis(milliseconds), Duration.ofMillis(cpuMilliseconds), 150 * 1024L);
    }
}
