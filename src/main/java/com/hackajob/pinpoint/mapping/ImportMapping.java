package com.hackajob.pinpoint.mapping;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.UserId;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.connection.Connections;
import com.hackajob.pinpoint.connection.PinpointAnswer;
import com.hackajob.pinpoint.mapping.Mapping.StagePair;
import com.hackajob.pinpoint.mapping.Mapping.Version;
import com.hackajob.pinpoint.mapping.MatchStages.Matched;
import com.hackajob.pinpoint.mapping.MatchStages.Unmatched;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Clones a mapping onto a job, on the same or another Pinpoint job: checked and written as an edit is. */
public final class ImportMapping {

    private final Connections connections;
    private final Mappings mappings;
    private final HackajobJobs hackajobJobs;
    private final PinpointJobs pinpointJobs;
    private final EditMapping editMapping;

    public ImportMapping(
            Connections connections,
            Mappings mappings,
            HackajobJobs hackajobJobs,
            PinpointJobs pinpointJobs,
            EditMapping editMapping) {
        this.connections = connections;
        this.mappings = mappings;
        this.hackajobJobs = hackajobJobs;
        this.pinpointJobs = pinpointJobs;
        this.editMapping = editMapping;
    }

    /** @throws com.hackajob.pinpoint.Outage when Pinpoint or hackajob did not answer */
    public Outcome importOnto(Import wish) {
        return switch (original(wish.company(), wish.fromJob())) {
            case Original.Found original -> onto(original, wish, job -> pinpointJobs.find(original.connection(), job));
            case Original.Missing(var code, var field) -> new Outcome.Refused(code, field);
        };
    }

    Original original(CompanyId company, JobId fromJob) {
        Optional<Connection> connection = connections.usable(company);
        if (connection.isEmpty()) {
            return new Original.Missing(ErrorCode.NOT_CONNECTED, "pinpointJobId");
        }
        return mappings.find(company, fromJob)
                .<Original>map(mapping -> new Original.Found(connection.get(), mapping))
                .orElseGet(() -> new Original.Missing(ErrorCode.MAPPING_NOT_FOUND, "fromJobId"));
    }

    /** @param pinpoint reads a Pinpoint job, or has read it */
    Outcome onto(Original.Found original, Import wish, Function<PinpointJobId, PinpointAnswer<PinpointJob>> pinpoint) {
        Optional<PinpointJobId> pinpointJob = original.pinpointJob(wish.pinpointJob());
        if (pinpointJob.isEmpty()) {
            return new Outcome.Refused(ErrorCode.MAPPING_OUTDATED, "pinpointJobId");
        }
        Optional<HackajobJob> job = hackajobJobs.find(wish.company(), wish.job());
        if (job.isEmpty()) {
            return new Outcome.Refused(ErrorCode.JOB_NOT_FOUND, "jobId");
        }
        return switch (pinpoint.apply(pinpointJob.get())) {
            case PinpointAnswer.Given<PinpointJob>(var live) -> save(original, wish, job.get(), live);
            case PinpointAnswer.Absent<PinpointJob>() -> new Outcome.Refused(ErrorCode.JOB_NOT_FOUND, "pinpointJobId");
            case PinpointAnswer.Denied<PinpointJob>(var code) -> new Outcome.Refused(code, "pinpointJobId");
        };
    }

    private Outcome save(Original.Found original, Import wish, HackajobJob job, PinpointJob live) {
        Matched matched = original.stages(job.id()).onto(job.stages(), live.stages());
        var edit = edit(original.mapping().settings(), wish, live.id(), matched);
        return switch (editMapping.against(job, original.connection(), live, edit)) {
            case EditMapping.Outcome.Saved(var mapping, var warnings) ->
                new Outcome.Imported(mapping, warnings, matched.unmatched());
            case EditMapping.Outcome.Refused(var code, var field) -> new Outcome.Refused(code, field);
        };
    }

    private static EditMapping.Edit edit(
            MappingSettings settings, Import wish, PinpointJobId pinpointJob, Matched matched) {
        return new EditMapping.Edit(
                wish.company(),
                wish.job(),
                wish.editor(),
                pinpointJob,
                pairs(matched.stages()),
                Optional.of(settings.notifyCandidate()),
                settings.source(),
                settings.pushesRejections(),
                wish.seen());
    }

    private static Map<StageId, PinpointStageId> pairs(List<StagePair> stages) {
        Map<StageId, PinpointStageId> pairs = new HashMap<>();
        stages.forEach(pair -> pair.pinpointStage().ifPresent(there -> pairs.put(pair.stage(), there)));
        return pairs;
    }

    /**
     * @param fromJob whose mapping is cloned
     * @param job onto which
     * @param pinpointJob empty for the one of the mapping that is cloned
     * @param seen as for {@link Mappings#save}
     */
    public record Import(
            CompanyId company,
            UserId editor,
            JobId fromJob,
            JobId job,
            Optional<PinpointJobId> pinpointJob,
            Optional<Version> seen) {}

    public sealed interface Outcome {
        /**
         * @param warnings what is allowed and may not be what was wanted
         * @param unmatched what was not carried over
         */
        record Imported(Mapping mapping, List<Warning> warnings, List<Unmatched> unmatched) implements Outcome {
            public Imported {
                warnings = List.copyOf(warnings);
                unmatched = List.copyOf(unmatched);
            }
        }

        /**
         * Nothing was written.
         *
         * @param field the part of the wish that is meant
         */
        record Refused(ErrorCode code, String field) implements Outcome {}
    }
}
