package com.hackajob.pinpoint.connection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The moments just before and just after each call of a port, in order; at each of them something can happen. */
final class Moments {

    private final List<String> passed = new ArrayList<>();
    private final Map<Integer, Runnable> events = new HashMap<>();

    /** The process ends there. */
    void dieAt(int moment) {
        at(moment, () -> {
            throw new Death();
        });
    }

    void at(int moment, Runnable event) {
        events.put(moment, event);
    }

    /** What happened so far, such as "before put". */
    List<String> passed() {
        return List.copyOf(passed);
    }

    <T> T around(String name, Supplier<T> call) {
        pass("before " + name);
        T result = call.get();
        pass("after " + name);
        return result;
    }

    private void pass(String moment) {
        passed.add(moment);
        events.getOrDefault(passed.size() - 1, () -> {}).run();
    }

    /** The end of a process: nothing catches it. */
    static final class Death extends Error {

        private static final long serialVersionUID = 1;
    }
}
