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
record Figures(Task task, double coldStart, double coldCpu, double warm, double warmCpu, double resident) {

    static Figures of(Task task, List<Measurement> cold, List<Measurement> warm) {
        return new Figures(
                task,
                median(cold, measurement -> ColdStarts.milliseconds(measurement.duration())),
                median(cold, measurement -> ColdStarts.milliseconds(measurement.cpu())),
                median(warm, measurement -> ColdStarts.milliseconds(measurement.duration())),
                median(warm, measurement -> ColdStarts.milliseconds(measurement.cpu())),
                warm.getLast().residentKilobytes() / 1024.0);
    }

    private static double median(List<Measurement> measurements, ToDoubleFunction<Measurement> figure) {
        return Distribution.of(measurements.stream().map(figure::applyAsDouble).toList())
                .median();
    }

    /** A row of a table in Markdown. */
    String row() {
        return "| %s | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        task.function(),
                        task.name(),
                        Distribution.number(coldStart, 0),
                        Distribution.number(coldCpu, 0),
                        Distribution.number(warm, 1),
                        Distribution.number(warmCpu, 1),
                        Distribution.number(resident, 0));
    }
}
