package com.hackajob.pinpoint.stagesync;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.export.ApplicationId;
import java.time.Instant;

/** Has a company's worker look at an application. */
public interface Hints {

    /**
     * @param at when we heard of it; the same application twice is looked at twice
     * @throws com.hackajob.pinpoint.Outage when the queue did not take it
     */
    void look(CompanyId company, ApplicationId application, Instant at);
}
