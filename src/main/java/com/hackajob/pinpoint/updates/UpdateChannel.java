package com.hackajob.pinpoint.updates;

/** The way to hackajob's backend. */
public interface UpdateChannel {

    /** @throws com.hackajob.pinpoint.Outage when the queue did not take it */
    void send(Update update);
}
