package com.hackajob.pinpoint.lambda;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.Remote;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What one invocation tells of itself: one line of JSON. It holds ids of hackajob's and names of ours, and never anything
 * that somebody wrote.
 */
final class Invocation {

    private final Tally tally = new Tally();
    private final ObjectNode facts = JsonNodeFactory.instance.objectNode();

    Tally tally() {
        return tally;
    }

    /** @param subject what it is about: a route, or the type of an event */
    Invocation about(String subject) {
        return with("subject", subject);
    }

    Invocation concerning(CompanyId company) {
        return with("company", company.value());
    }

    Invocation with(String name, String value) {
        facts.put(name, value);
        return this;
    }

    Invocation with(String name, long value) {
        facts.put(name, value);
        return this;
    }

    /** @param identity function, request and trace, by which it is found */
    ObjectNode line(String outcome, long millis, boolean isCold, ObjectNode identity) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.setAll(facts);
        line.put("outcome", outcome);
        write(tally.calls(), line.putObject("calls"));
        line.put("millis", millis)
                .put("pinpointMillis", sum(tally.values().getOrDefault(Metric.PINPOINT_LATENCY, List.of())));
        line.put("coldStart", isCold);
        return line.setAll(identity);
    }

    private static void write(Map<Remote, Integer> calls, ObjectNode json) {
        calls.forEach((remote, count) -> json.put(remote.name().toLowerCase(Locale.ROOT), count));
    }

    private static long sum(List<Long> values) {
        return values.stream().mapToLong(Long::longValue).sum();
    }
}
