package com.hackajob.pinpoint.dynamodb;

import com.hackajob.pinpoint.CandidateId;
import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.updates.Update;
import com.hackajob.pinpoint.updates.Update.Detail;
import com.hackajob.pinpoint.updates.Update.Duplicates;
import com.hackajob.pinpoint.updates.Update.Erasure;
import com.hackajob.pinpoint.updates.Update.Lost;
import com.hackajob.pinpoint.updates.Update.Proposal;
import com.hackajob.pinpoint.updates.Update.StageMove;
import com.hackajob.pinpoint.updates.Update.Subject;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** An update as a row of the outbox. */
final class OutboxItem {

    private OutboxItem() {}

    static Item write(Update update) {
        Subject subject = update.subject();
        Item row = Item.key(Keys.company(subject.company()), Keys.outbox(update))
                .with("company", subject.company().value())
                .with("job", subject.job().map(JobId::value))
                .with("candidate", subject.candidate().map(CandidateId::value))
                .with("GSI2PK", Keys.pending(subject.company()))
                .with("GSI2SK", Keys.pendingSince(update))
                .with("update", update.id())
                .with("kind", update.kind().name())
                .with("code", update.code().map(ErrorCode::code))
                .with("occurredAt", update.occurredAt());
        update.detail().ifPresent(detail -> {
            switch (detail) {
                case Proposal proposal -> row.with("proposal", write(proposal));
                case Erasure erasure -> row.withItems("erased", write(erasure));
                case StageMove(var stage, var overruled) ->
                    row.with("stage", stage).with("overruled", overruled);
                case Lost(var reason, var words) -> row.with("lost", reason).with("words", words);
                case Duplicates(var applications) ->
                    row.withTexts(
                            "duplicates",
                            applications.stream().map(URI::toString).toList());
            }
        });
        return row;
    }

    private static List<Item> write(Erasure erasure) {
        return erasure.jobs().stream()
                .map(job -> Item.empty()
                        .with("job", job.job().value())
                        .with("application", job.application().map(URI::toString))
                        .with("check", job.check().name()))
                .toList();
    }

    private static Item write(Proposal proposal) {
        return Item.empty()
                .with("version", proposal.version())
                .withItems(
                        "moves",
                        proposal.moves().stream()
                                .map(move -> Item.empty()
                                        .with("stage", move.stage())
                                        .with("pinpointStage", move.pinpointStage()))
                                .toList());
    }

    static Update read(Item item) {
        return new Update(
                item.text("update"),
                Update.Kind.valueOf(item.text("kind")),
                new Subject(
                        new CompanyId(item.text("company")),
                        item.optionalText("job").map(JobId::new),
                        item.optionalText("candidate").map(CandidateId::new)),
                item.optionalText("code").map(ErrorCode::of),
                item.instant("occurredAt"),
                detail(item));
    }

    private static Optional<Detail> detail(Item item) {
        if (item.has("erased")) {
            return Optional.of(new Erasure(
                    item.items("erased").stream().map(OutboxItem::job).toList()));
        }
        if (item.has("stage")) {
            return Optional.of(new StageMove(item.text("stage"), item.optionalText("overruled")));
        }
        if (item.has("lost")) {
            return Optional.of(new Lost(item.text("lost"), item.text("words")));
        }
        if (item.has("duplicates")) {
            return Optional.of(new Duplicates(
                    item.texts("duplicates").stream().map(URI::create).toList()));
        }
        return item.optionalItem("proposal").map(OutboxItem::proposal);
    }

    private static Erasure.Job job(Item item) {
        return new Erasure.Job(
                new JobId(item.text("job")),
                item.optionalText("application").map(URI::create),
                item.optionalText("check").map(Erasure.Check::valueOf).orElse(Erasure.Check.DONE));
    }

    private static Proposal proposal(Item item) {
        return new Proposal(
                item.text("version"),
                item.items("moves").stream()
                        .map(move -> new Proposal.Move(move.text("stage"), move.optionalText("pinpointStage")))
                        .toList());
    }
}
