package com.hackajob.pinpoint.mapping;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.updates.InMemoryOutbox;
import com.hackajob.pinpoint.updates.Update;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link PublishedJobs} in memory; whether a job is mapped is looked up where the mappings are. */
public final class InMemoryPublishedJobs implements PublishedJobs {

    private record Key(CompanyId company, JobId job) {}

    private final Map<Key, PublishedJob> jobs = new HashMap<>();
    private final InMemoryMappings mappings;
    private final InMemoryOutbox outbox;

    public InMemoryPublishedJobs(InMemoryMappings mappings, InMemoryOutbox outbox) {
        this.mappings = mappings;
        this.outbox = outbox;
    }

    @Override
    public synchronized Optional<PublishedJob> find(CompanyId company, JobId job) {
        boolean isMapped = mappings.find(company, job).isPresent();
        return Optional.ofNullable(jobs.get(new Key(company, job)))
                .map(known -> mapped(known, isMapped))
                .or(() -> Optional.of(new PublishedJob(company, job, "", false, Instant.EPOCH, true))
                        .filter(_ -> isMapped));
    }

    private static PublishedJob mapped(PublishedJob job, boolean isMapped) {
        return new PublishedJob(job.company(), job.job(), job.title(), job.isLive(), job.since(), isMapped);
    }

    @Override
    public synchronized boolean save(PublishedJob next, Optional<PublishedJob> seen, Optional<Update> update) {
        if (!find(next.company(), next.job()).equals(seen)) {
            return false;
        }
        jobs.put(new Key(next.company(), next.job()), next);
        update.ifPresent(outbox::add);
        return true;
    }

    @Override
    public synchronized Page needingMapping(CompanyId company, Optional<Position> after, int limit) {
        List<PublishedJob> rest = jobs.values().stream()
                .map(job -> find(job.company(), job.job()).orElseThrow())
                .filter(job -> job.company().equals(company) && job.needsMapping())
                .sorted(Comparator.comparing(InMemoryPublishedJobs::position, InMemoryPublishedJobs::compare))
                .filter(job -> after.isEmpty() || compare(position(job), after.get()) > 0)
                .toList();
        List<PublishedJob> page = rest.stream().limit(limit).toList();
        return new Page(page, page.size() < rest.size() ? Optional.of(position(page.getLast())) : Optional.empty());
    }

    private static Position position(PublishedJob job) {
        return new Position(job.since(), job.job());
    }

    private static int compare(Position one, Position other) {
        return Comparator.comparing(Position::since)
                .thenComparing(position -> position.job().value())
                .compare(one, other);
    }
}
