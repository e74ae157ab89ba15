package com.hackajob.pinpoint.updates;

import com.hackajob.pinpoint.CandidateId;
import com.hackajob.pinpoint.CompanyId;
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

    /** Puts one in that tells of no change in the table. Putting the same in again changes nothing. */
    void add(Update update);

    /** Takes out all that is about the candidate. */
    void forget(CompanyId company, CandidateId candidate);
}
