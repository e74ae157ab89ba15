package com.hackajob.pinpoint.local.bench;

import com.hackajob.pinpoint.local.aws.Measurement;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one function of the product takes for its task.
 *
 * @param coldStart from the start of its process to its first answer, in ms; {@code coldCpu} is the CPU time of that
 * @param warm a later invocation, in ms; {@code warmCpu} is its CPU time
 * @param resident memory after all that, in MiB
 */
record Figures(
        Task task,
        Distribution coldStart,
        Distribution coldCpu,
        Distribution warm,
        Distribution warmCpu,
        double resident) {

    static Figures of(Task task, List<Measurement> cold, List<Measurement> warm) {
        return new Figures(
                task,
                distribution(cold, measurement -> ColdStarts.milliseconds(measurement.duration())),
                distribution(cold, measurement -> ColdStarts.milliseconds(measurement.cpu())),
                distribution(warm, measurement -> ColdStarts.milliseconds(measurement.duration())),
                distribution(warm, measurement -> ColdStarts.milliseconds(measurement.cpu())),
                warm.getLast().residentKilobytes() / 1024.0);
    }

    private static Distribution distribution(List<Measurement> measurements, ToDoubleFunction<Measurement> figure) {
        return Distribution.of(measurements.stream().map(figure::applyAsDouble).toList());
    }

    /** A row of a table in Markdown. */
    String row() {
        return "| %s | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        task.function(),
                        task.name(),
                        coldStart.text(0),
                        coldCpu.text(0),
                        warm.text(1),
                        warmCpu.text(1),
                        Distribution.number(resident, 0));
    }
}
