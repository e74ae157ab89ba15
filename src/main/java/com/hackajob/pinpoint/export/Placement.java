package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;

/** Whether Pinpoint holds the application now. */
sealed interface Placement
        permits Placed,
                Placement.Blocked,
                Placement.Refused,
                Placement.Obstructed,
                Placement.Uncertain,
                Placement.NotShown,
                Placement.Occupied,
                Placement.TakenOver {

    /**
     * The credential, or what it may do, has to be mended first.
     *
     * @param isWriting whether it was writing that Pinpoint denied
     */
    record Blocked(ErrorCode code, boolean isWriting) implements Placement {}

    /** Pinpoint does not want it. */
    record Refused(ErrorCode code, String words) implements Placement {}

    /** It is not there, and the job as last read would not take it. */
    record Obstructed(ErrorCode code) implements Placement {}

    /** The POST may or may not have taken effect. */
    record Uncertain(Outage outage) implements Placement {}

    /** Pinpoint has one already, and its search does not show it yet. */
    record NotShown() implements Placement {}

    /** Another export of the candidate may be creating the application on this Pinpoint job: it has to be visible first. */
    record Occupied() implements Placement {}

    /** Our lease ran out: somebody else goes on. */
    record TakenOver() implements Placement {}
}
