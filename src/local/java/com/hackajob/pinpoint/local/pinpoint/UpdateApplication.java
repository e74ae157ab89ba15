package com.hackajob.pinpoint.local.pinpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** PUT /applications/{id} (documented: partial; without summary, job and answers; files there are contradictory). */
final class UpdateApplication {

    static final List<String> ATTRIBUTES = CreateApplication.ATTRIBUTES.stream()
            .filter(name -> !name.equals("summary"))
            .toList();

    private final Account account;
    private final Body body;

    UpdateApplication(Account account, Body body) {
        this.account = account;
        this.body = body;
    }

    Row update(Row application) {
        List<Problem> problems = new ApplicationRules(account, body).ofAny();
        if (!problems.isEmpty()) {
            throw Refusal.of(problems);
        }
        Optional<Row> stage = stage(application);
        List<String> comments = Children.comments(body);
        Row changed = changed(application);
        Row kept = changed.equals(application) ? application : account.tables().update(changed);
        comments.forEach(text -> new Comments(account).add(kept, text));
        return stage.map(to -> new Moves(account).byApi(kept, to)).orElse(kept);
    }

    private Optional<Row> stage(Row application) {
        Row job = account.now().find("jobs", application.text("job_id")).orElseThrow(Refusal::notFound);
        return body.related("stage").map(id -> new Stages(account).named(id, job));
    }

    private Row changed(Row application) {
        Row changed = application.with(body.sent(ATTRIBUTES));
        changed = changed.with("full_name", Candidates.fullName(changed.values()))
                .with("tags", Tagging.applied(application.list("tags", Tag.class), body))
                .with("files", files(application));
        if (body.has("hired_at")) {
            changed = changed.with(
                    "hired_at", Dates.dateTime("hired_at", body.text("hired_at").orElse("")));
        }
        Optional<String> person = body.related("candidate");
        return person.isPresent()
                ? changed.with(
                        "candidate_id",
                        new Candidates(account).existing(person.get()).id())
                : changed;
    }

    private List<SimulatedFile> files(Row application) {
        List<SimulatedFile> before = application.list("files", SimulatedFile.class);
        if (!account.policies().is(Policy.KEEP_FILES_ON_PUT)) {
            return before;
        }
        List<SimulatedFile> added = new FileIntake(account.policies(), body).files();
        List<SimulatedFile> files = new ArrayList<>(before);
        files.removeIf(file -> replaces(added, file));
        files.addAll(added);
        return List.copyOf(files);
    }

    /** There is one CV and one cover letter, but any number of documents (inferred). */
    private boolean replaces(List<SimulatedFile> added, SimulatedFile file) {
        return !file.context().equals(account.policies().documentContext())
                && added.stream().anyMatch(other -> other.context().equals(file.context()));
    }
}
