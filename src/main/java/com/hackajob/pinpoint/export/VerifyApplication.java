package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.connection.PinpointAnswer;
import com.hackajob.pinpoint.export.PinpointApplications.Attachment;
import com.hackajob.pinpoint.export.PinpointApplications.Stored;
import com.hackajob.pinpoint.export.Receipt.Origin;
import com.hackajob.pinpoint.export.Receipt.ReadBack;
import com.hackajob.pinpoint.export.RemoteFiles.Fetch;
import com.hackajob.pinpoint.export.RemoteFiles.Fingerprint;
import com.hackajob.pinpoint.export.VerifyApplication.Verification.Denied;
import com.hackajob.pinpoint.export.VerifyApplication.Verification.NotShown;
import com.hackajob.pinpoint.export.VerifyApplication.Verification.Proven;
import com.hackajob.pinpoint.export.VerifyApplication.Verification.TakenOver;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** Reads an application back from Pinpoint, adds what is missing, and writes the receipt. */
public final class VerifyApplication {

    /** How many files of one name are fetched. Pinpoint is known to keep two, one of them rendered as PDF. */
    private static final int SAME_NAME = 4;

    /** After so long no further file is fetched: the proof must not cost the export. */
    private static final Duration READING = Duration.ofSeconds(30);

    private final PinpointApplications applications;
    private final RemoteFiles files;
    private final Ledger ledger;
    private final InstantSource clock;

    public VerifyApplication(PinpointApplications applications, RemoteFiles files, Ledger ledger, InstantSource clock) {
        this.applications = applications;
        this.files = files;
        this.ledger = ledger;
        this.clock = clock;
    }

    Verification verify(Order order, Submission prepared, Placed placed) {
        Submission submission = placed.origin() == Origin.ADOPTED ? prepared.besideOthers() : prepared;
        return switch (applications.read(submission.connection(), placed.application())) {
            case PinpointAnswer.Given<Stored>(var stored) -> complete(order, submission, placed, stored);
            case PinpointAnswer.Absent<Stored>() -> new NotShown();
            case PinpointAnswer.Denied<Stored>(var code) -> new Denied(code, false);
        };
    }

    // A worker that slept beyond its lease is told so here: whoever took over may have added what it sees missing.
    private Verification complete(Order order, Submission submission, Placed placed, Stored stored) {
        List<Document> missing = missing(submission, placed, stored);
        if (missing.isEmpty()) {
            return new Proven(receipt(submission, placed, stored));
        }
        if (!ledger.isInHandOf(order.claim())) {
            return new TakenOver();
        }
        return switch (add(submission, placed, missing)) {
            case PinpointAnswer.Given<Stored>(var mended) -> new Proven(receipt(submission, placed, mended));
            case PinpointAnswer.Absent<Stored>() -> new NotShown();
            case PinpointAnswer.Denied<Stored>(var code) -> new Denied(code, true);
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
                !placed.origin().isJoined() && submission.mapping().notifyCandidate(),
                submission.candidate().acceptedAt());
    }

    // A signed address may have expired between our reading it and our fetching: ask for fresh ones, once.
    private List<Receipt.File> files(Submission submission, Stored stored) {
        Instant until = clock.instant().plus(READING);
        List<Look> looks =
                sent(submission).map(file -> look(file, stored, until)).toList();
        if (looks.stream().anyMatch(Look::isRefused)
                && applications.read(submission.connection(), stored.id())
                        instanceof PinpointAnswer.Given<Stored>(var again)
                && !again.attachments().equals(stored.attachments())) {
            looks = looks.stream()
                    .map(look -> look.isRefused() ? look.best(look(look.sent(), again, until)) : look)
                    .toList();
        }
        return looks.stream().map(Look::file).toList();
    }

    private static Stream<Sent> sent(Submission submission) {
        return Stream.concat(
                submission.cv().map(document -> new Sent(Receipt.Kind.CV, document)).stream(),
                Stream.of(new Sent(Receipt.Kind.PROFILE, submission.profile().document())));
    }

    // Pinpoint may keep a rendition under the same name: the first that is equal will do, and no more are fetched.
    private Look look(Sent sent, Stored stored, Instant until) {
        Look best = new Look(sent, ReadBack.MISSING, false);
        for (Attachment attachment :
                named(stored, sent.document()).limit(SAME_NAME).toList()) {
            if (best.readBack() != ReadBack.EQUAL) {
                best = best.best(look(sent, attachment, until));
            }
        }
        return best;
    }

    private Look look(Sent sent, Attachment attachment, Instant until) {
        return attachment
                .address()
                .filter(_ -> clock.instant().isBefore(until))
                .map(files::fromPinpoint)
                .map(fetch -> look(sent, fetch))
                .orElseGet(() -> new Look(sent, ReadBack.UNREAD, false));
    }

    private static Look look(Sent sent, Fetch<Fingerprint> fetch) {
        return switch (fetch) {
            case Fetch.Fetched<Fingerprint>(var theirs) ->
                new Look(sent, theirs.equals(sent.fingerprint()) ? ReadBack.EQUAL : ReadBack.DIFFERENT, false);
            case Fetch.TooLarge<Fingerprint>() -> new Look(sent, ReadBack.DIFFERENT, false);
            case Fetch.Refused<Fingerprint>() -> new Look(sent, ReadBack.UNREAD, true);
            case Fetch.Unreachable<Fingerprint>() -> new Look(sent, ReadBack.UNREAD, false);
        };
    }

    private static Stream<Attachment> named(Stored stored, Document document) {
        return stored.attachments().stream()
                .filter(attachment -> attachment.fileName().equals(document.fileName()));
    }

    private record Sent(Receipt.Kind kind, Document document) {
        Fingerprint fingerprint() {
            return Fingerprint.of(document.content());
        }
    }

    /**
     * What was seen of a file that was sent.
     *
     * @param isRefused whether Pinpoint's store no longer hands out what may be it
     */
    private record Look(Sent sent, ReadBack readBack, boolean isRefused) {

        Look best(Look other) {
            ReadBack best = readBack.compareTo(other.readBack) <= 0 ? readBack : other.readBack;
            return new Look(sent, best, best != ReadBack.EQUAL && (isRefused || other.isRefused));
        }

        Receipt.File file() {
            var fingerprint = sent.fingerprint();
            return new Receipt.File(sent.kind(), fingerprint.size(), fingerprint.sha256(), readBack);
        }
    }

    sealed interface Verification {
        record Proven(Receipt receipt) implements Verification {}

        /** Pinpoint told us its id, so it is there: reading it again later will show it. */
        record NotShown() implements Verification {}

        /** Our lease ran out: somebody else goes on. */
        record TakenOver() implements Verification {}

        /** @param isWriting whether it was writing that Pinpoint denied */
        record Denied(ErrorCode code, boolean isWriting) implements Verification {}
    }
}
