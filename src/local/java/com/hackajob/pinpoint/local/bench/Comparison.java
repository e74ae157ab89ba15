package com.hackajob.pinpoint.local.bench;

import com.hackajob.pinpoint.local.bench.Contender.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the product's figures come to beside those of its peers.
 *
 * @param webhook the function's webhook in steady state, which the peers don't take
 */
record Comparison(List<Result> results, Warm webhook) {

    Comparison {
        results = List.copyOf(results);
    }

    Optional<Result> of(Kind kind) {
        return results.stream().filter(result -> result.kind() == kind).findFirst();
    }

    private Result known(Kind kind) {
        return of(kind).orElseThrow(() -> new IllegalStateException(kind.label() + " was not measured"));
    }

    /** CPU time that is not the runtime's, in ms. Less where it is within the scatter of both. */
    Distribution own(Distribution cpu) {
        return cpu.minus(known(Kind.NO_OPERATION).warm().cpu().median());
    }

    List<Target> targets() {
        var jvm = of(Kind.OURS_JVM);
        var untuned = known(Kind.QUARKUS_UNTUNED);
        return List.of(
                new Target(
                        "JVM: CPU of a cold start ÷ that of the untuned build",
                        0.6,
                        "",
                        jvm.map(ours ->
                                ours.startCpu().median() / untuned.startCpu().median())),
                new Target("JVM: first call ÷ a call in steady state", 1.5, "", jvm.map(Result::firstToWarm)),
                new Target("JVM: CPU of its own of a warm mapping read", 0.5, " ms", jvm.map(ours -> own(ours.warm()
                                .cpu())
                        .median())),
                new Target("JVM: CPU of its own of a warm webhook", 0.4, " ms", jvm.map(_ -> own(webhook.cpu())
                        .median())),
                new Target("JVM: function.zip", 20, " MB", jvm.map(Result::size).map(Result.Size::zipMegabytes)),
                new Target(
                        "native: function.zip",
                        15,
                        " MB",
                        of(Kind.OURS_NATIVE).map(Result::size).map(Result.Size::zipMegabytes)));
    }

    BarChart coldStartCpu() {
        return chart("CPU time of a cold start", "to the first answer, ms; less is better", 0, Result::startCpu);
    }

    BarChart coldStart() {
        return chart(
                "Cold start",
                "from the start of the process to its first answer, ms; less is better",
                0,
                Result::start);
    }

    BarChart firstCall() {
        return new BarChart(
                "First call, and a call in steady state",
                "ms, after INIT; less is better",
                1,
                results.stream()
                        .flatMap(result -> Stream.of(
                                bar(result, ", first", result.firstCall()),
                                bar(result, ", steady", result.warm().call())))
                        .toList());
    }

    private static BarChart.Bar bar(Result result, String which, Distribution value) {
        return new BarChart.Bar(
                result.kind().label() + which, value, result.kind().isOurs());
    }

    BarChart warmCpu() {
        var reads = results.stream().map(result -> bar(result, "", result.warm().cpu()));
        return new BarChart(
                "CPU time of a warm call",
                "a mapping read in steady state, and our webhook, ms; less is better",
                2,
                Stream.concat(reads, Stream.of(new BarChart.Bar("our webhook", webhook.cpu(), true)))
                        .toList());
    }

    BarChart resident() {
        return new BarChart(
                "Resident memory",
                "after the first answer, and in steady state, MiB; less is better",
                0,
                results.stream()
                        .flatMap(result -> Stream.of(
                                bar(result, ", first", result.residentFirst()),
                                bar(result, ", steady", always(result.warm().resident()))))
                        .toList());
    }

    BarChart size() {
        return new BarChart(
                "What is deployed",
                "the zip or jar file, MB; less is better",
                1,
                results.stream()
                        .filter(result -> result.kind() != Kind.NO_OPERATION)
                        .map(result -> bar(result, "", always(result.size().zipMegabytes())))
                        .toList());
    }

    private static Distribution always(double value) {
        return new Distribution(value, value, value);
    }

    private BarChart chart(String title, String note, int decimals, Function<Result, Distribution> figure) {
        return new BarChart(
                title,
                note,
                decimals,
                results.stream()
                        .map(result -> bar(result, "", figure.apply(result)))
                        .toList());
    }
}
