package com.hackajob.pinpoint.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * An event as AWS hands it to a function, for tests and for {@code sam local invoke}. The file is called after the
 * function: {@code mappings-get.json} is for {@code mappings}.
 */
record SampleEvent(String name, String text) {

    private static final Path FOLDER = Path.of("src/test/resources/events");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Stream<SampleEvent> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().map(SampleEvent::of).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static SampleEvent named(String name) {
        return of(FOLDER.resolve(name + ".json"));
    }

    private static SampleEvent of(Path file) {
        try {
            return new SampleEvent(file.getFileName().toString().replace(".json", ""), Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String function() {
        return name.split("-")[0];
    }

    JsonNode json() {
        return parse(text);
    }

    static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
