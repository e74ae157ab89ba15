package com.hackajob.pinpoint.local.pinpoint;

import com.hackajob.pinpoint.local.pinpoint.EncodedFile.Limits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files of a write: CV, cover letter and documents. A document without data or file name is silently dropped
 * (documented); 10 MB a document and 30 MB a cover letter are documented, the limits of a CV are inferred.
 */
final class FileIntake {

    private static final int MEGABYTE = 1024 * 1024;

    private final Policies policies;
    private final Body body;

    FileIntake(Policies policies, Body body) {
        this.policies = policies;
        this.body = body;
    }

    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        cv().flatMap(file -> file.problem(cvLimits())).ifPresent(problems::add);
        letter().flatMap(file -> file.problem(letterLimits())).ifPresent(problems::add);
        documents().flatMap(file -> file.problem(documentLimits()).stream()).forEach(problems::add);
        return problems;
    }

    List<SimulatedFile> files() {
        return Stream.of(
                        cv().map(EncodedFile::decoded).stream().flatMap(this::withRendition),
                        letter().map(EncodedFile::decoded).stream(),
                        documents().map(EncodedFile::decoded))
                .flatMap(files -> files)
                .toList();
    }

    private Optional<EncodedFile> cv() {
        return pair("cv");
    }

    private Optional<EncodedFile> letter() {
        return pair("cover_letter");
    }

    private Optional<EncodedFile> pair(String context) {
        return body.text(context + "_base64_data").flatMap(data -> body.text(context + "_base64_filename")
                .map(filename -> new EncodedFile(context, context, filename, data)));
    }

    private Stream<EncodedFile> documents() {
        return Body.stream(body.attributes().path("documents_base64"))
                .filter(entry -> !entry.path("data").asText("").isBlank()
                        && !entry.path("filename").asText("").isBlank())
                .map(entry -> new EncodedFile(
                        "documents_base64",
                        policies.documentContext(),
                        entry.path("filename").asText(),
                        entry.path("data").asText()));
    }

    private Limits cvLimits() {
        return new Limits(FileTypes.LETTERS, policies.cvLimit(), policies.is(Policy.CV_NEEDS_DATA_URI));
    }

    private static Limits letterLimits() {
        return new Limits(FileTypes.LETTERS, 30 * MEGABYTE, true);
    }

    private static Limits documentLimits() {
        return new Limits(FileTypes.DOCUMENTS, 10 * MEGABYTE, true);
    }

    /** A PDF stands for itself; of anything else the rendition is a few invented bytes. */
    private Stream<SimulatedFile> withRendition(SimulatedFile cv) {
        if (!policies.is(Policy.MAKE_PDF_CV)) {
            return Stream.of(cv);
        }
        boolean isPdf = FileTypes.extension(cv.filename()).equals("pdf");
        String name = cv.filename().substring(0, cv.filename().lastIndexOf('.')) + ".pdf";
        byte[] content = isPdf ? cv.content() : "%PDF-1.7 rendition".getBytes(StandardCharsets.US_ASCII);
        return Stream.of(cv, new SimulatedFile("pdf_cv", name, "application/pdf", content));
    }
}
