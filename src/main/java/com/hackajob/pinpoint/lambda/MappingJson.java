package com.hackajob.pinpoint.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.mapping.EditMapping;
import com.hackajob.pinpoint.mapping.Mapping;
import com.hackajob.pinpoint.mapping.Mapping.StagePair;
import com.hackajob.pinpoint.mapping.Mapping.Version;
import com.hackajob.pinpoint.mapping.PinpointJobId;
import com.hackajob.pinpoint.mapping.PinpointStageId;
import com.hackajob.pinpoint.mapping.StageId;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A mapping as callers see and edit it. */
@RegisterForReflection
record MappingJson(
        String jobId,
        PinpointJobJson pinpointJob,
        List<StagePairJson> stages,
        boolean notifyCandidate,
        Instant updatedAt) {

    private static final int MOST_STAGES = 100;

    static MappingJson of(Mapping mapping) {
        return new MappingJson(
                mapping.job().value(),
                PinpointJobJson.of(mapping.pinpointJob()),
                mapping.stages().stream().map(StagePairJson::of).toList(),
                mapping.notifyCandidate(),
                mapping.updatedAt());
    }

    static EditMapping.Edit edit(Call call, JobId job, Optional<Version> seen) {
        JsonNode body = call.body();
        return new EditMapping.Edit(
                call.company(),
                job,
                call.user(),
                Call.parsed("pinpointJobId", JsonBodies.optionalText(body, "pinpointJobId"), PinpointJobId::new),
                stages(body.path("stages")),
                JsonBodies.optionalFlag(body, "notifyCandidate"),
                seen);
    }

    private static Map<StageId, PinpointStageId> stages(JsonNode array) {
        if (!array.isArray() || array.size() > MOST_STAGES) {
            throw new InvalidRequest("stages");
        }
        Map<StageId, PinpointStageId> stages = new LinkedHashMap<>();
        for (JsonNode pair : array) {
            StageId stage = Call.parsed("stages.stageId", JsonBodies.optionalText(pair, "stageId"), StageId::new);
            JsonBodies.optionalText(pair, "pinpointStageId")
                    .map(text -> Call.parsed("stages.pinpointStageId", Optional.of(text), PinpointStageId::new))
                    .filter(target -> stages.put(stage, target) != null)
                    .ifPresent(_ -> {
                        throw new InvalidRequest("stages.stageId");
                    });
        }
        return stages;
    }

    @RegisterForReflection
    record StagePairJson(String stageId, String stageName, Optional<String> pinpointStageId) {

        private static StagePairJson of(StagePair pair) {
            return new StagePairJson(
                    pair.stage().value(), pair.stageName(), pair.pinpointStage().map(PinpointStageId::value));
        }
    }
}
