package com.hackajob.pinpoint.lambda;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.lambda.MappingJson.SourceJson;
import com.hackajob.pinpoint.lambda.MappingJson.WarningJson;
import com.hackajob.pinpoint.mapping.PinpointJob;
import com.hackajob.pinpoint.mapping.PinpointStage;
import com.hackajob.pinpoint.mapping.PreviewMapping.Preview;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Optional;

/**
 * What would happen to a candidate who accepted now.
 *
 * @param outcome arrives, or waits for the problems to be solved, or nothing at all
 */
@RegisterForReflection
record PreviewJson(
        String outcome,
        Optional<JobJson> pinpointJob,
        Optional<StageJson> stage,
        List<String> files,
        Optional<SourceJson> source,
        boolean notifyCandidate,
        List<ProblemJson> problems,
        List<WarningJson> warnings) {

    /** What every export brings, as far as the candidate has it. */
    private static final List<String> FILES = List.of("cv", "profile");

    static PreviewJson of(Preview preview) {
        return switch (preview) {
            case Preview.Nothing(var why) ->
                new PreviewJson(
                        "nothing",
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        false,
                        List.of(ProblemJson.of(why)),
                        List.of());
            case Preview.Arrival arrival -> of(arrival);
        };
    }

    private static PreviewJson of(Preview.Arrival arrival) {
        return new PreviewJson(
                arrival.problems().isEmpty() ? "arrives" : "waits",
                Optional.of(JobJson.of(arrival.job())),
                arrival.stage().map(StageJson::of),
                FILES,
                Optional.of(SourceJson.of(arrival.source())),
                arrival.notifiesCandidate(),
                arrival.problems().stream().map(ProblemJson::of).toList(),
                arrival.warnings().stream().map(WarningJson::of).toList());
    }

    @RegisterForReflection
    record JobJson(String id, String title, String status) {
        private static JobJson of(PinpointJob job) {
            return new JobJson(job.id().value(), job.title(), job.status());
        }
    }

    @RegisterForReflection
    record StageJson(String id, String name, String kind) {
        private static StageJson of(PinpointStage stage) {
            return new StageJson(stage.id().value(), stage.name(), stage.kind());
        }
    }

    @RegisterForReflection
    record ProblemJson(String code, String detail, String remedy) {
        private static ProblemJson of(ErrorCode code) {
            return new ProblemJson(code.code(), code.detail(), code.remedy());
        }
    }
}
