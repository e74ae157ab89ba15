package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.connection.PinpointAnswer;
import com.hackajob.pinpoint.mapping.PinpointJobId;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The applications in a company's Pinpoint account. Each method is one call; each may end in an {@code Outage}. */
public interface PinpointApplications {

    PinpointAnswer<List<Match>> findByEmail(Connection connection, PinpointJobId job, String email);

    PinpointAnswer<List<Match>> findByReference(Connection connection, Reference reference);

    /** Creates the application with its files. An {@code Outage} leaves open whether it took effect. */
    Creation create(Submission submission);

    PinpointAnswer<Stored> read(Connection connection, ApplicationId application);

    /** Adds documents to an application that is there already. What Pinpoint does not take is missing when read back. */
    PinpointAnswer<ApplicationId> addDocuments(
            Connection connection, ApplicationId application, List<Document> documents);

    PinpointAnswer<ApplicationId> comment(Connection connection, ApplicationId application, String text);

    /**
     * An application that a search found.
     *
     * @param email the applicant's, where Pinpoint shows it
     */
    record Match(ApplicationId id, PinpointJobId job, Optional<Reference> reference, Optional<String> email) {
        @Override
        public String toString() {
            return "Match[" + id + ", " + job + ", " + reference + "]";
        }
    }

    /** An application as Pinpoint holds it. */
    record Stored(
            ApplicationId id,
            URI address,
            PinpointJobId job,
            Receipt.Stage stage,
            Source source,
            Optional<Reference> reference,
            List<Attachment> attachments) {
        public Stored {
            attachments = List.copyOf(attachments);
        }
    }

    /** @param address where its content can be read for a short while, if Pinpoint told a usable one */
    record Attachment(String fileName, Optional<URI> address) {
        @Override
        public String toString() {
            return "Attachment[hidden]";
        }
    }

    /** What came of creating an application. */
    sealed interface Creation {
        record Created(ApplicationId id) implements Creation {}

        /** The candidate has applied for this job already. */
        record AlreadyThere() implements Creation {}

        /**
         * Pinpoint does not want it.
         *
         * @param words Pinpoint's own
         */
        record Refused(ErrorCode code, String words) implements Creation {}

        /** The credential does not open it. */
        record Denied(ErrorCode code) implements Creation {}
    }
}
