package com.hackajob.pinpoint.document;

import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.ColumnText;

/** A block as OpenPDF sets it. */
record Paragraph(Style style, Direction direction, Phrase phrase) {

    private static final float ENDLESS = 1_000_000;

    /** Ready to be given a place on a page. */
    ColumnText column() {
        ColumnText column = new ColumnText(null);
        column.setRunDirection(direction.run());
        column.setLeading(style.leading());
        column.addText(phrase);
        return column;
    }

    float height(float width) {
        ColumnText column = column();
        column.setSimpleColumn(0, -ENDLESS, width, 0);
        column.go(true);
        return column.getLinesWritten() * style.leading();
    }
}
