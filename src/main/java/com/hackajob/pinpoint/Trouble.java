package com.hackajob.pinpoint;

/** Something about a company's connection that somebody has to see to, counted when it is noticed. */
public enum Trouble {
    /** Pinpoint no longer lets us in: its exports are held. */
    CONNECTION_ATTENTION,
    /** Webhooks that used to come no longer do: moves are found by asking, which takes longer. */
    WEBHOOK_SILENCE
}
