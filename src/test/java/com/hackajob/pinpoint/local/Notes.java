package com.hackajob.pinpoint.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** What the integration tests leave to whoever comes after them: lines of a file, each written as it comes. */
public record Notes(Path file) {

    public void startAnew() {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, "");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    public synchronized void add(String line) {
        try {
            Files.writeString(file, line + "\n", StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    public List<String> read() {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the integration tests leave " + file, unreadable);
        }
    }
}
