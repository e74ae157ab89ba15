package com.hackajob.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** A mapping as callers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Mapping(
        String jobId,
        PinpointJob pinpointJob,
        List<StagePair> stages,
        boolean notifyCandidate,
        Source source,
        boolean pushRejections,
        List<String> warnings,
        String updatedBy,
        String updatedAt) {

    public record PinpointJob(
            String id,
            String title,
            String status,
            boolean takesApplications,
            List<Stage> stages,
            List<Demand> demands) {}

    public record Stage(String id, String name, String kind) {}

    public record Demand(String name, boolean canFill, boolean enforced) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record StagePair(String stageId, String stageName, String pinpointStageId, boolean inbound) {}

    public record Source(String channel, String channelSource) {}
}
