package com.hackajob.pinpoint.document;

import com.lowagie.text.Document;
import com.lowagie.text.PageSize;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfStructureElement;
import com.lowagie.text.pdf.PdfWriter;
import java.util.List;

/** Sets paragraphs one below the other, and turns the page before one that belongs to what follows and would stand alone. */
final class Pages {

    private static final float SIDE = 62;
    private static final float TOP = 60;
    private static final float BOTTOM = 66;

    static final float WIDTH = PageSize.A4.getWidth() - 2 * SIDE;

    private final Document document;
    private final PdfWriter writer;
    private final PdfStructureElement structure;
    private float y;
    private Style above = Style.NAME;

    /** A4, with margins that leave a line of about ninety letters. */
    static Document empty() {
        return new Document(PageSize.A4, SIDE, SIDE, TOP, BOTTOM);
    }

    /** @param document open, its first page empty */
    Pages(Document document, PdfWriter writer) {
        this.document = document;
        this.writer = writer;
        this.structure = new PdfStructureElement(writer.getStructureTreeRoot(), new PdfName("Document"));
        this.y = document.top();
    }

    void add(List<Paragraph> paragraphs) {
        for (int i = 0; i < paragraphs.size(); i++) {
            if (y - above.gapTo(paragraphs.get(i).style()) - roomFor(paragraphs, i) < document.bottom()) {
                turn();
            }
            add(paragraphs.get(i));
        }
    }

    /** What must fit: the paragraph and all it is kept with, but of one that may be parted two lines. */
    private float roomFor(List<Paragraph> paragraphs, int i) {
        Paragraph paragraph = paragraphs.get(i);
        Style style = paragraph.style();
        boolean last = i + 1 == paragraphs.size();
        if (last || !style.keepsWith(paragraphs.get(i + 1).style())) {
            return Math.min(height(paragraph), 2 * style.leading());
        }
        float gap = style.gapTo(paragraphs.get(i + 1).style());
        float together = height(paragraph) + gap + roomFor(paragraphs, i + 1);
        return Math.min(together, document.top() - document.bottom());
    }

    private float height(Paragraph paragraph) {
        return paragraph.height(WIDTH);
    }

    private void add(Paragraph paragraph) {
        Style style = paragraph.style();
        y -= y == document.top() ? 0 : above.gapTo(style);
        PdfStructureElement element = new PdfStructureElement(structure, style.tag());
        ColumnText column = paragraph.column();
        while (isCut(column, style, element)) {
            turn();
        }
        y = column.getYLine();
        above = style;
    }

    /** Writes what fits, and tells whether there is more. */
    private boolean isCut(ColumnText column, Style style, PdfStructureElement element) {
        PdfContentByte canvas = writer.getDirectContent();
        column.setCanvas(canvas);
        column.setSimpleColumn(document.left(), document.bottom(), document.right(), y);
        canvas.beginMarkedContentSequence(element);
        style.paint(canvas);
        boolean cut = ColumnText.hasMoreText(column.go());
        canvas.endMarkedContentSequence();
        return cut;
    }

    private void turn() {
        document.newPage();
        y = document.top();
    }
}
