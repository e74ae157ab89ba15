package com.hackajob.pinpoint.local.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Counts that are not to grow unnoticed. Sizes may grow by 2 %, so that an ordinary change need not touch the file.
 *
 * @param calls by operation and {@code service operation}: what it asks of others in a new process
 * @param sizes of the artefact: {@code bytes}, {@code jars} and {@code classes}
 */
record Baseline(SortedMap<String, SortedMap<String, Long>> calls, SortedMap<String, Long> sizes) {

    private static final double TOLERANCE = 1.02;
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    static Baseline of(List<Operation> operations, Artefact artefact) {
        var calls = new TreeMap<String, SortedMap<String, Long>>();
        operations.forEach(operation -> {
            var counts = calls.computeIfAbsent(operation.name(), _ -> new TreeMap<>());
            operation.calls().forEach(call -> counts.put(call.service() + " " + call.operation(), call.calls()));
        });
        return new Baseline(calls, artefact.sizes());
    }

    static Baseline read(Path file) {
        try {
            return MAPPER.readValue(file.toFile(), Baseline.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, MAPPER.writeValueAsString(this) + "\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** What there is more of now, a line each; what the baseline does not know counts as none. */
    List<String> grownIn(Baseline now) {
        return Stream.concat(
                        now.calls.entrySet().stream()
                                .flatMap(operation -> grown(
                                        operation.getKey() + ": calls to ",
                                        calls.getOrDefault(operation.getKey(), new TreeMap<>()),
                                        operation.getValue(),
                                        1)),
                        grown("function.zip: ", sizes, now.sizes, TOLERANCE))
                .toList();
    }

    private static Stream<String> grown(
            String what, Map<String, Long> before, Map<String, Long> now, double tolerance) {
        return now.entrySet().stream()
                .filter(entry -> entry.getValue() > before.getOrDefault(entry.getKey(), 0L) * tolerance)
                .map(entry -> "%s%s: %d, and %d in the baseline"
                        .formatted(what, entry.getKey(), entry.getValue(), before.getOrDefault(entry.getKey(), 0L)));
    }
}
