package com.hackajob.pinpoint;

/** A way whose length in time is measured, from where something happened to where it has taken effect. */
public enum Lag {
    /** From the candidate's acceptance to the receipt. */
    ACCEPTED_TO_VERIFIED
}
