package com.hackajob.pinpoint.local.pinpoint;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Stages (documented): read-only, and reachable only as something included. Each belongs to a job or to a hiring
 * workflow; a job has its own ones and those of the workflow it selected (inferred).
 */
final class StageResource {

    private StageResource() {}

    static Resource describe() {
        return Resource.included(
                "stages",
                List.of(
                        "name",
                        "external_name",
                        "description",
                        "basic_type",
                        "position",
                        "visible",
                        "external_system_reference",
                        "created_at",
                        "updated_at"),
                Relation.many("applications", "applications", "stage_id"),
                Relation.polymorphic("stageable", "jobs", "hiring_workflows"));
    }

    static List<Row> ownedBy(View view, Row owner) {
        return view.rows("stages", "stageable_id", owner.id()).stream()
                .filter(stage -> stage.is("stageable_type", Relation.classOf(owner.type())))
                .sorted(Comparator.comparingInt(stage -> stage.number("position")))
                .toList();
    }

    static List<Row> ofJob(View view, Row job) {
        Stream<Row> shared = view.find("hiring_workflows", job.text("selected_hiring_workflow_id")).stream()
                .flatMap(workflow -> ownedBy(view, workflow).stream());
        return Stream.concat(shared, ownedBy(view, job).stream())
                .sorted(Comparator.comparingInt(stage -> stage.number("position")))
                .toList();
    }
}
