package com.hackajob.pinpoint.export;

class InMemoryOutboxTest extends OutboxContract {

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
