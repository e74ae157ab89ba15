package com.hackajob.pinpoint.document;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Font files that a deployment adds in a directory, tried in order of their names. One that can't be used is passed over. */
final class FontsLayer {

    private static final int COLLECTION = 0x74746366; // ttcf
    private static final int POSTSCRIPT = 0x4F54544F; // OTTO
    private static final int FIRST_FONT = 12;

    private final Path directory;
    private final Map<Path, Optional<Face>> opened = new ConcurrentHashMap<>();
    private volatile @Nullable List<Path> files;

    FontsLayer(Path directory) {
        this.directory = directory;
    }

    /** Opens one font after the other until one can draw the character. */
    Optional<Face> faceOf(int character) {
        return files().stream()
                .map(file -> opened.computeIfAbsent(file, FontsLayer::open))
                .flatMap(Optional::stream)
                .filter(face -> face.draws(character))
                .findFirst();
    }

    private List<Path> files() {
        List<Path> listed = files;
        if (listed == null) {
            listed = list();
            files = listed;
        }
        return listed;
    }

    private List<Path> list() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(directory)) {
            return all.sorted().toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static Optional<Face> open(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".ttf") || name.endsWith(".otf")) {
            return open("layer.ttf", file);
        }
        return name.endsWith(".ttc") ? open("layer.ttc,0", file) : Optional.empty();
    }

    private static Optional<Face> open(String format, Path file) {
        try {
            byte[] content = Files.readAllBytes(file);
            return hasPostScriptOutlines(ByteBuffer.wrap(content))
                    ? Optional.empty()
                    : Optional.of(new Face(Face.open(format, content), false));
        } catch (IOException | RuntimeException unusable) {
            return Optional.empty();
        }
    }

    /** OpenPDF takes the numbers of such a font's glyphs for its characters' numbers, which may draw other ones. */
    private static boolean hasPostScriptOutlines(ByteBuffer font) {
        int start = font.getInt(0) == COLLECTION ? font.getInt(FIRST_FONT) : 0;
        return font.getInt(start) == POSTSCRIPT;
    }
}
