package com.hackajob.pinpoint.document;

import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfName;

/** How a block looks, and what it is called for those who have the page read to them. Sizes in points. */
enum Style {
    NAME("H1", Ink.TEXT, 25, 30, 0, 0),
    HEADLINE("P", Ink.QUIET, 12.5f, 17, 4, 0),
    CONTACT("P", Ink.QUIET, 9.5f, 14, 5, 0),
    HEADING("H2", Ink.ACCENT, 11.5f, 16, 20, 6),
    ENTRY("H3", Ink.TEXT, 10.5f, 15, 10, 0),
    DETAIL("P", Ink.QUIET, 9.5f, 14, 0, 0),
    BODY("P", Ink.TEXT, 10, 14.5f, 4, 4),
    FOOTER("Artifact", Ink.QUIET, 8, 10, 0, 0);

    private final String tag;
    private final Ink ink;
    private final float size;
    private final float leading;
    private final float before;
    private final float after;

    Style(String tag, Ink ink, float size, float leading, float before, float after) {
        this.tag = tag;
        this.ink = ink;
        this.size = size;
        this.leading = leading;
        this.before = before;
        this.after = after;
    }

    PdfName tag() {
        return new PdfName(tag);
    }

    float size() {
        return size;
    }

    float leading() {
        return leading;
    }

    /** The space between two paragraphs: the larger that one of them asks for. */
    float gapTo(Style next) {
        return Math.max(after, next.before);
    }

    /** Whether no page may end between the two. */
    boolean keepsWith(Style next) {
        return switch (this) {
            case NAME, HEADLINE, CONTACT, BODY, FOOTER -> false;
            case HEADING -> true;
            case ENTRY -> next == DETAIL || next == BODY;
            case DETAIL -> next == BODY;
        };
    }

    /** What is drawn next is drawn in the style's colour. OpenPDF's own way takes an AWT class, which a function does without. */
    void paint(PdfContentByte canvas) {
        canvas.setRGBColorFillF(ink.red, ink.green, ink.blue);
        canvas.setRGBColorStrokeF(ink.red, ink.green, ink.blue);
    }

    /** Each dark enough to read (WCAG AA on white). */
    private enum Ink {
        TEXT(0.13f, 0.15f, 0.19f),
        QUIET(0.36f, 0.39f, 0.45f),
        ACCENT(0.11f, 0.29f, 0.55f);

        private final float red;
        private final float green;
        private final float blue;

        Ink(float red, float green, float blue) {
            this.red = red;
            this.green = green;
            this.blue = blue;
        }
    }
}
