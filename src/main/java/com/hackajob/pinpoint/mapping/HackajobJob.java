package com.hackajob.pinpoint.mapping;

import com.hackajob.pinpoint.JobId;
import java.util.List;

/**
 * A job on hackajob.
 *
 * @param isLive whether candidates can accept on it
 * @param stages in their order; a candidate who accepts enters the first
 */
public record HackajobJob(JobId id, String title, boolean isLive, List<Stage> stages) {

    public HackajobJob {
        stages = List.copyOf(stages);
    }

    public record Stage(StageId id, String name) {}
}
