package com.hackajob.pinpoint.stagesync;

/** What a look at a candidate's stages came to. */
public enum Followed {
    /** Nobody whom we sent, and no mapping by which we may. */
    NOT_OURS,
    /** Older than what is known. */
    STALE,
    /** Written down; nothing can be done about it, or has to be. */
    NOTED,
    /** Both sides are where they should be, or are left where they are. */
    IN_STEP,
    /** Moved in Pinpoint. */
    PUSHED,
    /** hackajob was asked to follow. */
    ASKED,
    /** Looked at again later. */
    WAITS,
    /** The application is no longer to be followed. */
    LOST,
    /** Something of ours broke; its time comes again. */
    BROKEN
}
