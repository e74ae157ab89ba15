package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.connection.PinpointAnswer;
import com.hackajob.pinpoint.export.PinpointApplications.Attachment;
import com.hackajob.pinpoint.export.PinpointApplications.Stored;
import com.hackajob.pinpoint.export.Receipt.Origin;
import com.hackajob.pinpoint.export.Receipt.ReadBack;
import com.hackajob.pinpoint.export.RemoteFiles.Fetch;
import com.hackajob.pinpoint.export.RemoteFiles.Fingerprint;
import com.hackajob.pinpoint.export.VerifyApplication.Verification.Proven;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads an application back from Pinpoint, adds what is missing, and writes the receipt. */
public final class VerifyApplication {

    /** How many files of one name are fetched. Pinpoint is known to keep two, one of them rendered as PDF. */
    private static final int SAME_NAME = 4;

    private final PinpointApplications applications;
    private final RemoteFiles files;

    public VerifyApplication(PinpointApplications applications, RemoteFiles files) {
        this.applications = applications;
        this.files = files;
    }

    Verification verify(Submission submission, Placed placed) {
        return switch (applications.read(submission.connection(), placed.application())) {
            case PinpointAnswer.Given<Stored>(var stored) -> complete(submission, placed, stored);
            case PinpointAnswer.Absent<Stored>() -> throw notVisibleYet();
            case PinpointAnswer.Denied<Stored>(var code) -> new Verification.Denied(code, false);
        };
    }

    private Verification complete(Submission submission, Placed placed, Stored stored) {
        List<Document> missing = missing(submission, placed, stored);
        if (missing.isEmpty()) {
            return new Proven(receipt(submission, placed, stored));
        }
        return switch (add(submission, placed, missing)) {
            case PinpointAnswer.Given<Stored>(var mended) -> new Proven(receipt(submission, placed, mended));
            case PinpointAnswer.Absent<Stored>() -> throw notVisibleYet();
            case PinpointAnswer.Denied<Stored>(var code) -> new Verification.Denied(code, true);
        };
    }

    /** What another export of ours has sent is not ours to mend. */
    private static List<Document> missing(Submission submission, Placed placed, Stored stored) {
        if (placed.origin() == Origin.SHARED) {
            return List.of();
        }
        return submission.documents().stream()
                .filter(document -> named(stored, document).findAny().isEmpty())
                .toList();
    }

    // The comment comes after the documents: a crash in between loses a courtesy, the other way round would repeat it.
    private PinpointAnswer<Stored> add(Submission submission, Placed placed, List<Document> missing) {
        var connection = submission.connection();
        var added = applications.addDocuments(connection, placed.application(), missing);
        if (added instanceof PinpointAnswer.Given<ApplicationId> && placed.origin() == Origin.ADOPTED) {
            applications.comment(connection, placed.application(), submission.comment());
        }
        return switch (added) {
            case PinpointAnswer.Given<ApplicationId>(var id) -> applications.read(connection, id);
            case PinpointAnswer.Absent<ApplicationId>() -> new PinpointAnswer.Absent<>();
            case PinpointAnswer.Denied<ApplicationId>(var code) -> new PinpointAnswer.Denied<>(code);
        };
    }

    private Receipt receipt(Submission submission, Placed placed, Stored stored) {
        return new Receipt(
                placed,
                stored.address(),
                stored.reference(),
                stored.job(),
                stored.stage(),
                stored.source(),
                placed.origin() == Origin.SHARED ? List.of() : files(submission, stored),
                submission.profile().missingGlyphs(),
                placed.origin() == Origin.CREATED && submission.mapping().notifyCandidate(),
                submission.candidate().acceptedAt());
    }

    // A signed address may have expired between our reading it and our fetching: ask for fresh ones, once.
    private List<Receipt.File> files(Submission submission, Stored stored) {
        var looks = looks(submission, stored);
        if (looks.stream().noneMatch(Look::isRefused)) {
            return files(looks);
        }
        return switch (applications.read(submission.connection(), stored.id())) {
            case PinpointAnswer.Given<Stored>(var again)
            when !again.attachments().equals(stored.attachments()) -> files(looks(submission, again));
            case PinpointAnswer.Given<Stored> _, PinpointAnswer.Absent<Stored>(), PinpointAnswer.Denied<Stored> _ ->
                files(looks);
        };
    }

    private static List<Receipt.File> files(List<Look> looks) {
        return looks.stream().map(Look::file).toList();
    }

    private List<Look> looks(Submission submission, Stored stored) {
        var cv = submission.cv().map(document -> look(Receipt.Kind.CV, document, stored));
        var profile = look(Receipt.Kind.PROFILE, submission.profile().document(), stored);
        return Stream.concat(cv.stream(), Stream.of(profile)).toList();
    }

    // Pinpoint may keep a rendition under the same name: the first that is equal will do, and no more are fetched.
    private Look look(Receipt.Kind kind, Document document, Stored stored) {
        ReadBack best = ReadBack.MISSING;
        boolean isRefused = false;
        for (Attachment attachment : named(stored, document).limit(SAME_NAME).toList()) {
            Optional<Fetch<Fingerprint>> fetch = attachment.address().map(files::fromPinpoint);
            ReadBack compared = fetch.map(theirs -> compare(document, theirs)).orElse(ReadBack.UNREAD);
            if (compared == ReadBack.EQUAL) {
                return new Look(file(kind, document, compared), false);
            }
            best = compared.compareTo(best) < 0 ? compared : best;
            isRefused |= fetch.filter(Fetch.Refused.class::isInstance).isPresent();
        }
        return new Look(file(kind, document, best), isRefused);
    }

    private static Receipt.File file(Receipt.Kind kind, Document document, ReadBack readBack) {
        return new Receipt.File(
                kind, document.content().size(), document.content().sha256(), readBack);
    }

    private static Stream<Attachment> named(Stored stored, Document document) {
        return stored.attachments().stream()
                .filter(attachment -> attachment.fileName().equals(document.fileName()));
    }

    private static ReadBack compare(Document document, Fetch<Fingerprint> fetch) {
        return switch (fetch) {
            case Fetch.Fetched<Fingerprint>(var theirs) ->
                theirs.equals(Fingerprint.of(document.content())) ? ReadBack.EQUAL : ReadBack.DIFFERENT;
            case Fetch.TooLarge<Fingerprint>() -> ReadBack.DIFFERENT;
            case Fetch.Refused<Fingerprint>(), Fetch.Unreachable<Fingerprint>() -> ReadBack.UNREAD;
        };
    }

    /** Pinpoint told us its id, so it is there: reading it again later will show it. */
    private static Outage notVisibleYet() {
        return new Outage(ErrorCode.PINPOINT_UNAVAILABLE, "Pinpoint does not show the application yet");
    }

    /** @param isRefused whether Pinpoint's store no longer hands out what may be the file */
    private record Look(Receipt.File file, boolean isRefused) {}

    sealed interface Verification {
        record Proven(Receipt receipt) implements Verification {}

        /** @param isWriting whether it was writing that Pinpoint denied */
        record Denied(ErrorCode code, boolean isWriting) implements Verification {}
    }
}
