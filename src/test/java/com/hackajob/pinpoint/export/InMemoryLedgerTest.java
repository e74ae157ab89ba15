package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.updates.InMemoryOutbox;
import com.hackajob.pinpoint.updates.Outbox;

class InMemoryLedgerTest extends LedgerContract {

    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private final InMemoryLedger ledger = new InMemoryLedger(outbox);

    @Override
    protected Ledger ledger() {
        return ledger;
    }

    @Override
    protected Outbox outbox() {
        return outbox;
    }
}
