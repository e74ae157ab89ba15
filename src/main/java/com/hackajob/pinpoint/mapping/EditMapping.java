package com.hackajob.pinpoint.mapping;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.UserId;
import com.hackajob.pinpoint.audit.Actor;
import com.hackajob.pinpoint.audit.AuditEntry.Action;
import com.hackajob.pinpoint.audit.Auditor;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.connection.Connections;
import com.hackajob.pinpoint.connection.PinpointAnswer;
import com.hackajob.pinpoint.mapping.EditMapping.Outcome.Refused;
import com.hackajob.pinpoint.mapping.EditMapping.Outcome.Saved;
import com.hackajob.pinpoint.mapping.Mapping.StagePair;
import com.hackajob.pinpoint.mapping.Mapping.Version;
import com.hackajob.pinpoint.mapping.Mappings.Change;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Maps a hackajob job: checks the edit against both live jobs, then writes it. */
public final class EditMapping {

    private final Connections connections;
    private final HackajobJobs hackajobJobs;
    private final PinpointJobs pinpointJobs;
    private final Mappings mappings;
    private final Auditor auditor;
    private final RandomGenerator random;
    private final InstantSource clock;

    public EditMapping(
            Connections connections,
            HackajobJobs hackajobJobs,
            PinpointJobs pinpointJobs,
            Mappings mappings,
            Auditor auditor,
            RandomGenerator random,
            InstantSource clock) {
        this.connections = connections;
        this.hackajobJobs = hackajobJobs;
        this.pinpointJobs = pinpointJobs;
        this.mappings = mappings;
        this.auditor = auditor;
        this.random = random;
        this.clock = clock;
    }

    public Outcome edit(Edit edit) {
        Optional<Connection> connection = connections.usable(edit.company());
        if (connection.isEmpty()) {
            return new Refused(ErrorCode.NOT_CONNECTED, "pinpointJobId");
        }
        return hackajobJobs
                .find(edit.company(), edit.job())
                .map(job -> against(job, connection.get(), edit))
                .orElseGet(() -> new Refused(ErrorCode.JOB_NOT_FOUND, "jobId"));
    }

    private Outcome against(HackajobJob job, Connection connection, Edit edit) {
        return switch (pinpointJobs.find(connection, edit.pinpointJob())) {
            case PinpointAnswer.Given<PinpointJob>(var pinpointJob) -> against(job, connection, pinpointJob, edit);
            case PinpointAnswer.Absent<PinpointJob>() -> new Refused(ErrorCode.JOB_NOT_FOUND, "pinpointJobId");
            case PinpointAnswer.Denied<PinpointJob>(var code) -> new Refused(code, "pinpointJobId");
        };
    }

    /** The rest of an edit, once both jobs were read. */
    Outcome against(HackajobJob job, Connection connection, PinpointJob pinpointJob, Edit edit) {
        for (var pair : edit.stages().entrySet()) {
            if (job.stages().stream().noneMatch(stage -> stage.id().equals(pair.getKey()))) {
                return new Refused(
                        ErrorCode.INVALID_REQUEST, "stages." + pair.getKey().value());
            }
            if (!pinpointJob.hasStage(pair.getValue())) {
                return new Refused(
                        ErrorCode.STAGE_GONE, "stages." + pair.getKey().value());
            }
        }
        return save(job, connection, pinpointJob, edit);
    }

    private Outcome save(HackajobJob job, Connection connection, PinpointJob pinpointJob, Edit edit) {
        List<StagePair> stages = job.stages().stream()
                .map(stage -> new StagePair(
                        stage.id(),
                        stage.name(),
                        Optional.ofNullable(edit.stages().get(stage.id()))))
                .toList();
        Instant now = clock.instant();
        var mapping = new Mapping(
                edit.company(),
                edit.job(),
                connection.generation(),
                Snapshot.of(pinpointJob, now),
                stages,
                settings(edit, connection),
                edit.editor(),
                now,
                Version.unused(random));
        var entry = auditor.entry(edit.company(), edit.job(), Actor.user(edit.editor()), Action.MAPPING_SAVED);
        return mappings.save(Change.edit(mapping, edit.seen(), entry))
                ? new Saved(mapping, Warnings.of(mapping, job))
                : new Refused(ErrorCode.MAPPING_CONFLICT, "If-Match");
    }

    private static MappingSettings settings(Edit edit, Connection connection) {
        return new MappingSettings(
                edit.notifyCandidate().orElse(connection.settings().notifyCandidate()),
                edit.source(),
                edit.pushesRejections());
    }

    /**
     * @param stages hackajob stages and what they stand for; a stage left out is blank
     * @param notifyCandidate empty for what the company has set for all its jobs
     * @param source empty for what the company has set for all its jobs
     * @param seen as for {@link Mappings#save}
     */
    public record Edit(
            CompanyId company,
            JobId job,
            UserId editor,
            PinpointJobId pinpointJob,
            Map<StageId, PinpointStageId> stages,
            Optional<Boolean> notifyCandidate,
            Optional<MappingSettings.Source> source,
            boolean pushesRejections,
            Optional<Version> seen) {
        public Edit {
            stages = Map.copyOf(stages);
        }
    }

    public sealed interface Outcome {
        /** @param warnings what is allowed and may not be what was wanted */
        record Saved(Mapping mapping, List<Warning> warnings) implements Outcome {
            public Saved {
                warnings = List.copyOf(warnings);
            }
        }

        /**
         * Nothing was written.
         *
         * @param field the part of the edit that is meant
         */
        record Refused(ErrorCode code, String field) implements Outcome {}
    }
}
