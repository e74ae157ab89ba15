package com.hackajob.pinpoint.lambda;

import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.mapping.PublishedJob;
import com.hackajob.pinpoint.mapping.PublishedJobs;
import com.hackajob.pinpoint.mapping.PublishedJobs.Position;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A published hackajob job as callers see it. */
@RegisterForReflection
record PublishedJobJson(String jobId, String title, Instant publishedAt) {

    private static PublishedJobJson of(PublishedJob job) {
        return new PublishedJobJson(job.job().value(), job.title(), job.since());
    }

    /** Reads what {@link Page} gave for going on. */
    static Position cursor(String text) {
        String[] parts = text.split("~", 2);
        if (parts.length < 2) {
            throw new InvalidRequest("cursor");
        }
        return new Position(
                Call.parsed("cursor", Optional.of(parts[0]), millis -> Instant.ofEpochMilli(Long.parseLong(millis))),
                Call.parsed("cursor", Optional.of(parts[1]), JobId::new));
    }

    @RegisterForReflection
    record Page(List<PublishedJobJson> jobs, Optional<String> next) {
        static Page of(PublishedJobs.Page page) {
            return new Page(
                    page.jobs().stream().map(PublishedJobJson::of).toList(),
                    page.next().map(Page::cursor));
        }

        private static String cursor(Position position) {
            return position.since().toEpochMilli() + "~" + position.job().value();
        }
    }
}
