package com.hackajob.pinpoint;

/** A way whose length in time is measured, from where something happened to where it has taken effect. */
public enum Lag {
    /** From the candidate's acceptance to the receipt. */
    ACCEPTED_TO_VERIFIED,
    /** From a move on hackajob, by its clock, to the same in Pinpoint. */
    STAGE_OUT,
    /** From a webhook's arrival to hackajob's being asked to follow. */
    STAGE_IN
}
