package com.hackajob.pinpoint.local.pinpoint;

import com.hackajob.pinpoint.local.pinpoint.JobBuilder.NewStage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Makes jobs, their stages, workflows, departments and locations. */
final class Jobs {

    private final Account account;

    Jobs(Account account) {
        this.account = account;
    }

    Row create(JobBuilder builder) {
        Map<String, Object> values = new LinkedHashMap<>(builder.attributes());
        String uuid = UUID.randomUUID().toString();
        values.put("uuid", uuid);
        values.put("path", "/en/postings/" + uuid);
        values.put("url", "https://" + account.subdomain() + ".pinpointhq.com/en/postings/" + uuid);
        values.put("opened_at", account.clock().instant());
        builder.department()
                .ifPresent(name ->
                        values.put("department_id", named("departments", name).id()));
        builder.location()
                .ifPresent(name ->
                        values.put("location_id", named("locations", name).id()));
        Optional<Row> shared = builder.workflow().flatMap(name -> find("hiring_workflows", name));
        Optional<Row> workflow = shared.or(() -> builder.workflow().map(name -> newWorkflow(name, builder)));
        workflow.ifPresent(found -> values.put("selected_hiring_workflow_id", found.id()));
        Row job = account.tables().insert("jobs", values);
        addStages(job, ownStages(builder, workflow.isPresent(), shared.isPresent()));
        builder.questions().forEach(title -> addQuestion(job, title));
        return job;
    }

    Row addStage(Row owner, NewStage stage, int position) {
        return account.tables()
                .insert(
                        "stages",
                        Map.of(
                                "name", stage.name(),
                                "external_name", stage.name(),
                                "basic_type", stage.basicType(),
                                "position", position,
                                "visible", true,
                                "sends_email", stage.sendsEmail(),
                                "stageable_type", Relation.classOf(owner.type()),
                                "stageable_id", owner.id()));
    }

    private Row newWorkflow(String name, JobBuilder builder) {
        Row workflow = account.tables().insert("hiring_workflows", Map.of("name", name));
        addStages(workflow, builder.stagesOrUsual());
        return workflow;
    }

    private static List<NewStage> ownStages(JobBuilder builder, boolean hasWorkflow, boolean isShared) {
        if (!hasWorkflow) {
            return builder.stagesOrUsual();
        }
        return isShared ? builder.stages() : List.of();
    }

    private void addStages(Row owner, List<NewStage> stages) {
        for (int position = 0; position < stages.size(); position++) {
            addStage(owner, stages.get(position), position);
        }
    }

    private void addQuestion(Row job, String title) {
        account.tables()
                .insert(
                        "questions",
                        Map.of("title", title, "question_type", "text", "required", true, "job_id", job.id()));
    }

    private Row named(String type, String name) {
        return find(type, name).orElseGet(() -> account.tables().insert(type, Map.of("name", name)));
    }

    private Optional<Row> find(String type, String name) {
        return account.now().rows(type, "name", name).stream().findFirst();
    }
}
