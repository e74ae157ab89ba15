package com.hackajob.pinpoint.mapping;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A job as Pinpoint last showed it.
 *
 * @param stages in their order there
 * @param demands what an application must bring
 */
public record PinpointJob(
        PinpointJobId id, String title, String status, List<PinpointStage> stages, Set<Demand> demands) {

    public PinpointJob {
        stages = List.copyOf(stages);
        demands = demands.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(demands));
    }

    public boolean hasStage(PinpointStageId stage) {
        return stages.stream().anyMatch(own -> own.id().equals(stage));
    }

    /** What a Pinpoint job can demand of an application beyond name and e-mail address. */
    public enum Demand {
        PHONE,
        ADDRESS,
        CV,
        SUMMARY
    }
}
