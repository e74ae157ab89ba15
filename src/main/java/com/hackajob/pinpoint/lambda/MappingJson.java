package com.hackajob.pinpoint.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.mapping.EditMapping;
import com.hackajob.pinpoint.mapping.Mapping;
import com.hackajob.pinpoint.mapping.Mapping.StagePair;
import com.hackajob.pinpoint.mapping.Mapping.Version;
import com.hackajob.pinpoint.mapping.MappingSettings;
import com.hackajob.pinpoint.mapping.Mappings;
import com.hackajob.pinpoint.mapping.PinpointJobId;
import com.hackajob.pinpoint.mapping.PinpointStageId;
import com.hackajob.pinpoint.mapping.StageId;
import com.hackajob.pinpoint.mapping.Warning;
import com.hackajob.pinpoint.mapping.Warnings;
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
        Optional<SourceJson> source,
        boolean pushRejections,
        List<WarningJson> warnings,
        Optional<DriftJson> drift,
        String updatedBy,
        Instant updatedAt) {

    private static final int MOST_STAGES = 100;

    static MappingJson of(Mapping mapping) {
        return of(mapping, Warnings.of(mapping));
    }

    static MappingJson of(Mapping mapping, List<Warning> warnings) {
        return new MappingJson(
                mapping.job().value(),
                PinpointJobJson.of(mapping.pinpointJob()),
                mapping.stages().stream()
                        .map(pair -> StagePairJson.of(mapping, pair))
                        .toList(),
                mapping.settings().notifyCandidate(),
                mapping.settings().source().map(SourceJson::of),
                mapping.settings().pushesRejections(),
                warnings.stream().map(WarningJson::of).toList(),
                DriftJson.of(mapping),
                mapping.editedBy().value(),
                mapping.updatedAt());
    }

    static EditMapping.Edit edit(Call call, JobId job, Optional<Version> seen) {
        JsonNode body =
                JsonBodies.of(call.body(), "pinpointJobId", "stages", "notifyCandidate", "source", "pushRejections");
        return new EditMapping.Edit(
                call.company(),
                job,
                call.user(),
                Call.parsed("pinpointJobId", JsonBodies.optionalText(body, "pinpointJobId"), PinpointJobId::new),
                stages(body.path("stages")),
                JsonBodies.optionalFlag(body, "notifyCandidate"),
                SourceJson.read(body.path("source")),
                JsonBodies.flag(body, "pushRejections"),
                seen);
    }

    private static Map<StageId, PinpointStageId> stages(JsonNode array) {
        if (!array.isArray() || array.size() > MOST_STAGES) {
            throw new InvalidRequest("stages");
        }
        Map<StageId, PinpointStageId> stages = new LinkedHashMap<>();
        for (JsonNode each : array) {
            JsonNode pair = JsonBodies.of(each, "stageId", "pinpointStageId");
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

    /** @param inbound whether a candidate who is moved to the Pinpoint stage comes to this one: of several, the first */
    @RegisterForReflection
    record StagePairJson(String stageId, String stageName, Optional<String> pinpointStageId, boolean inbound) {
        private static StagePairJson of(Mapping mapping, StagePair pair) {
            return new StagePairJson(
                    pair.stage().value(),
                    pair.stageName(),
                    pair.pinpointStage().map(PinpointStageId::value),
                    pair.pinpointStage()
                            .flatMap(mapping::inbound)
                            .filter(pair.stage()::equals)
                            .isPresent());
        }
    }

    @RegisterForReflection
    record SourceJson(String channel, String channelSource) {
        static SourceJson of(MappingSettings.Source source) {
            return new SourceJson(source.channel(), source.channelSource());
        }

        private static Optional<MappingSettings.Source> read(JsonNode node) {
            if (node.isMissingNode()) {
                return Optional.empty();
            }
            String channel = JsonBodies.text(JsonBodies.of(node, "channel", "channelSource"), "channel");
            return Optional.of(Call.parsed(
                    "source",
                    JsonBodies.optionalText(node, "channelSource"),
                    source -> new MappingSettings.Source(channel, source)));
        }
    }

    @RegisterForReflection
    record WarningJson(String code, String detail, String remedy, Optional<String> stageId) {
        static WarningJson of(Warning warning) {
            return new WarningJson(
                    warning.kind().code(),
                    warning.kind().detail(),
                    warning.kind().remedy(),
                    warning.stage().map(StageId::value));
        }
    }

    /** A page of a company's mappings, each with its version for {@code If-Match}. */
    @RegisterForReflection
    record PageJson(List<EntryJson> mappings, Optional<String> next) {
        static PageJson of(Mappings.Page page) {
            return new PageJson(
                    page.mappings().stream().map(EntryJson::of).toList(),
                    page.next().map(JobId::value));
        }
    }

    @RegisterForReflection
    record EntryJson(String etag, MappingJson mapping) {
        private static EntryJson of(Mapping mapping) {
            return new EntryJson('"' + mapping.version().value() + '"', MappingJson.of(mapping));
        }
    }
}
