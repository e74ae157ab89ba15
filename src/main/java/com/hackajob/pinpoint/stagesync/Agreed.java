package com.hackajob.pinpoint.stagesync;

import com.hackajob.pinpoint.mapping.PinpointStageId;
import com.hackajob.pinpoint.mapping.StageId;
import java.util.Optional;

/**
 * The two stages at which both sides were last seen to agree, or were left as they were. A side that is elsewhere now has
 * moved since.
 *
 * @param pinpointStage empty where we only joined an application: wherever Pinpoint has it is news to hackajob
 */
public record Agreed(StageId stage, Optional<PinpointStageId> pinpointStage) {

    public Agreed(StageId stage, PinpointStageId pinpointStage) {
        this(stage, Optional.of(pinpointStage));
    }

    boolean isAt(PinpointStageId place) {
        return pinpointStage.equals(Optional.of(place));
    }
}
