package com.hackajob.pinpoint;

/** What a part of the process does once before its first invocation, so that this one need not wait for it. */
public interface WarmUp {

    /** Whom the first calls are then ready for. */
    Remote remote();

    /** May fail: then the first call does it all. */
    void run();
}
