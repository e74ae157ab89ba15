package com.hackajob.pinpoint.lambda;

import com.hackajob.pinpoint.mapping.PinpointJob;
import com.hackajob.pinpoint.mapping.PinpointJobs;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A Pinpoint job as callers see it. */
@RegisterForReflection
record PinpointJobJson(String id, String title, String status, List<StageJson> stages, List<String> demands) {

    static PinpointJobJson of(PinpointJob job) {
        return new PinpointJobJson(
                job.id().value(),
                job.title(),
                job.status(),
                job.stages().stream()
                        .map(stage -> new StageJson(stage.id().value(), stage.name(), stage.kind()))
                        .toList(),
                job.demands().stream()
                        .map(demand -> demand.name().toLowerCase(Locale.ROOT))
                        .sorted()
                        .toList());
    }

    @RegisterForReflection
    record StageJson(String id, String name, String kind) {}

    @RegisterForReflection
    record Page(List<SummaryJson> jobs, Optional<String> next) {

        static Page of(PinpointJobs.Page page) {
            return new Page(
                    page.jobs().stream()
                            .map(job -> new SummaryJson(job.id().value(), job.title(), job.status()))
                            .toList(),
                    page.next().map(number -> Integer.toString(number)));
        }
    }

    @RegisterForReflection
    record SummaryJson(String id, String title, String status) {}
}
