package com.hackajob.pinpoint.stagesync;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.connection.PinpointAnswer;
import com.hackajob.pinpoint.export.ApplicationId;
import com.hackajob.pinpoint.export.Reference;
import com.hackajob.pinpoint.export.Source;
import com.hackajob.pinpoint.mapping.PinpointJobId;
import com.hackajob.pinpoint.mapping.PinpointStageId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The stages of a company's applications in Pinpoint. Each method is one call, asks for nothing personal, and may end in
 * an {@code Outage}.
 */
public interface PinpointStages {

    PinpointAnswer<Seen> read(Connection connection, ApplicationId application);

    /** Moves an application to a stage of its job. An {@code Outage} leaves open whether it took effect. */
    Move move(Connection connection, ApplicationId application, PinpointStageId stage);

    /**
     * Applications that changed after that time, the earliest change first.
     *
     * @param page from 1; shorter than {@link #PAGE} where it is the last
     */
    PinpointAnswer<List<Seen>> changedAfter(Connection connection, Instant time, int page);

    /** The applications that bear one of these references; at most fifty. */
    PinpointAnswer<List<Seen>> bearing(Connection connection, List<Reference> references);

    /** Where a user of Pinpoint sees the application. No call. */
    URI address(Connection connection, ApplicationId application);

    /** How many applications a page of changes has. */
    int PAGE = 200;

    /** An application, as far as its stage is concerned. */
    record Seen(
            ApplicationId id,
            PinpointJobId job,
            PinpointStageId stage,
            Optional<Reference> reference,
            Source source,
            Instant changedAt) {}

    /** What came of moving an application. */
    sealed interface Move {
        record Moved() implements Move {}

        /** Pinpoint does not have it, or not the stage, or does not want to. */
        record Refused() implements Move {}

        /** The credential does not open it. */
        record Denied(ErrorCode code) implements Move {}
    }
}
