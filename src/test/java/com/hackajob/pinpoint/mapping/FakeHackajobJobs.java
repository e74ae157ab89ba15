package com.hackajob.pinpoint.mapping;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.JobId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** {@link HackajobJobs} in memory. */
public final class FakeHackajobJobs implements HackajobJobs {

    private record Key(CompanyId company, JobId job) {}

    private final Map<Key, HackajobJob> jobs = new HashMap<>();

    @Override
    public Optional<HackajobJob> find(CompanyId company, JobId job) {
        return Optional.ofNullable(jobs.get(new Key(company, job)));
    }

    public void publish(CompanyId company, HackajobJob job) {
        jobs.put(new Key(company, job.id()), job);
    }
}
