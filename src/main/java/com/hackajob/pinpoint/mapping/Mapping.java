package com.hackajob.pinpoint.mapping;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.SecretToken;
import com.hackajob.pinpoint.UserId;
import com.hackajob.pinpoint.connection.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * What a hackajob job and its stages stand for in Pinpoint.
 *
 * @param generation of the connection whose account the Pinpoint job is in: ids repeat between accounts
 * @param snapshot the Pinpoint job, as it was mapped and as it was last read
 * @param stages every stage of the hackajob job, in its order, blanks included
 * @param version changes with every edit, and when Pinpoint's side changed; the {@code ETag}
 */
public record Mapping(
        CompanyId company,
        JobId job,
        int generation,
        Snapshot snapshot,
        List<StagePair> stages,
        MappingSettings settings,
        UserId editedBy,
        Instant updatedAt,
        Version version) {

    public Mapping {
        stages = List.copyOf(stages);
    }

    /** The Pinpoint job as last read. */
    public PinpointJob pinpointJob() {
        return snapshot.job();
    }

    /** What became different in Pinpoint since the job was mapped. */
    public Drift drift() {
        return Drift.of(this);
    }

    /** How what became different could be put right. */
    public Optional<Repair> repair() {
        return Repair.of(this);
    }

    /** Why a candidate who accepts can't be sent, as far as the Pinpoint job as last read tells. */
    public Optional<ErrorCode> obstacle() {
        return obstacles().stream().findFirst();
    }

    /** All that has to be put right before a candidate who accepts can be sent. */
    List<ErrorCode> obstacles() {
        if (pinpointJob().isGone()) {
            return List.of(ErrorCode.JOB_NOT_FOUND);
        }
        return Stream.of(
                        Optional.of(ErrorCode.JOB_CLOSED)
                                .filter(_ -> !pinpointJob().takesApplications()),
                        stages.stream().findFirst().flatMap(pair -> drift().of(pair.stage())))
                .flatMap(Optional::stream)
                .toList();
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
    Mapping asOf(PinpointJob live, Instant now) {
        return with(snapshot.reread(live, now), version);
    }

    Mapping with(Snapshot next, Version nextVersion) {
        return new Mapping(company, job, generation, next, stages, settings, editedBy, updatedAt, nextVersion);
    }

    /** What a hackajob stage stands for; empty for a blank, and for one that the mapping does not know. */
    public Optional<PinpointStageId> counterpart(StageId stage) {
        return stages.stream()
                .filter(pair -> pair.stage().equals(stage))
                .findFirst()
                .flatMap(StagePair::pinpointStage);
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

    public record Version(String value) {

        /** One that no mapping has had. */
        static Version unused(RandomGenerator random) {
            return new Version(SecretToken.random(random).value());
        }
    }
}
