package com.hackajob.pinpoint.document;

import static com.hackajob.pinpoint.document.Candidates.aCandidateSaying;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.export.ProfileDocuments.ProfileDocument;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fonts that a deployment adds. The one here is DejaVu Sans, its letters a and b moved to U+4E2D and U+6587. */
class FontsLayerTest {

    private static final String CHINESE = "Speaks 中文 and 日";

    @TempDir
    Path layer;

    @Test
    void draws_what_the_built_in_fonts_can_not() throws IOException {
        Files.write(layer.resolve("Chinese.ttf"), chinese());
        ProfileDocument document = new PdfProfileDocuments(layer.toString()).render(aCandidateSaying(CHINESE));
        assertThat(document.missingGlyphs()).isEqualTo(List.of("U+65E5"));
        assertThat(Reader.summary(document)).isEqualTo("Speaks 中文 and");
    }

    @Test
    void takes_the_first_font_of_a_collection() throws IOException {
        Files.write(layer.resolve("Chinese.ttc"), collection(chinese()));
        ProfileDocument document = new PdfProfileDocuments(layer.toString()).render(aCandidateSaying(CHINESE));
        assertThat(Reader.summary(document)).isEqualTo("Speaks 中文 and");
    }

    @Test
    void passes_over_files_that_are_no_fonts() throws IOException {
        Files.writeString(layer.resolve("broken.ttf"), "not a font");
        Files.write(layer.resolve("empty.otf"), new byte[0]);
        Files.write(layer.resolve("half.ttc"), Arrays.copyOf(collection(chinese()), 200));
        Files.writeString(layer.resolve("README.txt"), "not a font either");
        ProfileDocument document = new PdfProfileDocuments(layer.toString()).render(aCandidateSaying(CHINESE));
        assertThat(document.missingGlyphs()).isEqualTo(List.of("U+4E2D", "U+6587", "U+65E5"));
    }

    @Test
    void passes_over_fonts_with_postscript_outlines() throws IOException {
        Files.write(
                layer.resolve("Chinese.otf"),
                ByteBuffer.wrap(chinese()).putInt(0, 0x4F54544F).array());
        ProfileDocument document = new PdfProfileDocuments(layer.toString()).render(aCandidateSaying(CHINESE));
        assertThat(document.missingGlyphs()).isEqualTo(List.of("U+4E2D", "U+6587", "U+65E5"));
    }

    @Test
    void opens_no_extra_font_while_the_built_in_ones_do() throws IOException {
        Fonts fonts = new Fonts(layer);
        assertThat(fonts.faceOf('a', false)).isPresent();
        Files.write(layer.resolve("Chinese.ttf"), chinese());
        assertThat(fonts.faceOf(0x4E2D, false)).isPresent();
    }

    /** With a character map of its own at the end: two groups of one character each. */
    private static byte[] chinese() throws IOException {
        byte[] font = dejaVu();
        CmapLookup original =
                new TTFParser().parse(new RandomAccessReadBuffer(font)).getUnicodeCmapLookup();
        ByteBuffer changed = ByteBuffer.allocate(font.length + 52).put(font);
        changed.putShort((short) 0).putShort((short) 1);
        changed.putShort((short) 3).putShort((short) 10).putInt(12);
        changed.putShort((short) 12).putShort((short) 0).putInt(40).putInt(0).putInt(2);
        changed.putInt(0x4E2D).putInt(0x4E2D).putInt(original.getGlyphId('a'));
        changed.putInt(0x6587).putInt(0x6587).putInt(original.getGlyphId('b'));
        changed.putInt(directoryEntry(changed, "cmap") + 8, font.length);
        return changed.array();
    }

    private static int directoryEntry(ByteBuffer font, String table) {
        int entry = 12;
        while (font.getInt(entry)
                != ByteBuffer.wrap(table.getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                        .getInt()) {
            entry += 16;
        }
        return entry;
    }

    private static byte[] collection(byte[] font) {
        int start = 16;
        ByteBuffer collection = ByteBuffer.allocate(start + font.length);
        collection.putInt(0x74746366).putInt(0x00010000).putInt(1).putInt(start).put(font);
        for (int table = 0; table < collection.getShort(start + 4); table++) {
            int offset = start + 12 + 16 * table + 8;
            collection.putInt(offset, collection.getInt(offset) + start);
        }
        return collection.array();
    }

    private static byte[] dejaVu() throws IOException {
        try (InputStream font = FontsLayerTest.class.getResourceAsStream("/fonts/dejavu/DejaVuSans.ttf")) {
            assertThat(font).isNotNull();
            return font.readAllBytes();
        }
    }
}
