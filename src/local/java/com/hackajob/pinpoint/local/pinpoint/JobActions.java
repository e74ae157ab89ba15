package com.hackajob.pinpoint.local.pinpoint;

import com.hackajob.pinpoint.local.pinpoint.JobBuilder.NewStage;
import java.util.Comparator;
import java.util.Optional;

/** What users do to jobs and stages in the user interface (that such a thing exists is all that is documented). */
final class JobActions {

    private final Account account;

    JobActions(Account account) {
        this.account = account;
    }

    Row create(JobBuilder builder) {
        Row job = new Jobs(account).create(builder);
        account.webhooks().announceJob("job_created", job);
        return job;
    }

    void change(Row job, String attribute, Object value) {
        account.webhooks().announceJob("job_updated", account.tables().update(job.with(attribute, value)));
    }

    /** Deletes a job with its applications. */
    void delete(Row job) {
        account.now().rows("applications", "job_id", job.id()).forEach(account.tables()::delete);
        account.tables().delete(job);
        account.webhooks().announceJob("job_deleted", job);
    }

    Row addStage(Row job, NewStage stage) {
        int last = StageResource.ofJob(account.now(), job).stream()
                .map(found -> found.number("position"))
                .max(Comparator.naturalOrder())
                .orElse(-1);
        return new Jobs(account).addStage(job, stage, last + 1);
    }

    void renameStage(Row stage, String name) {
        account.tables().update(stage.with("name", name).with("external_name", name));
    }

    /** Removes a stage; whoever is in it goes to another stage of the same job. */
    void removeStage(Row stage) {
        account.tables().delete(stage);
        account.now().rows("applications", "stage_id", stage.id()).forEach(application -> firstStage(application)
                .ifPresent(first -> new Moves(account).byUser(application, first)));
    }

    private Optional<Row> firstStage(Row application) {
        return account.now()
                .find("jobs", application.text("job_id"))
                .flatMap(job -> StageResource.ofJob(account.now(), job).stream().findFirst());
    }
}
