package com.hackajob.pinpoint.lambda;

import com.hackajob.pinpoint.mapping.PinpointJob;
import com.hackajob.pinpoint.mapping.PinpointJob.Demand;
import com.hackajob.pinpoint.mapping.PinpointJobs;
import com.hackajob.pinpoint.mapping.PinpointJobs.Description;
import com.hackajob.pinpoint.mapping.PinpointJobs.Search;
import com.hackajob.pinpoint.mapping.PinpointJobs.Summary;
import com.hackajob.pinpoint.mapping.PinpointJobs.Unit;
import com.hackajob.pinpoint.mapping.PinpointJobs.Units;
import com.hackajob.pinpoint.mapping.PinpointStage;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A Pinpoint job as callers see it. */
@RegisterForReflection
record PinpointJobJson(
        String id,
        String title,
        String status,
        boolean takesApplications,
        Optional<UnitJson> department,
        Optional<UnitJson> location,
        List<StageJson> stages,
        List<DemandJson> demands,
        Optional<List<String>> missingPermissions) {

    /** Pinpoint does not tell which of them a key lacks. */
    private static final List<String> UNIT_PERMISSIONS = List.of("Department: Read", "Location: Read");

    static PinpointJobJson of(PinpointJob job) {
        return of(new Description(job, Units.NONE, true));
    }

    static PinpointJobJson of(Description description) {
        PinpointJob job = description.job();
        return new PinpointJobJson(
                job.id().value(),
                job.title(),
                job.status(),
                job.takesApplications(),
                description.units().department().map(UnitJson::of),
                description.units().location().map(UnitJson::of),
                job.stages().stream().map(StageJson::of).toList(),
                job.demands().stream().sorted().map(DemandJson::of).toList(),
                missing(description.unitsShown()));
    }

    private static Optional<List<String>> missing(boolean unitsShown) {
        return unitsShown ? Optional.empty() : Optional.of(UNIT_PERMISSIONS);
    }

    @RegisterForReflection
    record StageJson(String id, String name, String kind) {

        private static StageJson of(PinpointStage stage) {
            return new StageJson(stage.id().value(), stage.name(), stage.kind());
        }
    }

    /** @param enforced whether hackajob sends no application without it, since Pinpoint would refuse it */
    @RegisterForReflection
    record DemandJson(String name, boolean canFill, boolean enforced) {

        private static DemandJson of(Demand demand) {
            return new DemandJson(demand.name().toLowerCase(Locale.ROOT), demand.canFill(), demand.isEnforced());
        }
    }

    @RegisterForReflection
    record UnitJson(String id, String name) {

        private static UnitJson of(Unit unit) {
            return new UnitJson(unit.id(), unit.name());
        }
    }

    @RegisterForReflection
    record Page(List<SummaryJson> jobs, Optional<String> next, Optional<List<String>> missingPermissions) {

        static Page of(PinpointJobs.Page page, Search search) {
            return new Page(
                    page.jobs().stream().map(SummaryJson::of).toList(),
                    page.next().map(position -> CatalogueCursor.write(position, search)),
                    missing(page.unitsShown()));
        }
    }

    @RegisterForReflection
    record SummaryJson(
            String id,
            String title,
            String status,
            boolean takesApplications,
            Optional<UnitJson> department,
            Optional<UnitJson> location) {

        static SummaryJson of(Summary job) {
            return new SummaryJson(
                    job.id().value(),
                    job.title(),
                    job.status(),
                    job.takesApplications(),
                    job.units().department().map(UnitJson::of),
                    job.units().location().map(UnitJson::of));
        }
    }
}
