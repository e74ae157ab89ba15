package com.hackajob.pinpoint.local;

import com.hackajob.pinpoint.local.aws.Measurement;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * What one function takes for its task.
 *
 * @param coldStart from the start of its process to its first response; a median, as is its CPU time
 * @param warm a later invocation; a median
 * @param warmCpu a mean, because the system counts CPU time in steps longer than an invocation; zero where unknown
 * @param residentKilobytes memory after all that; 0 where unknown
 */
record Figures(
        Task task, Duration coldStart, Duration coldCpu, Duration warm, Duration warmCpu, long residentKilobytes) {

    static Figures of(Task task, List<Measurement> cold, List<Measurement> warm) {
        return new Figures(
                task,
                median(cold, Measurement::duration),
                median(cold, Measurement::cpu),
                median(warm, Measurement::duration),
                mean(warm, Measurement::cpu),
                warm.getLast().residentKilobytes());
    }

    private static Duration median(List<Measurement> measurements, Function<Measurement, Duration> figure) {
        return measurements.stream().map(figure).sorted().toList().get(measurements.size() / 2);
    }

    private static Duration mean(List<Measurement> measurements, Function<Measurement, Duration> figure) {
        return measurements.stream()
                .map(figure)
                .reduce(Duration.ZERO, Duration::plus)
                .dividedBy(measurements.size());
    }
}
