package com.hackajob.pinpoint.document;

import com.hackajob.pinpoint.export.Candidate;
import com.lowagie.text.Document;
import com.lowagie.text.pdf.PdfBoolean;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfLiteral;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** One profile on its way into a file. */
final class ProfilePdf {

    private static final int LONGEST_TITLE = 150;

    static {
        // The bytes must not depend on the machine's zlib, whose versions pack differently.
        Document.compress = false;
    }

    private final Candidate candidate;
    private final Typesetter typesetter;

    ProfilePdf(Candidate candidate, Typesetter typesetter) {
        this.candidate = candidate;
        this.typesetter = typesetter;
    }

    byte[] bytes() {
        List<Block> blocks = ProfileBlocks.of(candidate);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Document document = Pages.empty();
        PdfWriter writer = PdfWriter.getInstance(document, file);
        // The other kind of cross-reference table is written in the digits of the machine's locale.
        writer.setFullCompression();
        writer.setTagged();
        writer.setPageEvent(new Footer(candidate, typesetter));
        writer.addViewerPreference(PdfName.DISPLAYDOCTITLE, PdfBoolean.PDFTRUE);
        document.open();
        new Pages(document, writer)
                .add(blocks.stream().map(typesetter::paragraph).toList());
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString("en-GB"));
        describe(writer.getInfo());
        document.close();
        return file.toByteArray();
    }

    private void describe(PdfDictionary information) {
        String name = start(CleanText.line(candidate.person().fullName()));
        PdfString date = new PdfString(Dates.pdf(candidate.acceptedAt()));
        information.put(PdfName.TITLE, text(name.isEmpty() ? "hackajob profile" : name + " – hackajob profile"));
        information.put(PdfName.AUTHOR, text(name.isEmpty() ? "hackajob" : name));
        information.put(PdfName.CREATOR, text("hackajob"));
        information.put(PdfName.CREATIONDATE, date);
        information.put(PdfName.MODDATE, date);
        information.put(PdfName.FILEID, id());
    }

    /** OpenPDF takes the file's id from here; else it makes one from the time and the free memory. */
    private PdfObject id() {
        String profile = candidate.id().value() + " " + candidate.acceptedAt();
        String id = UUID.nameUUIDFromBytes(profile.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
        return new PdfLiteral("[<" + id + "><" + id + ">]");
    }

    private static PdfString text(String text) {
        return new PdfString(text, PdfObject.TEXT_UNICODE);
    }

    private static String start(String name) {
        int length = Math.min(LONGEST_TITLE, name.codePointCount(0, name.length()));
        return name.substring(0, name.offsetByCodePoints(0, length));
    }
}
