package com.hackajob.pinpoint.dynamodb;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.UserId;
import com.hackajob.pinpoint.audit.Actor;
import com.hackajob.pinpoint.audit.AuditEntry;

/** An audit entry as a row. */
final class AuditItem {

    private AuditItem() {}

    static Item write(AuditEntry entry) {
        return Item.key(Keys.company(entry.company()), Keys.audit(entry.id()))
                .with("entry", entry.id())
                .with("company", entry.company().value())
                .with("at", entry.at())
                .with("actor", entry.actor().kind().name())
                .with("user", entry.actor().user().map(UserId::value))
                .with("action", entry.action().name())
                .with("code", entry.code().map(ErrorCode::code))
                .with("job", entry.job().map(JobId::value));
    }

    static AuditEntry read(Item item) {
        return new AuditEntry(
                item.text("entry"),
                new CompanyId(item.text("company")),
                item.instant("at"),
                new Actor(
                        Actor.Kind.valueOf(item.text("actor")),
                        item.optionalText("user").map(UserId::new)),
                AuditEntry.Action.valueOf(item.text("action")),
                item.optionalText("code").map(ErrorCode::of),
                item.optionalText("job").map(JobId::new));
    }
}
