package com.hackajob.pinpoint.lambda;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.mapping.ImportMapping;
import com.hackajob.pinpoint.mapping.ImportMapping.Outcome.Imported;
import com.hackajob.pinpoint.mapping.Mapping.Version;
import com.hackajob.pinpoint.mapping.MatchStages.Unmatched;
import com.hackajob.pinpoint.mapping.PinpointJobId;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Optional;

/** A mapping that was cloned, and what was not carried over. */
@RegisterForReflection
record ImportJson(@JsonUnwrapped MappingJson mapping, List<UnmatchedJson> unmatched) {

    static ImportMapping.Import one(Call call, JobId job, Optional<Version> seen) {
        JsonNode body = JsonBodies.of(call.body(), "fromJobId", "pinpointJobId");
        return new ImportMapping.Import(call.company(), call.user(), fromJob(body), job, pinpointJob(body), seen);
    }

    static JobId fromJob(JsonNode body) {
        return Call.parsed("fromJobId", JsonBodies.optionalText(body, "fromJobId"), JobId::new);
    }

    static Optional<PinpointJobId> pinpointJob(JsonNode body) {
        return pinpointJob(body, "pinpointJobId");
    }

    /** @param path of the field, as its error names it */
    static Optional<PinpointJobId> pinpointJob(JsonNode object, String path) {
        return JsonBodies.optionalText(object, "pinpointJobId")
                .map(text -> Call.parsed(path, Optional.of(text), PinpointJobId::new));
    }

    static ImportJson of(Imported imported) {
        return new ImportJson(
                MappingJson.of(imported.mapping(), imported.warnings()),
                imported.unmatched().stream().map(UnmatchedJson::of).toList());
    }

    @RegisterForReflection
    record UnmatchedJson(String stageId, String stageName, String reason, String detail) {
        private static UnmatchedJson of(Unmatched unmatched) {
            return new UnmatchedJson(
                    unmatched.stage().value(),
                    unmatched.stageName(),
                    unmatched.reason().code(),
                    unmatched.reason().words());
        }
    }
}
