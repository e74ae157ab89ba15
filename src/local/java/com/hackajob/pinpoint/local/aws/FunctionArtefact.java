package com.hackajob.pinpoint.local.aws;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipFile;

/** The packaged function, unpacked: a native {@code bootstrap}, or classes and {@code lib/} for the Java runtime. */
public record FunctionArtefact(Path directory) {

    private static final String HANDLER = "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest";

    /** Unpacks it, unless the very same file is unpacked there already: another local cloud may be running from it. */
    public static FunctionArtefact unpack(Path zip, Path directory) {
        if (!Files.exists(zip)) {
            throw new IllegalStateException("There is no " + zip + ": build the function first (./mvnw package)");
        }
        try {
            var stamp = Files.getLastModifiedTime(zip) + " " + Files.size(zip);
            var marker = directory.resolveSibling(directory.getFileName() + ".unpacked");
            if (!Files.exists(marker) || !Files.readString(marker).equals(stamp)) {
                Files.deleteIfExists(marker);
                delete(directory);
                unzip(zip, directory);
                Files.writeString(marker, stamp);
            }
            return new FunctionArtefact(directory);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Can't unpack " + zip, unreadable);
        }
    }

    private static void unzip(Path zip, Path directory) throws IOException {
        try (var archive = new ZipFile(zip.toFile())) {
            for (var entry : Collections.list(archive.entries())) {
                var target = directory.resolve(entry.getName()).normalize();
                if (!entry.isDirectory() && target.startsWith(directory)) {
                    write(archive.getInputStream(entry), target);
                }
            }
        }
    }

    private static void write(InputStream content, Path target) throws IOException {
        try (content) {
            Files.createDirectories(target.getParent());
            Files.copy(content, target);
        }
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            Files.walkFileTree(directory, new Deletion());
        }
    }

    public boolean isNative() {
        return Files.exists(bootstrap());
    }

    private Path bootstrap() {
        return directory.resolve("bootstrap");
    }

    /** @param logs where each function's output goes, in a file of its own */
    public Launcher launcher(FunctionEnvironment environment, Path logs) {
        return launcher(environment, logs, HANDLER);
    }

    /** @param handler what the Java runtime calls: {@code class::method} */
    public Launcher launcher(FunctionEnvironment environment, Path logs, String handler) {
        return function -> new Launch(
                command(function, handler),
                directory,
                environment.of(function, directory),
                logs.resolve(function.name() + ".log"));
    }

    private List<String> command(FunctionDefinition function, String handler) {
        if (isNative()) {
            return List.of(executable(bootstrap()).toString());
        }
        var classPath = List.of(
                directory.toString(), directory.resolve("lib").resolve("*").toString());
        return JavaRuntime.command(classPath, handler, function.memoryMegabytes());
    }

    private static Path executable(Path file) {
        if (!file.toFile().setExecutable(true)) {
            throw new IllegalStateException("Can't make " + file + " executable");
        }
        return file;
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
