package com.hackajob.pinpoint.dynamodb;

import com.hackajob.pinpoint.CandidateId;
import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.updates.Outbox;
import com.hackajob.pinpoint.updates.Update;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** {@link Outbox} in the table. */
@Singleton
final class DynamoOutbox implements Outbox {

    private static final int AT_MOST = 500;

    private final Table table;

    DynamoOutbox(Table table) {
        this.table = table;
    }

    @Override
    public List<Update> pending(Instant since) {
        return Keys.allPending()
                .flatMap(shard -> Due.until(table, shard, since))
                .limit(AT_MOST)
                .map(OutboxItem::read)
                .toList();
    }

    @Override
    public void forget(Update update) {
        table.delete(Keys.company(update.subject().company()), Keys.outbox(update));
    }

    @Override
    public void add(Update update) {
        table.put(OutboxItem.write(update));
    }

    @Override
    public void forget(CompanyId company, CandidateId candidate) {
        table.find(Keys.company(company), Keys.UPDATES, "candidate", candidate.value())
                .forEach(row -> table.delete(row.text("PK"), row.text("SK")));
    }
}
