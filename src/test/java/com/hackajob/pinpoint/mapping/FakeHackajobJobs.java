package com.hackajob.pinpoint.mapping;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.Outage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@link HackajobJobs} in memory. */
public final class FakeHackajobJobs implements HackajobJobs {

    private record Key(CompanyId company, JobId job) {}

    private final Map<Key, HackajobJob> jobs = new HashMap<>();

    private final Set<JobId> silent = new HashSet<>();
    private Runnable meanwhile = () -> {};

    @Override
    public Optional<HackajobJob> find(CompanyId company, JobId job) {
        meanwhile.run();
        if (silent.contains(job)) {
            throw new Outage(ErrorCode.HACKAJOB_UNAVAILABLE, "hackajob did not answer");
        }
        return Optional.ofNullable(jobs.get(new Key(company, job)));
    }

    public void publish(CompanyId company, HackajobJob job) {
        jobs.put(new Key(company, job.id()), job);
    }

    /** hackajob does not answer when it is asked for that job. */
    public void breakDownFor(JobId job) {
        silent.add(job);
    }

    /** What happens whenever it is asked for a job. */
    public void meanwhile(Runnable happening) {
        meanwhile = happening;
    }
}
