package com.hackajob.pinpoint.document;

import com.hackajob.pinpoint.Bytes;
import com.hackajob.pinpoint.export.Candidate;
import com.hackajob.pinpoint.export.ProfileDocuments.ProfileDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads documents with another library than the one that wrote them: Apache PDFBox, as it comes. */
final class Reader {

    private static final Pattern FOOTER = Pattern.compile("Exported from hackajob.*\n");

    private Reader() {}

    static ProfileDocument render(Candidate candidate) {
        return new PdfProfileDocuments("/nowhere").render(candidate);
    }

    /** Everything on the pages; a line of the page is a line of the text. */
    static String text(ProfileDocument document) {
        return with(document, pdf -> {
            try {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setLineSeparator("\n");
                return stripper.getText(pdf);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }

    /** The summary of a profile that has nothing else, its lines joined. */
    static String summary(ProfileDocument document) {
        String text = text(document);
        int start = text.indexOf("Summary\n") + "Summary\n".length();
        return FOOTER.matcher(text.substring(start)).replaceAll("").strip().replace('\n', ' ');
    }

    /** The fonts of the first page. */
    static List<String> fonts(PDDocument pdf) {
        PDResources resources = pdf.getPage(0).getResources();
        return StreamSupport.stream(resources.getFontNames().spliterator(), false)
                .map(name -> font(resources, name))
                .map(font -> font.getName() + (font.isEmbedded() ? " embedded" : ""))
                .sorted()
                .toList();
    }

    private static PDFont font(PDResources resources, COSName name) {
        try {
            return resources.getFont(name);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static <T> T with(ProfileDocument document, Function<PDDocument, T> question) {
        try (PDDocument pdf = Loader.loadPDF(((Bytes) document.document().content()).array())) {
            return question.apply(pdf);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
