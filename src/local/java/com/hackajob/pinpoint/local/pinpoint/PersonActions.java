package com.hackajob.pinpoint.local.pinpoint;

/** What users do to applications and candidates in the user interface. */
final class PersonActions {

    private final Account account;

    PersonActions(Account account) {
        this.account = account;
    }

    /** Moves an application to a stage of another job. */
    void moveToJob(Row application, Row job, Row stage) {
        Row moved = application.with("job_id", job.id()).with(new Moves(account).entering(stage, application));
        account.webhooks().announce("application_moved", account.tables().update(moved));
    }

    void delete(Row application) {
        account.tables().delete(application);
    }

    void change(Row application, String attribute, Object value) {
        account.tables().update(application.with(attribute, value));
    }

    void block(Row candidate) {
        account.tables().update(candidate.with("blocked", true));
    }

    /** Makes one person of two; the second one's applications become the first one's. */
    void merge(Row kept, Row merged) {
        account.now()
                .rows("applications", "candidate_id", merged.id())
                .forEach(application -> change(application, "candidate_id", kept.id()));
        account.tables().delete(merged);
    }
}
