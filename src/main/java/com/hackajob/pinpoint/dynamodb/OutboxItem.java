package com.hackajob.pinpoint.dynamodb;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.export.Update;

/** An update as a row of the outbox. */
final class OutboxItem {

    private OutboxItem() {}

    static Item write(Update update) {
        return ExportItem.identity(update.key())
                .with("PK", Keys.company(update.key().company()))
                .with("SK", Keys.outbox(update))
                .with("GSI2PK", Keys.pending(update.key().company()))
                .with("GSI2SK", Keys.pendingSince(update))
                .with("update", update.id())
                .with("kind", update.kind().name())
                .with("code", update.code().map(ErrorCode::code))
                .with("occurredAt", update.occurredAt());
    }

    static Update read(Item item) {
        return new Update(
                item.text("update"),
                Update.Kind.valueOf(item.text("kind")),
                ExportItem.key(item),
                item.optionalText("code").map(ErrorCode::of),
                item.instant("occurredAt"));
    }
}
