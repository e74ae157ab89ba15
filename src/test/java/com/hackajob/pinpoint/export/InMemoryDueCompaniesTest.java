package com.hackajob.pinpoint.export;

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
