package com.hackajob.pinpoint.local.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/** How large a function.zip is. How many classes it loads depends on the JDK, and on which thread is first. */
record Artefact(long bytes, long jars, long classes) {

    static Artefact of(Path zip) {
        try (var archive = new ZipFile(zip.toFile())) {
            long jars = 0;
            long classes = 0;
            for (var entry : Collections.list(archive.entries())) {
                jars += isJar(entry) ? 1 : 0;
                classes += isJar(entry) ? classesIn(archive, entry) : isClass(entry) ? 1 : 0;
            }
            return new Artefact(Files.size(zip), jars, classes);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Can't read " + zip, unreadable);
        }
    }

    private static long classesIn(ZipFile archive, ZipEntry jar) throws IOException {
        try (var content = archive.getInputStream(jar);
                var entries = new ZipInputStream(new ByteArrayInputStream(content.readAllBytes()))) {
            long classes = 0;
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                classes += isClass(entry) ? 1 : 0;
            }
            return classes;
        }
    }

    private static boolean isJar(ZipEntry entry) {
        return entry.getName().endsWith(".jar");
    }

    private static boolean isClass(ZipEntry entry) {
        return entry.getName().endsWith(".class");
    }

    SortedMap<String, Long> sizes() {
        var sizes = new TreeMap<String, Long>();
        sizes.put("bytes", bytes);
        sizes.put("jars", jars);
        sizes.put("classes", classes);
        return sizes;
    }
}
