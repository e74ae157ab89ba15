package com.hackajob.pinpoint.document;

import com.lowagie.text.Chunk;
import com.lowagie.text.Font;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.draw.VerticalPositionMark;
import java.util.List;

/**
 * What stands between two texts of a line. Each has an invisible mark on both sides that runs with the paragraph, so
 * that the texts keep their places whichever way they run themselves.
 */
record Separators(Font font, Direction direction) {

    /** Against rounding, which would break the line. */
    private static final float SPARE = 0.5f;

    /** No line begins with the dot. */
    List<Chunk> dot() {
        Chunk dot = new Chunk(" " + direction.mark() + "·" + direction.mark(), font);
        dot.setSplitCharacter((_, _, _, _, _) -> false);
        return List.of(dot, new Chunk(" ", font));
    }

    /** Moves the aside to the right edge. OpenPDF can do that in lines that run to the right only. */
    List<Chunk> gap(List<Chunk> aside) {
        float at = Pages.WIDTH - width(aside) - SPARE;
        if (direction == Direction.RIGHT_TO_LEFT || at < Pages.WIDTH / 2) {
            return dot();
        }
        Chunk tab = new Chunk(new VerticalPositionMark(), at, true);
        tab.setFont(font);
        return List.of(new Chunk(" " + direction.mark(), font), tab);
    }

    private float width(List<Chunk> chunks) {
        Phrase phrase = new Phrase();
        phrase.addAll(chunks);
        return ColumnText.getWidth(phrase, direction.run(), 0);
    }
}
