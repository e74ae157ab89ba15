package com.hackajob.pinpoint.lambda;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.mapping.PinpointStageId;
import com.hackajob.pinpoint.mapping.StageId;
import com.hackajob.pinpoint.stagesync.Agreed;
import com.hackajob.pinpoint.stagesync.Track;
import com.hackajob.pinpoint.stagesync.Track.Standing;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Optional;

/**
 * How the stages of an exported candidate are kept in sync, as callers see it.
 *
 * @param stageId hackajob's; absent while nobody has moved the candidate
 * @param pinpointStageId Pinpoint's, when the two last agreed or were left as they were
 */
@RegisterForReflection
record TrackingJson(
        String state,
        Optional<String> stageId,
        Optional<String> pinpointStageId,
        Optional<Instant> due,
        Optional<String> reason,
        Optional<String> code,
        Optional<String> detail,
        Optional<String> remedy) {

    static TrackingJson of(Track track) {
        Optional<ErrorCode> code = code(track.standing());
        Optional<Track.Reason> reason = track.standing() instanceof Standing.Untracked untracked
                ? Optional.of(untracked.reason())
                : Optional.empty();
        return new TrackingJson(
                state(track.standing()),
                track.stage().map(StageId::value),
                track.agreed().flatMap(Agreed::pinpointStage).map(PinpointStageId::value),
                track.standing().due(),
                reason.map(Track.Reason::code),
                code.map(ErrorCode::code),
                reason.map(Track.Reason::detail).or(() -> code.map(ErrorCode::detail)),
                code.map(ErrorCode::remedy));
    }

    private static String state(Standing standing) {
        return switch (standing) {
            case Standing.Still() -> "in_step";
            case Standing.Waiting _ -> "waiting";
            case Standing.Searched _ -> "searched";
            case Standing.Untracked _ -> "untracked";
        };
    }

    private static Optional<ErrorCode> code(Standing standing) {
        return switch (standing) {
            case Standing.Waiting(var _, var code, var _) -> code;
            case Standing.Untracked _ -> Optional.of(ErrorCode.UNTRACKED);
            case Standing.Still _, Standing.Searched _ -> Optional.empty();
        };
    }
}
