package com.hackajob.pinpoint.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** What {@link ContractWatch} leaves to whoever comes after the integration tests: lines of a file. */
record ContractNotes(Path file) {

    /** Routes with statuses that they answered. */
    static final ContractNotes SEEN = new ContractNotes(Path.of("target", "contract", "seen.txt"));

    /** What was not as openapi.yaml says. */
    static final ContractNotes BREACHES = new ContractNotes(Path.of("target", "contract", "breaches.txt"));

    void startAnew() {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, "");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    synchronized void add(String line) {
        try {
            Files.writeString(file, line + "\n", StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    List<String> read() {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the integration tests leave " + file, unreadable);
        }
    }
}
