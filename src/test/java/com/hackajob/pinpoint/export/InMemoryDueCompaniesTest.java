package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.updates.InMemoryOutbox;

class InMemoryDueCompaniesTest extends DueCompaniesContract {

    private final InMemoryLedger ledger = new InMemoryLedger(new InMemoryOutbox());

    @Override
    protected Ledger ledger() {
        return ledger;
    }

    @Override
    protected DueCompanies dueCompanies() {
        return new InMemoryDueCompanies(ledger);
    }
}
