package com.hackajob.pinpoint.updates;

import com.hackajob.pinpoint.Outage;

/** Sends an update that is in the outbox and takes it out: a crash in between sends it twice, with the same id, and never not at all. */
public final class DeliverUpdate {

    private final UpdateChannel channel;
    private final Outbox outbox;

    public DeliverUpdate(UpdateChannel channel, Outbox outbox) {
        this.channel = channel;
        this.outbox = outbox;
    }

    /** @return false when the queue did not take it: it stays in the outbox, and whoever empties the outbox sends it later */
    public boolean deliver(Update update) {
        try {
            channel.send(update);
            outbox.forget(update);
            return true;
        } catch (Outage outage) {
            return false;
        }
    }
}
