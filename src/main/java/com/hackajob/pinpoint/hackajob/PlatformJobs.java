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
        return platform.ask(
                (api, bearer, trace) -> api.job(bearer, trace, company.value(), job.value()),
                JobJson.class,
                JobJson::read);
    }
}
