package com.hackajob.pinpoint.local.bench;

import com.hackajob.pinpoint.local.LocalCloud;
import java.util.List;

/**
 * What one operation asks of other services, in a new process, whose first steps call too.
 *
 * @param name as people call it
 */
record Operation(String name, List<CallCount> calls) {

    Operation {
        calls = List.copyOf(calls);
    }

    /** Those whose calls are held to a baseline. */
    static List<Operation> counted(LocalCloud cloud, Tasks tasks) {
        return tasks.counted().stream().map(task -> counted(cloud, task)).toList();
    }

    static Operation counted(LocalCloud cloud, Task task) {
        var invocation = task.prepare();
        cloud.function(task.function()).recycle();
        cloud.forgetCalls();
        cloud.pinpoint().forgetRequests();
        cloud.hackajob().forgetRequests();
        invocation.run();
        return new Operation(task.name(), CallCount.of(task.function(), cloud));
    }

    long total() {
        return calls.stream().mapToLong(CallCount::calls).sum();
    }
}
