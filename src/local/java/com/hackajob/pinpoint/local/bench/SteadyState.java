package com.hackajob.pinpoint.local.bench;

import com.hackajob.pinpoint.local.aws.LambdaFunction;
import com.hackajob.pinpoint.local.aws.Measurement;
import java.util.ArrayList;
import java.util.List;

/** One warm process that does the same again and again. */
final class SteadyState {

    private final LambdaFunction function;
    private final Runnable invocation;
    private final List<Double> times = new ArrayList<>();
    private final List<Double> cpu = new ArrayList<>();

    SteadyState(LambdaFunction function, Runnable invocation) {
        this.function = function;
        this.invocation = invocation;
    }

    static SteadyState of(Contender contender) {
        return new SteadyState(contender.function(), contender::invoke);
    }

    void warmUp(int calls) {
        for (int call = 0; call < calls; call++) {
            invocation.run();
        }
    }

    /** CPU time is read before and after the whole block, whatever thread of the process spends it. */
    void measureBlock(int calls) {
        var before = function.use().cpu();
        warmUp(calls);
        cpu.add(ColdStarts.milliseconds(function.use().cpu().minus(before)) / calls);
        times.add(Distribution.of(last(calls)).median());
    }

    private List<Double> last(int calls) {
        var all = function.measurements();
        return all.subList(all.size() - calls, all.size()).stream()
                .map(Measurement::duration)
                .map(ColdStarts::milliseconds)
                .toList();
    }

    /** What came of all blocks so far, with the memory held now. */
    Warm measured() {
        return new Warm(
                Distribution.of(times), Distribution.of(cpu), function.use().residentKilobytes() / 1024.0);
    }
}
