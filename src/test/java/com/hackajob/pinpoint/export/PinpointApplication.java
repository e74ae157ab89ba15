package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.mapping.PinpointJobId;
import com.hackajob.pinpoint.mapping.PinpointStageId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An application as {@link FakePinpointApplications} holds it.
 *
 * @param mailed whether the candidate got a mail when it arrived
 */
public record PinpointApplication(
        ApplicationId id,
        PinpointJobId job,
        String email,
        Optional<PinpointStageId> stage,
        Source source,
        Optional<Reference> reference,
        List<Document> documents,
        List<String> comments,
        boolean mailed) {

    static PinpointApplication of(ApplicationId id, Submission submission, boolean withoutFiles) {
        return new PinpointApplication(
                id,
                submission.mapping().pinpointJob().id(),
                submission.candidate().person().email(),
                submission.stage(),
                submission.source(),
                Optional.of(submission.reference()),
                withoutFiles ? List.of() : submission.documents(),
                List.of(submission.comment()),
                submission.mapping().notifyCandidate());
    }

    boolean isSameAs(PinpointApplication other) {
        return email.equals(other.email) && job.equals(other.job);
    }

    PinpointApplication ofSomebodyElse() {
        return new PinpointApplication(
                id, job, "stranger@example.com", stage, source, Optional.empty(), List.of(), List.of(), false);
    }

    PinpointApplication withDocuments(List<Document> more) {
        List<Document> all = Stream.concat(documents.stream(), more.stream()).toList();
        return new PinpointApplication(id, job, email, stage, source, reference, all, comments, mailed);
    }

    PinpointApplication withComment(String comment) {
        List<String> all = Stream.concat(comments.stream(), Stream.of(comment)).toList();
        return new PinpointApplication(id, job, email, stage, source, reference, documents, all, mailed);
    }
}
