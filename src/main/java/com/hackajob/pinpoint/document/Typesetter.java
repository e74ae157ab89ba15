package com.hackajob.pinpoint.document;

import com.hackajob.pinpoint.document.Block.Span;
import com.lowagie.text.Chunk;
import com.lowagie.text.Phrase;
import java.util.List;

/** Turns blocks into OpenPDF's phrases. */
final class Typesetter {

    private static final float UNDERLINE = 0.4f;
    private static final float BELOW = -1.8f;

    private final Letters letters;

    Typesetter(Fonts fonts) {
        this.letters = new Letters(fonts);
    }

    Paragraph paragraph(Block block) {
        Direction direction = Direction.of(block);
        Separators between = new Separators(letters.plain().in(block.style().size(), false), direction);
        Phrase phrase = new Phrase();
        block.spans().forEach(span -> add(phrase, between.dot(), chunks(span, block.style(), direction)));
        block.aside()
                .map(aside -> chunks(aside, block.style(), direction))
                .ifPresent(aside -> add(phrase, between.gap(aside), aside));
        return new Paragraph(block.style(), direction, phrase);
    }

    /** Such as {@code U+4E2D}, in order of appearance. */
    List<String> missing() {
        return letters.missing();
    }

    private static void add(Phrase phrase, List<Chunk> separator, List<Chunk> chunks) {
        if (!phrase.isEmpty() && !chunks.isEmpty()) {
            phrase.addAll(separator);
        }
        phrase.addAll(chunks);
    }

    private List<Chunk> chunks(Span span, Style style, Direction direction) {
        List<Chunk> chunks = letters.runs(span, direction).stream()
                .map(run -> new Chunk(run.text().toString(), run.face().in(style.size(), span.bold())))
                .toList();
        span.link().ifPresent(address -> chunks.forEach(chunk -> link(chunk, address)));
        return chunks;
    }

    private static void link(Chunk chunk, String address) {
        chunk.setAnchor(address);
        chunk.setUnderline(UNDERLINE, BELOW);
    }
}
