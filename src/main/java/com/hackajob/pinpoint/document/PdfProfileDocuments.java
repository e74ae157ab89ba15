package com.hackajob.pinpoint.document;

import com.hackajob.pinpoint.Bytes;
import com.hackajob.pinpoint.export.Candidate;
import com.hackajob.pinpoint.export.Document;
import com.hackajob.pinpoint.export.ProfileDocuments;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sets profiles as PDF, with OpenPDF. */
@Singleton
final class PdfProfileDocuments implements ProfileDocuments {

    private final Fonts fonts;

    /** @param layer a directory with fonts beyond the built-in ones; it need not be there */
    @Inject
    PdfProfileDocuments(@ConfigProperty(name = "fonts.directory", defaultValue = "/opt/fonts") String layer) {
        this.fonts = new Fonts(Path.of(layer));
    }

    @Override
    public ProfileDocument render(Candidate candidate) {
        Typesetter typesetter = new Typesetter(fonts);
        Bytes pdf = new Bytes(new ProfilePdf(candidate, typesetter).bytes());
        return new ProfileDocument(
                new Document(FileNames.of(candidate.person()), "application/pdf", pdf), typesetter.missing());
    }
}
