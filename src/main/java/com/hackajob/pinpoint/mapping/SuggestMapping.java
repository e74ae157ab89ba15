package com.hackajob.pinpoint.mapping;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.connection.Connections;
import com.hackajob.pinpoint.connection.PinpointAnswer;
import com.hackajob.pinpoint.mapping.LookForJobs.Looked;
import java.util.List;
import java.util.Optional;

/** Suggests what a hackajob job and its stages may stand for, for a person to choose from. Writes nothing anywhere. */
public final class SuggestMapping {

    private static final SuggestJobs SUGGEST_JOBS = new SuggestJobs(10);

    private final Connections connections;
    private final HackajobJobs hackajobJobs;
    private final PinpointJobs pinpointJobs;
    private final LookForJobs lookForJobs;

    public SuggestMapping(Connections connections, HackajobJobs hackajobJobs, PinpointJobs pinpointJobs) {
        this.connections = connections;
        this.hackajobJobs = hackajobJobs;
        this.pinpointJobs = pinpointJobs;
        this.lookForJobs = new LookForJobs(pinpointJobs);
    }

    /**
     * @param pinpointJob for whose stages suggestions are wanted; empty to have Pinpoint jobs suggested too
     * @throws com.hackajob.pinpoint.Outage when Pinpoint or hackajob did not answer
     */
    public Outcome suggest(CompanyId company, JobId jobId, Optional<PinpointJobId> pinpointJob) {
        Optional<Connection> connection = connections.usable(company);
        if (connection.isEmpty()) {
            return new Outcome.Refused(ErrorCode.NOT_CONNECTED, "pinpointJobId");
        }
        Optional<HackajobJob> job = hackajobJobs.find(company, jobId);
        if (job.isEmpty()) {
            return new Outcome.Refused(ErrorCode.JOB_NOT_FOUND, "jobId");
        }
        return pinpointJob
                .map(chosen -> stages(connection.get(), job.get(), chosen))
                .orElseGet(() -> jobs(connection.get(), job.get()));
    }

    private Outcome stages(Connection connection, HackajobJob job, PinpointJobId chosen) {
        return switch (pinpointJobs.find(connection, chosen)) {
            case PinpointAnswer.Given<PinpointJob>(var pinpointJob) -> stages(job, pinpointJob);
            case PinpointAnswer.Absent<PinpointJob>() -> new Outcome.Refused(ErrorCode.JOB_NOT_FOUND, "pinpointJobId");
            case PinpointAnswer.Denied<PinpointJob>(var code) -> new Outcome.Refused(code, "pinpointJobId");
        };
    }

    private Outcome jobs(Connection connection, HackajobJob job) {
        return switch (lookForJobs.look(connection, job.title())) {
            case PinpointAnswer.Given<Looked>(var looked) -> best(connection, job, looked);
            case PinpointAnswer.Absent<Looked>() -> new Outcome.Refused(ErrorCode.JOB_NOT_FOUND, "pinpointJobId");
            case PinpointAnswer.Denied<Looked>(var code) -> new Outcome.Refused(code, "pinpointJobId");
        };
    }

    private Outcome best(Connection connection, HackajobJob job, Looked looked) {
        List<SuggestJobs.Suggestion> ranked = SUGGEST_JOBS.suggest(job.title(), looked.jobs());
        if (ranked.isEmpty()) {
            return new Outcome.Jobs(ranked, looked.isAll(), Optional.empty());
        }
        return switch (pinpointJobs.find(connection, ranked.getFirst().job().id())) {
            case PinpointAnswer.Given<PinpointJob>(var best) ->
                new Outcome.Jobs(ranked, looked.isAll(), Optional.of(stages(job, best)));
            case PinpointAnswer.Absent<PinpointJob>() ->
                new Outcome.Jobs(ranked.subList(1, ranked.size()), looked.isAll(), Optional.empty());
            case PinpointAnswer.Denied<PinpointJob>(var code) -> new Outcome.Refused(code, "pinpointJobId");
        };
    }

    private static Outcome.Stages stages(HackajobJob job, PinpointJob pinpointJob) {
        return new Outcome.Stages(pinpointJob, new SuggestStages(pinpointJob.stages()).suggest(job.stages()));
    }

    public sealed interface Outcome {
        /**
         * @param jobs best first
         * @param isAll whether all of the account's open and draft jobs were looked at
         * @param best stages of the first job
         */
        record Jobs(List<SuggestJobs.Suggestion> jobs, boolean isAll, Optional<Stages> best) implements Outcome {
            public Jobs {
                jobs = List.copyOf(jobs);
            }
        }

        /** @param stages one for each stage of the hackajob job, in its order */
        record Stages(PinpointJob pinpointJob, List<SuggestStages.Suggestion> stages) implements Outcome {
            public Stages {
                stages = List.copyOf(stages);
            }
        }

        /** @param field the part of the request that is meant */
        record Refused(ErrorCode code, String field) implements Outcome {}
    }
}
