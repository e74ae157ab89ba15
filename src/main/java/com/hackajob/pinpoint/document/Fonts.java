package com.hackajob.pinpoint.document;

import com.lowagie.text.pdf.BaseFont;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The fonts at hand, opened when a character first needs them and kept for the life of the process: Liberation Sans for
 * Latin, Greek, Cyrillic and Hebrew, DejaVu Sans for Arabic and much else, then whatever the fonts layer holds.
 */
final class Fonts {

    private static final String REGULAR = "liberation/LiberationSans-Regular.ttf";
    private static final String BOLD = "liberation/LiberationSans-Bold.ttf";
    private static final String WIDE = "dejavu/DejaVuSans.ttf";

    private static final Map<String, Face> BUILT_IN = new ConcurrentHashMap<>();

    private final FontsLayer layer;

    Fonts(Path layer) {
        this.layer = new FontsLayer(layer);
    }

    /** The font of ordinary text. */
    Face plain() {
        return builtIn(REGULAR, false);
    }

    /** The first font that can draw the character. */
    Optional<Face> faceOf(int character, boolean bold) {
        Face cut = builtIn(bold ? BOLD : REGULAR, bold);
        if (cut.draws(character)) {
            return Optional.of(cut);
        }
        Face wide = builtIn(WIDE, false);
        return wide.draws(character) ? Optional.of(wide) : layer.faceOf(character);
    }

    private static Face builtIn(String path, boolean bold) {
        return BUILT_IN.computeIfAbsent(path, file -> new Face(open(file), bold));
    }

    private static BaseFont open(String path) {
        try (InputStream font = Fonts.class.getResourceAsStream("/fonts/" + path)) {
            if (font == null) {
                throw new IllegalStateException("not packaged: fonts/" + path);
            }
            return Face.open(path, font.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
