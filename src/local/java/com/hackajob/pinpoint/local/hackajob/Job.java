package com.hackajob.pinpoint.local.hackajob;

import java.util.List;
import java.util.stream.IntStream;

/** A job of a company. */
public record Job(String id, String title, String status, List<Stage> stages) {

    public Job {
        stages = List.copyOf(stages);
    }

    /** One of the steps a candidate goes through. */
    public record Stage(String id, String name, int position) {}

    /** A live job; its stages' ids are {@code stage-1}, {@code stage-2}, … */
    public static Job live(String id, String title, String... stages) {
        var numbered = IntStream.range(0, stages.length)
                .mapToObj(i -> new Stage("stage-" + (i + 1), stages[i], i + 1))
                .toList();
        return new Job(id, title, "live", numbered);
    }

    public Job closed() {
        return new Job(id, title, "closed", stages);
    }
}
