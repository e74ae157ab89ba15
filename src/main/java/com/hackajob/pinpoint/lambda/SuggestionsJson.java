package com.hackajob.pinpoint.lambda;

import com.hackajob.pinpoint.lambda.PinpointJobJson.UnitJson;
import com.hackajob.pinpoint.mapping.HackajobJob;
import com.hackajob.pinpoint.mapping.SuggestJobs;
import com.hackajob.pinpoint.mapping.SuggestMapping.Outcome;
import com.hackajob.pinpoint.mapping.SuggestStages.Suggestion;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Optional;

/**
 * What a hackajob job and its stages may stand for.
 *
 * @param pinpointJob whose stages are suggested
 */
@RegisterForReflection
record SuggestionsJson(
        Optional<JobsJson> suggestedJobs, Optional<PinpointJobJson> pinpointJob, Optional<List<StageJson>> stages) {

    static SuggestionsJson of(Outcome.Jobs jobs) {
        return new SuggestionsJson(
                Optional.of(JobsJson.of(jobs)),
                jobs.best().map(best -> PinpointJobJson.of(best.pinpointJob())),
                jobs.best().map(StageJson::of));
    }

    static SuggestionsJson of(Outcome.Stages stages) {
        return new SuggestionsJson(
                Optional.empty(),
                Optional.of(PinpointJobJson.of(stages.pinpointJob())),
                Optional.of(StageJson.of(stages)));
    }

    /** @param wholeCatalogue whether all open and draft jobs were looked at */
    @RegisterForReflection
    record JobsJson(List<JobJson> jobs, boolean wholeCatalogue) {
        private static JobsJson of(Outcome.Jobs jobs) {
            return new JobsJson(jobs.jobs().stream().map(JobJson::of).toList(), jobs.isAll());
        }
    }

    @RegisterForReflection
    record JobJson(
            String id,
            String title,
            String status,
            boolean takesApplications,
            Optional<UnitJson> department,
            Optional<UnitJson> location,
            int score,
            String reason) {

        private static JobJson of(SuggestJobs.Suggestion suggestion) {
            var job = PinpointJobJson.SummaryJson.of(suggestion.job());
            return new JobJson(
                    job.id(),
                    job.title(),
                    job.status(),
                    job.takesApplications(),
                    job.department(),
                    job.location(),
                    suggestion.score(),
                    suggestion.reason());
        }
    }

    /** @param mailsMayBeSent whether Pinpoint may send who gets there its mail that turns them down */
    @RegisterForReflection
    record StageJson(
            String stageId, String stageName, Optional<String> pinpointStageId, String reason, boolean mailsMayBeSent) {

        private static List<StageJson> of(Outcome.Stages stages) {
            return stages.stages().stream().map(StageJson::of).toList();
        }

        private static StageJson of(Suggestion suggestion) {
            return switch (suggestion) {
                case Suggestion.Paired(var stage, var pinpointStage, var reason, var mailsMayBeSent) ->
                    of(stage, Optional.of(pinpointStage.id().value()), reason, mailsMayBeSent);
                case Suggestion.Blank(var stage, var reason) -> of(stage, Optional.empty(), reason, false);
            };
        }

        private static StageJson of(
                HackajobJob.Stage stage, Optional<String> pinpointStage, String reason, boolean mailsMayBeSent) {
            return new StageJson(stage.id().value(), stage.name(), pinpointStage, reason, mailsMayBeSent);
        }
    }
}
