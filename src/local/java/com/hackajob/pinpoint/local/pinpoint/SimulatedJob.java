package com.hackajob.pinpoint.local.pinpoint;

import java.util.List;

/** A job as it is now, with its stages in order. */
public record SimulatedJob(String id, String title, String status, List<SimulatedStage> stages) {

    static SimulatedJob of(View view, Row job) {
        return new SimulatedJob(
                job.id(),
                job.text("title"),
                job.text("status"),
                StageResource.ofJob(view, job).stream().map(SimulatedStage::of).toList());
    }

    /** The stage of this name, or the first one of this basic type. */
    public SimulatedStage stage(String nameOrBasicType) {
        return stages.stream()
                .filter(stage -> stage.name().equals(nameOrBasicType)
                        || stage.basicType().equals(nameOrBasicType))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no stage " + nameOrBasicType));
    }
}
