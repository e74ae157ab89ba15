package com.hackajob.pinpoint.document;

import com.hackajob.pinpoint.document.Block.Span;
import com.hackajob.pinpoint.export.Candidate;
import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * The line at the end of each page: where the document comes from and, where there are several pages, whose and which it
 * is. Each page gets an empty line, written on when the number of pages is known.
 */
final class Footer extends PdfPageEventHelper {

    private static final int LONGEST_NAME = 30;
    private static final float BASELINE = 3;
    private static final float ABOVE_THE_EDGE = 33;

    private final Candidate candidate;
    private final Typesetter typesetter;
    private final List<PdfTemplate> lines = new ArrayList<>();

    Footer(Candidate candidate, Typesetter typesetter) {
        this.candidate = candidate;
        this.typesetter = typesetter;
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        PdfContentByte canvas = writer.getDirectContent();
        PdfTemplate line = canvas.createTemplate(Pages.WIDTH, Style.FOOTER.leading());
        canvas.beginMarkedContentSequence(Style.FOOTER.tag());
        canvas.addTemplate(line, document.left(), ABOVE_THE_EDGE);
        canvas.endMarkedContentSequence();
        lines.add(line);
    }

    @Override
    public void onCloseDocument(PdfWriter writer, Document document) {
        String origin = "Exported from hackajob · accepted " + Dates.day(candidate.acceptedAt());
        for (int page = 1; page <= lines.size(); page++) {
            PdfTemplate line = lines.get(page - 1);
            Style.FOOTER.paint(line);
            write(line, Element.ALIGN_LEFT, List.of(Span.plain(origin)));
            if (lines.size() > 1) {
                Span number = Span.plain("Page " + page + " of " + lines.size());
                write(line, Element.ALIGN_RIGHT, List.of(number, Span.plain(shortName())));
            }
        }
    }

    private void write(PdfTemplate line, int alignment, List<Span> spans) {
        Paragraph paragraph = typesetter.paragraph(new Block(Style.FOOTER, spans));
        float x = alignment == Element.ALIGN_LEFT ? 0 : line.getWidth();
        ColumnText.showTextAligned(
                line,
                alignment,
                paragraph.phrase(),
                x,
                BASELINE,
                0,
                paragraph.direction().run(),
                0);
    }

    private String shortName() {
        String name = CleanText.line(candidate.person().fullName());
        if (name.codePointCount(0, name.length()) <= LONGEST_NAME) {
            return name;
        }
        return name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)).strip() + "…";
    }
}
