package com.hackajob.pinpoint.mapping;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.UserId;
import com.hackajob.pinpoint.connection.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a hackajob job and its stages stand for in Pinpoint.
 *
 * @param generation of the connection whose account the Pinpoint job is in: ids repeat between accounts
 * @param pinpointJob the Pinpoint job as last read, so that an export needs no extra call
 * @param stages every stage of the hackajob job, in its order, blanks included
 * @param version changes with every edit; the {@code ETag}
 */
public record Mapping(
        CompanyId company,
        JobId job,
        int generation,
        PinpointJob pinpointJob,
        List<StagePair> stages,
        MappingSettings settings,
        UserId editedBy,
        Instant updatedAt,
        Version version) {

    public Mapping {
        stages = List.copyOf(stages);
    }

    /** Whether it was made for the account that is connected now. */
    public boolean fits(Connection connection) {
        return generation == connection.generation();
    }

    /** Whether Pinpoint mails the candidate and its users when an application arrives. */
    public boolean notifyCandidate() {
        return settings.notifyCandidate();
    }

    /** Where Pinpoint is told that this job's candidates come from. */
    public MappingSettings.Source sourceIn(Connection connection) {
        return settings.source()
                .orElseGet(() -> new MappingSettings.Source(
                        connection.settings().channel(), connection.settings().channelSource()));
    }

    /** The same with the Pinpoint job as it is now. */
    Mapping asOf(PinpointJob live) {
        return new Mapping(company, job, generation, live, stages, settings, editedBy, updatedAt, version);
    }

    /** Where a candidate goes on hackajob who is moved there in Pinpoint: of several stages that stand for it, the first. */
    public Optional<StageId> inbound(PinpointStageId pinpointStage) {
        return stages.stream()
                .filter(pair -> pair.pinpointStage().equals(Optional.of(pinpointStage)))
                .map(StagePair::stage)
                .findFirst();
    }

    /** Where a candidate who accepts arrives; empty leaves them in the Pinpoint job's applied stage. */
    public Optional<PinpointStageId> acceptanceStage() {
        return stages.stream().findFirst().flatMap(StagePair::pinpointStage);
    }

    /** @param pinpointStage empty for a blank: nothing happens at this stage */
    public record StagePair(StageId stage, String stageName, Optional<PinpointStageId> pinpointStage) {}

    public record Version(String value) {}
}
