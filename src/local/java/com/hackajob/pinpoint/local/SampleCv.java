package com.hackajob.pinpoint.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** A real PDF for those who bring no CV of their own. */
public final class SampleCv {

    private static final List<String> LINES = List.of(
            "Ada Byron",
            "Backend engineer, London",
            "",
            "2021 - today   Lead engineer, Analytical Engines Ltd",
            "2017 - 2021    Engineer, Difference & Co",
            "",
            "BSc Mathematics, University of London, 2017");

    private SampleCv() {}

    public static byte[] pdf() {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            write(document, page);
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void write(PDDocument document, PDPage page) throws IOException {
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(new PDType1Font(FontName.HELVETICA), 12);
            content.setLeading(18);
            content.newLineAtOffset(72, 760);
            for (String line : LINES) {
                content.showText(line);
                content.newLine();
            }
            content.endText();
        }
    }
}
