package com.hackajob.pinpoint.mapping;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.updates.Update;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The companies' jobs as hackajob published them. Whether a job is mapped is kept with it by {@link Mappings}, in the
 * same write that makes or removes the mapping.
 */
public interface PublishedJobs {

    /** What is known of the job, be it only that it is mapped. */
    Optional<PublishedJob> find(CompanyId company, JobId job);

    /**
     * Writes what an event told, together with the update that it gives rise to, or neither.
     *
     * @param seen what the change was made from, and must still be there
     * @return false when it changed meanwhile: look again
     */
    boolean save(PublishedJob next, Optional<PublishedJob> seen, Optional<Update> update);

    /**
     * The company's jobs that need a mapping, the longest published first. Those that changed a moment ago may not be
     * shown as they are now.
     *
     * @param after where to go on, empty for the start
     */
    Page needingMapping(CompanyId company, Optional<Position> after, int limit);

    /** How far the list was read. */
    record Position(Instant since, JobId job) {}

    /** @param next where to go on; empty on the last page */
    record Page(List<PublishedJob> jobs, Optional<Position> next) {
        public Page {
            jobs = List.copyOf(jobs);
        }
    }
}
