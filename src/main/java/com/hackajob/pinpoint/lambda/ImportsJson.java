package com.hackajob.pinpoint.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.mapping.ImportMapping;
import com.hackajob.pinpoint.mapping.ImportMapping.Outcome.Imported;
import com.hackajob.pinpoint.mapping.ImportMappings.Imports;
import com.hackajob.pinpoint.mapping.ImportMappings.Result;
import com.hackajob.pinpoint.mapping.ImportMappings.Target;
import com.hackajob.pinpoint.mapping.PinpointJobId;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What came of cloning a mapping onto many jobs, by job. */
@RegisterForReflection
record ImportsJson(List<ResultJson> results) {

    private static final int MOST_JOBS = 50;

    static Imports read(Call call) {
        JsonNode body = JsonBodies.of(call.body(), "fromJobId", "pinpointJobId", "jobs", "replace");
        return new Imports(
                call.company(),
                call.user(),
                ImportJson.fromJob(body),
                targets(body.path("jobs"), ImportJson.pinpointJob(body)),
                JsonBodies.flag(body, "replace"));
    }

    private static List<Target> targets(JsonNode array, Optional<PinpointJobId> forAll) {
        if (!array.isArray() || array.isEmpty() || array.size() > MOST_JOBS) {
            throw new InvalidRequest("jobs");
        }
        List<Target> targets = new ArrayList<>();
        Set<JobId> seen = new HashSet<>();
        for (JsonNode each : array) {
            JsonNode target = JsonBodies.of(each, "jobId", "pinpointJobId");
            JobId job = Call.parsed("jobs.jobId", JsonBodies.optionalText(target, "jobId"), JobId::new);
            if (!seen.add(job)) {
                throw new InvalidRequest("jobs.jobId");
            }
            targets.add(new Target(
                    job, ImportJson.pinpointJob(target, "jobs.pinpointJobId").or(() -> forAll)));
        }
        return targets;
    }

    static ImportsJson of(List<Result> results) {
        return new ImportsJson(results.stream().map(ResultJson::of).toList());
    }

    /** Either the mapping with its version for {@code If-Match}, or the problem. */
    @RegisterForReflection
    record ResultJson(
            String jobId, Optional<String> etag, Optional<ImportJson> mapping, Optional<ProblemJson> problem) {

        private static ResultJson of(Result result) {
            return switch (result) {
                case Result.Told(var job, var outcome) -> of(job, outcome);
                case Result.NotTold(var job, var code) -> of(job, ProblemJson.of(code, Optional.empty()));
            };
        }

        private static ResultJson of(JobId job, ImportMapping.Outcome outcome) {
            return switch (outcome) {
                case Imported imported ->
                    new ResultJson(
                            job.value(),
                            Optional.of('"' + imported.mapping().version().value() + '"'),
                            Optional.of(ImportJson.of(imported)),
                            Optional.empty());
                case ImportMapping.Outcome.Refused(var code, var field) ->
                    of(job, ProblemJson.of(code, Optional.of(field)));
            };
        }

        private static ResultJson of(JobId job, ProblemJson problem) {
            return new ResultJson(job.value(), Optional.empty(), Optional.empty(), Optional.of(problem));
        }
    }

    @RegisterForReflection
    record ProblemJson(String code, String detail, String remedy, Optional<String> field) {
        private static ProblemJson of(ErrorCode code, Optional<String> field) {
            return new ProblemJson(code.code(), code.detail(), code.remedy(), field);
        }
    }
}
