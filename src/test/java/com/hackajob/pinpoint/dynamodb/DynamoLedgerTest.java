package com.hackajob.pinpoint.dynamodb;

import com.hackajob.pinpoint.export.Ledger;
import com.hackajob.pinpoint.export.LedgerContract;
import com.hackajob.pinpoint.updates.Outbox;

class DynamoLedgerTest extends LedgerContract {

    private final Table table = LocalTable.empty();

    @Override
    protected Ledger ledger() {
        return new DynamoLedger(table);
    }

    @Override
    protected Outbox outbox() {
        return new DynamoOutbox(table);
    }
}
