package com.hackajob.pinpoint.updates;

import java.time.Instant;
import java.util.List;

/** Updates that were written together with what they tell of, and are not known to have been sent. */
public interface Outbox {

    /** Those that have been there since before then: their writer had its turn. */
    List<Update> pending(Instant since);

    /**
     * Takes it out.
     *
     * @throws com.hackajob.pinpoint.Outage when that did not work now
     */
    void forget(Update update);
}
