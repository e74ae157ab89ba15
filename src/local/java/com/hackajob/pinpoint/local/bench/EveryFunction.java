package com.hackajob.pinpoint.local.bench;

import com.hackajob.pinpoint.local.LocalCloud;
import com.hackajob.pinpoint.local.aws.Measurement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Measures each function at its typical task, in turns, so that what else the machine does meets all alike. */
record EveryFunction(LocalCloud cloud, List<Task> tasks) {

    EveryFunction {
        tasks = List.copyOf(tasks);
    }

    List<Figures> measured(Rounds rounds) {
        var cold = inTurns(rounds.functionStarts(), this::cold);
        inTurns(Math.min(10, rounds.functionCalls()), this::warm);
        var warm = inTurns(rounds.functionCalls(), this::warm);
        return tasks.stream()
                .map(task -> Figures.of(task, cold.get(task.function()), warm.get(task.function())))
                .toList();
    }

    private Map<String, List<Measurement>> inTurns(int rounds, Function<Task, Measurement> measured) {
        var measurements = new HashMap<String, List<Measurement>>();
        for (int round = 0; round < rounds; round++) {
            for (Task task : tasks) {
                measurements
                        .computeIfAbsent(task.function(), _ -> new ArrayList<>())
                        .add(measured.apply(task));
            }
        }
        return measurements;
    }

    /** With no other function's process on the machine. */
    private Measurement cold(Task task) {
        var invocation = task.prepare();
        recycle();
        return measured(task, invocation);
    }

    private Measurement warm(Task task) {
        return measured(task, task.prepare());
    }

    private Measurement measured(Task task, Runnable invocation) {
        invocation.run();
        return cloud.function(task.function()).measurements().getLast();
    }

    /** Ends all their processes. */
    void recycle() {
        tasks.forEach(each -> cloud.function(each.function()).recycle());
    }
}
