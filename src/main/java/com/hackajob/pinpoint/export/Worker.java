package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.CompanyId;
import java.time.Instant;

/** Whoever does the work of a company's events. */
public interface Worker {

    /**
     * Asks for the company's due work to be taken up.
     *
     * @param tick calls of the same company and tick count once
     * @throws com.hackajob.pinpoint.Outage when the queue did not take it
     */
    void wake(CompanyId company, Instant tick);

    /**
     * Asks for the company's connection to be looked after.
     *
     * @param tick calls of the same company and tick count once
     * @throws com.hackajob.pinpoint.Outage when the queue did not take it
     */
    void poll(CompanyId company, Instant tick);
}
