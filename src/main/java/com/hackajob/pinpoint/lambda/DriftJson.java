package com.hackajob.pinpoint.lambda;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.mapping.Drift;
import com.hackajob.pinpoint.mapping.Mapping;
import com.hackajob.pinpoint.mapping.PinpointStageId;
import com.hackajob.pinpoint.mapping.Repair;
import com.hackajob.pinpoint.mapping.StageId;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Optional;

/**
 * What became different in Pinpoint since the job was mapped.
 *
 * @param code why candidates may have to wait; absent where all of it is followed
 * @param repair what accepting it would change; absent where another Pinpoint job has to be chosen
 */
@RegisterForReflection
record DriftJson(
        Optional<String> code, Optional<String> remedy, List<FindingJson> findings, Optional<List<MoveJson>> repair) {

    static Optional<DriftJson> of(Mapping mapping) {
        Drift drift = mapping.drift();
        return drift.isNone()
                ? Optional.empty()
                : Optional.of(new DriftJson(
                        drift.code().map(ErrorCode::code),
                        drift.code().map(ErrorCode::remedy),
                        drift.findings().stream().map(FindingJson::of).toList(),
                        mapping.repair().map(MoveJson::of)));
    }

    @RegisterForReflection
    record FindingJson(String kind, String detail, boolean breaks, Optional<String> stageId, String was, String is) {
        private static FindingJson of(Drift.Finding finding) {
            return new FindingJson(
                    finding.kind().code(),
                    finding.kind().detail(),
                    finding.kind().breaks().isPresent(),
                    finding.stage().map(StageId::value),
                    finding.was(),
                    finding.is());
        }
    }

    /** @param pinpointStageId what the stage would stand for; absent for a blank */
    @RegisterForReflection
    record MoveJson(String stageId, Optional<String> pinpointStageId, String reason) {
        private static List<MoveJson> of(Repair repair) {
            return repair.moves().stream()
                    .map(move -> new MoveJson(
                            move.stage().value(),
                            move.pinpointStage().map(PinpointStageId::value),
                            move.reason().detail()))
                    .toList();
        }
    }
}
