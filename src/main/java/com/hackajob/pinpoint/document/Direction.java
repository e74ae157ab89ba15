package com.hackajob.pinpoint.document;

import com.lowagie.text.pdf.PdfWriter;
import java.text.Bidi;
import java.util.stream.Collectors;

/** Where a paragraph's lines begin: where its first letter that has a direction says (UAX #9, P2). */
enum Direction {
    /** Nothing in it runs to the left. */
    PLAIN(PdfWriter.RUN_DIRECTION_NO_BIDI, ""),
    LEFT_TO_RIGHT(PdfWriter.RUN_DIRECTION_LTR, "\u200E"),
    RIGHT_TO_LEFT(PdfWriter.RUN_DIRECTION_RTL, "\u200F");

    private final int run;
    private final String mark;

    Direction(int run, String mark) {
        this.run = run;
        this.mark = mark;
    }

    static Direction of(Block block) {
        String text = block.spans().stream().map(Block.Span::text).collect(Collectors.joining(" "))
                + block.aside().map(Block.Span::text).orElse("");
        if (!Bidi.requiresBidi(text.toCharArray(), 0, text.length())) {
            return PLAIN;
        }
        return new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight() ? LEFT_TO_RIGHT : RIGHT_TO_LEFT;
    }

    /** OpenPDF's number for it. */
    int run() {
        return run;
    }

    /** A character that runs this way and is not drawn. */
    String mark() {
        return mark;
    }
}
