package com.hackajob.pinpoint.hackajob;

import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.mapping.HackajobJob;
import com.hackajob.pinpoint.mapping.StageId;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Comparator;
import java.util.List;

/** A job as the platform writes it. */
@RegisterForReflection
record JobJson(String id, String title, List<StageJson> stages) {

    HackajobJob read() {
        return new HackajobJob(
                new JobId(id),
                title,
                stages.stream()
                        .sorted(Comparator.comparingInt(StageJson::position))
                        .map(stage -> new HackajobJob.Stage(new StageId(stage.id), stage.name))
                        .toList());
    }

    @RegisterForReflection
    record StageJson(String id, String name, int position) {}
}
