package com.hackajob.pinpoint.mapping;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.connection.Connections;
import com.hackajob.pinpoint.connection.PinpointAnswer;
import com.hackajob.pinpoint.connection.Status;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says what would happen to a candidate who accepted now, with both jobs as they are. Writes nothing anywhere. */
public final class PreviewMapping {

    private static final String APPLIED = "applied";

    private final Connections connections;
    private final Mappings mappings;
    private final HackajobJobs hackajobJobs;
    private final PinpointJobs pinpointJobs;

    public PreviewMapping(
            Connections connections, Mappings mappings, HackajobJobs hackajobJobs, PinpointJobs pinpointJobs) {
        this.connections = connections;
        this.mappings = mappings;
        this.hackajobJobs = hackajobJobs;
        this.pinpointJobs = pinpointJobs;
    }

    /** @throws com.hackajob.pinpoint.Outage when Pinpoint or hackajob did not answer */
    public Preview preview(CompanyId company, JobId job) {
        Optional<Mapping> mapping = mappings.find(company, job);
        Optional<Connection> connection = connections.usable(company);
        if (mapping.isEmpty()) {
            return new Preview.Nothing(ErrorCode.UNMAPPED);
        }
        if (connection.isEmpty()) {
            return new Preview.Nothing(ErrorCode.NOT_CONNECTED);
        }
        if (!mapping.get().fits(connection.get())) {
            return new Preview.Nothing(ErrorCode.MAPPING_OUTDATED);
        }
        return switch (pinpointJobs.find(
                connection.get(), mapping.get().pinpointJob().id())) {
            case PinpointAnswer.Given<PinpointJob>(var live) -> arrival(connection.get(), asOf(mapping.get(), live));
            case PinpointAnswer.Absent<PinpointJob>() -> new Preview.Nothing(ErrorCode.JOB_NOT_FOUND);
            case PinpointAnswer.Denied<PinpointJob>(var code) -> new Preview.Nothing(code);
        };
    }

    private static Mapping asOf(Mapping mapping, PinpointJob live) {
        return mapping.asOf(live, mapping.snapshot().readAt());
    }

    private Preview arrival(Connection connection, Mapping mapping) {
        return new Preview.Arrival(
                mapping.pinpointJob(),
                stage(mapping),
                mapping.sourceIn(connection),
                mapping.notifyCandidate(),
                problems(connection, mapping),
                warnings(mapping));
    }

    /** Where they arrive: the stage chosen, or the applied one of the job that comes first. */
    private static Optional<PinpointStage> stage(Mapping mapping) {
        List<PinpointStage> stages = mapping.pinpointJob().stages();
        Optional<PinpointStageId> chosen = mapping.acceptanceStage();
        return chosen.isPresent()
                ? mapping.pinpointJob().stage(chosen.get())
                : stages.stream().filter(stage -> stage.kind().equals(APPLIED)).findFirst();
    }

    private static List<ErrorCode> problems(Connection connection, Mapping mapping) {
        return Stream.concat(trouble(connection).stream(), mapping.obstacles().stream())
                .toList();
    }

    private static Optional<ErrorCode> trouble(Connection connection) {
        return switch (connection.status()) {
            case Status.Attention(var code, var _) -> Optional.of(code);
            case Status.Active(), Status.Disconnected _ -> Optional.empty();
        };
    }

    private List<Warning> warnings(Mapping mapping) {
        return hackajobJobs
                .find(mapping.company(), mapping.job())
                .map(job -> Warnings.of(mapping, job))
                .orElseGet(() -> Warnings.of(mapping));
    }

    /** What would happen. */
    public sealed interface Preview {

        /** Nobody would be sent: what has to be done first. */
        record Nothing(ErrorCode why) implements Preview {}

        /**
         * They would arrive there, unless something stands in the way.
         *
         * @param stage empty where the job has no such stage any more
         * @param notifiesCandidate whether Pinpoint may mail them
         * @param problems for each of which they would wait
         */
        record Arrival(
                PinpointJob job,
                Optional<PinpointStage> stage,
                MappingSettings.Source source,
                boolean notifiesCandidate,
                List<ErrorCode> problems,
                List<Warning> warnings)
                implements Preview {
            public Arrival {
                problems = List.copyOf(problems);
                warnings = List.copyOf(warnings);
            }
        }
    }
}
