package com.hackajob.pinpoint.mapping;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.JobId;
import java.util.Optional;

/** The companies' jobs on hackajob. */
public interface HackajobJobs {

    /** @throws com.hackajob.pinpoint.Outage when hackajob did not answer */
    Optional<HackajobJob> find(CompanyId company, JobId job);
}
