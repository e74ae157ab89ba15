package com.hackajob.pinpoint.lambda;

import com.hackajob.pinpoint.Remote;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an invocation counted and measured so far. A client may call from a thread of its own. */
final class Tally {

    private final Map<Remote, Integer> calls = new EnumMap<>(Remote.class);
    private final Map<Metric, List<Long>> values = new EnumMap<>(Metric.class);
    private final Map<String, Integer> exports = new TreeMap<>();

    synchronized void called(Remote remote) {
        calls.merge(remote, 1, Integer::sum);
    }

    synchronized void measured(Metric metric, long value) {
        values.computeIfAbsent(metric, _ -> new ArrayList<>()).add(value);
    }

    synchronized void exported(String outcome) {
        exports.merge(outcome, 1, Integer::sum);
    }

    synchronized Map<Remote, Integer> calls() {
        return new EnumMap<>(calls);
    }

    synchronized Map<String, Integer> exports() {
        return new TreeMap<>(exports);
    }

    synchronized Map<Metric, List<Long>> values() {
        Map<Metric, List<Long>> copy = new EnumMap<>(Metric.class);
        values.forEach((metric, measured) -> copy.put(metric, List.copyOf(measured)));
        return copy;
    }
}
