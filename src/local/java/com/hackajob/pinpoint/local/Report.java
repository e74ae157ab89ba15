package com.hackajob.pinpoint.local;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** All that was measured, as people read it. */
record Report(
        LocalDate date,
        Machine machine,
        String kind,
        long artefactBytes,
        List<Figures> figures,
        List<CallCount> calls,
        int exports,
        int waiting) {

    Report {
        figures = List.copyOf(figures);
        calls = List.copyOf(calls);
    }

    String markdown() {
        return String.format(
                Locale.ROOT,
                """
                %s: %d processors, %.1f GiB of memory, %s, %s

                target/function.zip: %s, %,d bytes

                | function | task | cold start, ms | CPU of it, ms | warm, ms | CPU of it, ms | resident, MiB |
                |---|---|--:|--:|--:|--:|--:|
                %s

                Of %d exports %d had to wait for a second try.

                | a first export in a new process calls | for | times |
                |---|---|--:|
                %s
                """,
                date,
                machine.processors(),
                machine.memoryBytes() / 1024.0 / 1024 / 1024,
                machine.system(),
                machine.jdk(),
                kind,
                artefactBytes,
                figures.stream().map(Report::row).collect(Collectors.joining("\n")),
                exports,
                waiting,
                calls.stream().map(Report::row).collect(Collectors.joining("\n")));
    }

    private static String row(Figures figures) {
        return "| %s | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        figures.task().function(),
                        figures.task().name(),
                        milliseconds("%.0f", figures.coldStart()),
                        milliseconds("%.0f", figures.coldCpu()),
                        milliseconds("%.1f", figures.warm()),
                        milliseconds("%.1f", figures.warmCpu()),
                        known("%.0f", figures.residentKilobytes() / 1024.0));
    }

    private static String row(CallCount call) {
        return "| %s | %s | %d |".formatted(call.service(), call.operation(), call.calls());
    }

    private static String milliseconds(String format, Duration duration) {
        return known(format, duration.toNanos() / 1e6);
    }

    private static String known(String format, double figure) {
        return figure == 0 ? "unknown" : String.format(Locale.ROOT, format, figure);
    }
}
