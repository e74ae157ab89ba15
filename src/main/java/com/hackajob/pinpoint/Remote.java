package com.hackajob.pinpoint;

/** A system outside of the process. */
public enum Remote {
    DYNAMODB,
    SECRETS,
    SQS,
    /** Its API, and its OAuth token endpoint. */
    PINPOINT,
    HACKAJOB,
    /** Of either side: CVs, and what is read back from Pinpoint. */
    FILES
}
