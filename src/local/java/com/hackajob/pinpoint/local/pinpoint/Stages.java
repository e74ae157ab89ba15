package com.hackajob.pinpoint.local.pinpoint;

import java.util.List;

/** Which stage a write means (documented: a new application without one goes to the job's applied stage). */
final class Stages {

    private final Account account;

    Stages(Account account) {
        this.account = account;
    }

    Row ofNew(Body body, Row job) {
        return body.related("stage").map(id -> named(id, job)).orElseGet(() -> applied(job));
    }

    /** The stage of this id, which has to be one of the job's (that and how others are refused is a policy). */
    Row named(String id, Row job) {
        Policies policies = account.policies();
        return account.now()
                .find("stages", id)
                .filter(stage -> !policies.is(Policy.REFUSE_FOREIGN_STAGE) || belongs(stage, job))
                .orElseThrow(() -> policies.is(Policy.FOREIGN_STAGE_IS_NOT_FOUND)
                        ? Refusal.notFound()
                        : Refusal.of(List.of(Problem.relationship("stage", "is not a stage of this job"))));
    }

    private boolean belongs(Row stage, Row job) {
        return StageResource.ofJob(account.now(), job).stream()
                .anyMatch(own -> own.id().equals(stage.id()));
    }

    private Row applied(Row job) {
        return StageResource.ofJob(account.now(), job).stream()
                .filter(stage -> stage.is("basic_type", "applied"))
                .findFirst()
                .orElseThrow(() -> Refusal.of(List.of(Problem.relationship("stage", "must exist"))));
    }
}
