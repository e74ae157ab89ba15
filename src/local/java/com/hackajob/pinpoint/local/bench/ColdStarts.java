package com.hackajob.pinpoint.local.bench;

import com.hackajob.pinpoint.local.aws.Measurement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** New processes of one contender, each with its first calls. */
final class ColdStarts {

    /** What follows the first call in a process that is still young: most of Lambda's processes get no older. */
    private static final int EARLY_CALLS = 10;

    private final List<Measurement> first = new ArrayList<>();
    private final List<Double> early = new ArrayList<>();

    /** Starts a process, has it answer its first calls, and ends it. */
    void measure(Contender contender) {
        var function = contender.function();
        function.recycle();
        contender.invoke();
        first.add(function.measurements().getLast());
        var calls = new ArrayList<Double>();
        for (int call = 0; call < EARLY_CALLS; call++) {
            contender.invoke();
            calls.add(milliseconds(function.measurements().getLast().duration()));
        }
        early.add(Distribution.of(calls).median());
        function.recycle();
    }

    /** From the start of the process to its first answer, in ms. */
    Distribution start() {
        return distribution(measurement -> milliseconds(measurement.duration()));
    }

    /** CPU time of that, in ms. */
    Distribution cpu() {
        return distribution(measurement -> milliseconds(measurement.cpu()));
    }

    /** From the start of the process until it asks for its first event, in ms. */
    Distribution init() {
        return distribution(measurement -> milliseconds(measurement.init()));
    }

    /** From there to the first answer, in ms. */
    Distribution firstCall() {
        return distribution(measurement -> milliseconds(measurement.handling()));
    }

    /** The median of the second to the eleventh call, in ms. */
    Distribution earlyCalls() {
        return Distribution.of(early);
    }

    /** Memory after the first answer, in MiB. */
    Distribution resident() {
        return distribution(measurement -> measurement.residentKilobytes() / 1024.0);
    }

    private Distribution distribution(ToDoubleFunction<Measurement> figure) {
        return Distribution.of(first.stream().map(figure::applyAsDouble).toList());
    }

    static double milliseconds(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
