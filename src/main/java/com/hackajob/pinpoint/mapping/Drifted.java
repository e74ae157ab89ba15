package com.hackajob.pinpoint.mapping;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.updates.Update;
import com.hackajob.pinpoint.updates.Update.Proposal;
import com.hackajob.pinpoint.updates.Update.Subject;
import java.time.Instant;
import java.util.Optional;

/** What hackajob is told of a mapping that does not fit any more. */
final class Drifted {

    private Drifted() {}

    /** The mapping's version makes its id stable and unique. */
    static Update update(Mapping mapping, ErrorCode code, Instant now) {
        String id = String.join(
                "~",
                mapping.company().value(),
                mapping.job().value(),
                "drifted",
                mapping.version().value());
        return new Update(
                id,
                Update.Kind.MAPPING_DRIFTED,
                Subject.of(mapping.company(), mapping.job()),
                Optional.of(code),
                now,
                mapping.repair().map(repair -> proposal(mapping, repair)));
    }

    private static Proposal proposal(Mapping mapping, Repair repair) {
        return new Proposal(
                mapping.version().value(),
                repair.moves().stream()
                        .map(move -> new Proposal.Move(
                                move.stage().value(), move.pinpointStage().map(PinpointStageId::value)))
                        .toList());
    }
}
