package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.connection.PinpointAnswer;
import com.hackajob.pinpoint.export.PinpointApplications.Stored;
import com.hackajob.pinpoint.export.PrepareSubmission.Preparation.Unfit;
import com.hackajob.pinpoint.export.Receipt.Origin;
import com.hackajob.pinpoint.export.VerifyApplication.Verification.Denied;
import com.hackajob.pinpoint.export.VerifyApplication.Verification.Incomplete;
import com.hackajob.pinpoint.export.VerifyApplication.Verification.NotShown;
import com.hackajob.pinpoint.export.VerifyApplication.Verification.Proven;
import com.hackajob.pinpoint.export.VerifyApplication.Verification.TakenOver;
import java.time.Instant;
import java.util.List;

/** Reads an application back from Pinpoint, adds what is missing, and writes the receipt. */
public final class VerifyApplication {

    private static final int CV_AND_PROFILE = 2;

    private final PinpointApplications applications;
    private final ReadFilesBack files;
    private final RecordResult results;

    public VerifyApplication(PinpointApplications applications, ReadFilesBack files, RecordResult results) {
        this.applications = applications;
        this.files = files;
        this.results = results;
    }

    Verification verify(Order order, Submission prepared, Placed placed) {
        Submission submission = placed.origin() == Origin.ADOPTED ? prepared.besideOthers() : prepared;
        return switch (applications.read(submission.connection(), placed.application())) {
            case PinpointAnswer.Given<Stored>(var stored) -> complete(order, submission, placed, stored);
            case PinpointAnswer.Absent<Stored>() -> new NotShown();
            case PinpointAnswer.Denied<Stored>(var code) -> new Denied(code, false);
        };
    }

    /**
     * Without what it was sent with, which can't be gathered any more: the receipt has no files. Where another CV would put
     * that right, Pinpoint has to have both files, or the employer has to know.
     *
     * @param acceptedAt as far as it is known
     */
    Verification verify(Order order, Placed placed, Unfit unfit, Instant acceptedAt) {
        return switch (applications.read(order.connection(), placed.application())) {
            case PinpointAnswer.Given<Stored>(var stored)
            when unfit.code().isOfTheCv()
                    && placed.origin() != Origin.SHARED
                    && stored.attachments().size() < CV_AND_PROFILE -> new Incomplete(unfit);
            case PinpointAnswer.Given<Stored>(var stored) ->
                new Proven(receipt(order, placed, stored, List.of(), List.of(), acceptedAt), false);
            case PinpointAnswer.Absent<Stored>() -> new NotShown();
            case PinpointAnswer.Denied<Stored>(var code) -> new Denied(code, false);
        };
    }

    // A worker that slept beyond its lease is told so here: whoever took over may have added what it sees missing. And
    // were we to die, an erasure would know where documents were added.
    private Verification complete(Order order, Submission submission, Placed placed, Stored stored) {
        List<Document> missing = missing(submission, placed, stored);
        if (missing.isEmpty()) {
            return new Proven(receipt(order, submission, placed, stored), false);
        }
        if (!results.adding(order.claim(), placed)) {
            return new TakenOver();
        }
        return switch (add(submission, placed, missing)) {
            case PinpointAnswer.Given<Stored>(var mended) ->
                new Proven(receipt(order, submission, placed, mended), true);
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
                .filter(document -> !isThere(stored, document))
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

    private Receipt receipt(Order order, Submission submission, Placed placed, Stored stored) {
        return receipt(
                order,
                placed,
                stored,
                placed.origin() == Origin.SHARED ? List.of() : files.of(submission, stored),
                submission.profile().missingGlyphs(),
                submission.candidate().acceptedAt());
    }

    private static Receipt receipt(
            Order order,
            Placed placed,
            Stored stored,
            List<Receipt.File> files,
            List<String> missingGlyphs,
            Instant acceptedAt) {
        return new Receipt(
                placed,
                stored.address(),
                stored.reference(),
                stored.job(),
                stored.stage(),
                stored.source(),
                files,
                missingGlyphs,
                !placed.origin().isJoined() && order.mapping().notifyCandidate(),
                acceptedAt);
    }

    private static boolean isThere(Stored stored, Document document) {
        return stored.attachments().stream()
                .anyMatch(attachment -> attachment.fileName().equals(document.fileName()));
    }

    sealed interface Verification {
        /** @param isWritten whether documents were added for it */
        record Proven(Receipt receipt, boolean isWritten) implements Verification {}

        /** Pinpoint told us its id, so it is there: reading it again later will show it. */
        record NotShown() implements Verification {}

        /** A file is not there, and can't be added. */
        record Incomplete(Unfit unfit) implements Verification {}

        /** Our lease ran out: somebody else goes on. */
        record TakenOver() implements Verification {}

        /** @param isWriting whether it was writing that Pinpoint denied */
        record Denied(ErrorCode code, boolean isWriting) implements Verification {}
    }
}
