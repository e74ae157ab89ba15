package com.hackajob.pinpoint.hackajob;

import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.mapping.HackajobJob;
import com.hackajob.pinpoint.mapping.StageId;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Comparator;
import java.util.List;

/** A job as the platform writes it. */
@RegisterForReflection
record JobJson(String id, String title, String status, List<StageJson> stages) {

    private static final String LIVE = "live";

    HackajobJob read() {
        return new HackajobJob(
                new JobId(id),
                title,
                status.equals(LIVE),
                stages.stream()
                        .sorted(Comparator.comparingInt(StageJson::position))
                        .map(stage -> new HackajobJob.Stage(new StageId(stage.id), stage.name))
                        .toList());
    }

    @RegisterForReflection
    record StageJson(String id, String name, int position) {}
}
