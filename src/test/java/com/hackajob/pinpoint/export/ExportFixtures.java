package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.Bytes;
import com.hackajob.pinpoint.CandidateId;
import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.SettableClock;
import com.hackajob.pinpoint.connection.ConnectionFixtures;
import com.hackajob.pinpoint.export.Receipt.Kind;
import com.hackajob.pinpoint.export.Receipt.Origin;
import com.hackajob.pinpoint.export.Receipt.ReadBack;
import com.hackajob.pinpoint.mapping.MappingFixtures;
import com.hackajob.pinpoint.updates.Update;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A candidate who accepted, their CV and profile, and what exporting them leaves behind. */
public final class ExportFixtures {

    public static final ExportKey KEY = aKey("candidate-1");
    public static final Instant ACCEPTED_AT = Instant.parse("2026-03-01T18:30:00Z");
    public static final String EMAIL = "jo@example.com";
    public static final URI CV_ADDRESS = URI.create("https://files.example.com/cv?signature=1");
    public static final URI FRESH_CV_ADDRESS = URI.create("https://files.example.com/cv?signature=2");
    public static final Document CV = new Document("Jo Smith.pdf", "application/pdf", bytes("%PDF-1.7 the CV"));
    /** What an application gets that has files of its own. */
    public static final Document CV_BESIDE_THEIRS =
            new Document("Jo Smith - hackajob.pdf", CV.mediaType(), CV.content());

    public static final Document PROFILE =
            new Document("Jo Smith - hackajob profile.pdf", "application/pdf", bytes("%PDF-1.7 the profile"));
    public static final Times TIMES =
            new Times(Duration.ofSeconds(90), Duration.ofSeconds(60), Duration.ofSeconds(120));
    public static final String COMMENT = "Exported from hackajob. The hackajob profile is attached.";

    private ExportFixtures() {}

    public static Bytes bytes(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    public static ExportKey aKey(String candidate) {
        return aKey(ConnectionFixtures.COMPANY, candidate);
    }

    public static ExportKey aKey(CompanyId company, String candidate) {
        return new ExportKey(company, MappingFixtures.JOB, new CandidateId(candidate));
    }

    /** The same candidate on another hackajob job. */
    public static ExportKey aKeyOfAnotherJob() {
        return new ExportKey(KEY.company(), new JobId("job-2"), KEY.candidate());
    }

    public static Candidate aCandidate() {
        return aCandidateWith(Optional.of(aCvAt(CV_ADDRESS)));
    }

    public static Candidate aCandidateWith(Optional<CvReference> cv) {
        return new Candidate(KEY.candidate(), aPerson(), aProfile(Optional.of("Builds things")), cv, ACCEPTED_AT);
    }

    /** Somebody else, with an e-mail address of their own. */
    public static Candidate aCandidateCalled(String id) {
        var person =
                new Person("Jo", "Smith", id + "@example.com", Optional.empty(), Optional.empty(), Optional.empty());
        return new Candidate(new CandidateId(id), person, aProfile(Optional.empty()), Optional.empty(), ACCEPTED_AT);
    }

    /** Nothing but a name and an address to write to. */
    public static Candidate aBareCandidate() {
        return aCandidateAt(EMAIL);
    }

    static Candidate aCandidateAt(String email) {
        var person = new Person("Jo", "Smith", email, Optional.empty(), Optional.empty(), Optional.empty());
        return new Candidate(KEY.candidate(), person, aProfile(Optional.empty()), Optional.empty(), ACCEPTED_AT);
    }

    public static CvReference aCvAt(URI address) {
        return new CvReference(address, CV.fileName(), CV.content().size());
    }

    public static Person aPerson() {
        return new Person(
                "Jo",
                "Smith",
                EMAIL,
                Optional.of(new Person.Phone("+447700900123", "GB")),
                Optional.of(new Person.Address("1 High Street", "London", "N1 1AA", "GB")),
                Optional.of("https://linkedin.example.com/in/jo"));
    }

    private static Profile aProfile(Optional<String> summary) {
        return new Profile(
                Optional.of("Engineer"),
                summary,
                List.of("Java"),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    public static Receipt aReceipt() {
        return new Receipt(
                new Placed(new ApplicationId("9001"), Origin.CREATED, 1),
                URI.create("https://acme.example.com/applications/9001"),
                Optional.of(KEY.reference()),
                MappingFixtures.PINPOINT_JOB,
                new Receipt.Stage(MappingFixtures.SCREENING, "Screening"),
                new Source("job_board", "hackajob"),
                List.of(aFile(Kind.CV, CV, ReadBack.EQUAL), aFile(Kind.PROFILE, PROFILE, ReadBack.UNREAD)),
                List.of("U+4E2D"),
                false,
                ACCEPTED_AT);
    }

    public static Receipt.File aFile(Kind kind, Document document, ReadBack readBack) {
        return new Receipt.File(
                kind, document.content().size(), document.content().sha256(), readBack);
    }

    public static Update anUpdate(ExportKey key, long number, Instant occurredAt) {
        String id = key.company().value() + "~" + key.candidate().value() + "~" + number;
        return new Update(id, Update.Kind.EXPORT_HELD, key.subject(), Optional.of(ErrorCode.NOT_CONNECTED), occurredAt);
    }

    public static Update anUpdate() {
        return anUpdate(KEY, 1, SettableClock.START);
    }
}
