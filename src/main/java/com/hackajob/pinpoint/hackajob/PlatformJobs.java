package com.hackajob.pinpoint.hackajob;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.mapping.HackajobJob;
import com.hackajob.pinpoint.mapping.HackajobJobs;
import jakarta.inject.Singleton;
import java.util.Optional;

/** {@link HackajobJobs} on hackajob's platform. */
@Singleton
final class PlatformJobs implements HackajobJobs {

    private final Platform platform;

    PlatformJobs(Platform platform) {
        this.platform = platform;
    }

    @Override
    public Optional<HackajobJob> find(CompanyId company, JobId job) {
        return platform.ask(JobJson.class, JobJson::read, "companies", company.value(), "jobs", job.value());
    }
}
