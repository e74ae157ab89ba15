package com.hackajob.pinpoint.dynamodb;

import com.hackajob.pinpoint.CandidateId;
import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.updates.Update;
import com.hackajob.pinpoint.updates.Update.Proposal;
import com.hackajob.pinpoint.updates.Update.Subject;

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
        update.proposal().ifPresent(proposal -> row.with("proposal", write(proposal)));
        return row;
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
                item.optionalItem("proposal").map(OutboxItem::proposal));
    }

    private static Proposal proposal(Item item) {
        return new Proposal(
                item.text("version"),
                item.items("moves").stream()
                        .map(move -> new Proposal.Move(move.text("stage"), move.optionalText("pinpointStage")))
                        .toList());
    }
}
