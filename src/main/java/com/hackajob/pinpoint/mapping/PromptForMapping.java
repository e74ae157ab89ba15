package com.hackajob.pinpoint.mapping;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.updates.DeliverUpdate;
import com.hackajob.pinpoint.updates.Update;
import com.hackajob.pinpoint.updates.Update.Subject;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Has an employer asked what a job stands for in Pinpoint once it is published, for as long as it has no mapping.
 * Events may come twice, late and in any order.
 */
public final class PromptForMapping {

    /** An edit of the mapping may come in between; that many in a row may not. */
    private static final int TRIES = 5;

    private final PublishedJobs jobs;
    private final DeliverUpdate delivery;

    public PromptForMapping(PublishedJobs jobs, DeliverUpdate delivery) {
        this.jobs = jobs;
        this.delivery = delivery;
    }

    /** @throws Outage when the job changed again and again meanwhile */
    public Outcome published(CompanyId company, JobId job, String title, Instant at) {
        return change(company, job, at, seen -> new PublishedJob(company, job, title, true, at, isMapped(seen)));
    }

    /**
     * The job was closed or deleted.
     *
     * @throws Outage as for {@link #published}
     */
    public Outcome closed(CompanyId company, JobId job, Instant at) {
        return change(company, job, at, seen -> {
            String title = seen.map(PublishedJob::title).orElse("");
            return new PublishedJob(company, job, title, false, at, isMapped(seen));
        });
    }

    private static boolean isMapped(Optional<PublishedJob> seen) {
        return seen.filter(PublishedJob::isMapped).isPresent();
    }

    private Outcome change(
            CompanyId company, JobId job, Instant at, Function<Optional<PublishedJob>, PublishedJob> event) {
        for (int i = 0; i < TRIES; i++) {
            Optional<PublishedJob> seen = jobs.find(company, job);
            if (seen.filter(known -> !known.since().isBefore(at)).isPresent()) {
                return Outcome.KNOWN;
            }
            PublishedJob next = event.apply(seen);
            Optional<Update> prompt = prompt(seen, next);
            if (jobs.save(next, seen, prompt)) {
                prompt.ifPresent(delivery::deliver);
                return prompt.isPresent() ? Outcome.PROMPTED : Outcome.NOTED;
            }
        }
        throw new Outage(ErrorCode.INTERNAL_ERROR, "the job changes all the time");
    }

    /** Once a publication: a job that is published again while it still waits is not news. */
    private static Optional<Update> prompt(Optional<PublishedJob> seen, PublishedJob next) {
        boolean isNews =
                next.needsMapping() && seen.filter(PublishedJob::needsMapping).isEmpty();
        String id = String.join(
                "~",
                next.company().value(),
                next.job().value(),
                "published",
                Long.toString(next.since().toEpochMilli()));
        return isNews
                ? Optional.of(new Update(
                        id,
                        Update.Kind.JOB_NEEDS_MAPPING,
                        Subject.of(next.company(), next.job()),
                        Optional.empty(),
                        next.since()))
                : Optional.empty();
    }

    /** What came of an event. */
    public enum Outcome {
        /** hackajob was asked to prompt for a mapping. */
        PROMPTED,
        NOTED,
        /** It was known, or older than what is known. */
        KNOWN
    }
}
