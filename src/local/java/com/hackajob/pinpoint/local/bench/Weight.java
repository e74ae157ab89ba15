package com.hackajob.pinpoint.local.bench;

import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What an artefact carries: the entries of its zip, with their bytes there, in the groups of {@link WeightGroup}.
 *
 * @param parts largest first
 */
record Weight(List<Part> parts, List<WeightGroup> groups) {

    Weight {
        parts = List.copyOf(parts);
        groups = List.copyOf(groups);
    }

    /** @param name of a jar without its folder, of anything else with it */
    record Part(String name, long bytes) {

        private static Part of(ZipEntry entry) {
            return new Part(name(entry), entry.getCompressedSize());
        }

        /** Quarkus puts "modified-" before a jar from which it has taken classes out. */
        private static String name(ZipEntry entry) {
            return entry.getName().endsWith(".jar")
                    ? entry.getName().replaceFirst("^lib/(modified-)?", "")
                    : entry.getName();
        }

        boolean isJar() {
            return name.endsWith(".jar");
        }
    }

    static Weight of(Path zip) {
        try (var archive = new ZipFile(zip.toFile())) {
            return new Weight(
                    Collections.list(archive.entries()).stream()
                            .filter(entry -> !entry.isDirectory())
                            .map(Part::of)
                            .sorted(comparingLong(Part::bytes).reversed().thenComparing(Part::name))
                            .toList(),
                    WeightGroup.all());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Can't read " + zip, unreadable);
        }
    }

    /** What nobody gave a reason for. */
    List<String> withoutReason() {
        return parts.stream()
                .map(Part::name)
                .filter(name -> group(name).isEmpty())
                .toList();
    }

    /** Of several groups that claim it, the one that does so by the longest prefix. */
    private Optional<WeightGroup> group(String name) {
        return groups.stream()
                .filter(group -> group.claim(name) >= 0)
                .max(Comparator.comparingInt(group -> group.claim(name)));
    }

    String markdown() {
        return """
                <!-- Written by ./mvnw -Pbench: what is changed here by hand is lost. -->
                # What function.zip carries

                %s bytes in %d jars and %d other files, as they are in the zip, without its directory. The reasons are
                in `src/local/resources/weight.json`; `verify` fails when a part has none.

                ## By group

                | group | parts | bytes | share | why |
                |---|--:|--:|--:|---|
                %s

                ## By jar

                | jar | bytes | group |
                |---|--:|---|
                %s
                """.formatted(
                        Distribution.number(bytes(parts), 0),
                        parts.stream().filter(Part::isJar).count(),
                        parts.stream().filter(part -> !part.isJar()).count(),
                        byGroup().entrySet().stream()
                                .sorted(Comparator.<Map.Entry<WeightGroup, List<Part>>>comparingLong(
                                                entry -> bytes(entry.getValue()))
                                        .reversed())
                                .map(entry -> row(entry.getKey(), entry.getValue()))
                                .collect(joining("\n")),
                        parts.stream().filter(Part::isJar).map(this::row).collect(joining("\n")));
    }

    private Map<WeightGroup, List<Part>> byGroup() {
        return parts.stream()
                .collect(groupingBy(part -> group(part.name()).orElse(WeightGroup.NONE), LinkedHashMap::new, toList()));
    }

    private String row(WeightGroup group, List<Part> members) {
        return "| %s | %d | %s | %s %% | %s |"
                .formatted(
                        group.group(),
                        members.size(),
                        Distribution.number(bytes(members), 0),
                        Distribution.number(100.0 * bytes(members) / bytes(parts), 1),
                        group.reason());
    }

    private String row(Part jar) {
        return "| %s | %s | %s |"
                .formatted(
                        jar.name(),
                        Distribution.number(jar.bytes(), 0),
                        group(jar.name()).orElse(WeightGroup.NONE).group());
    }

    private static long bytes(List<Part> parts) {
        return parts.stream().mapToLong(Part::bytes).sum();
    }
}
