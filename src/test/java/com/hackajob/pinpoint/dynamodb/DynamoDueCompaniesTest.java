package com.hackajob.pinpoint.dynamodb;

import com.hackajob.pinpoint.export.DueCompanies;
import com.hackajob.pinpoint.export.DueCompaniesContract;
import com.hackajob.pinpoint.export.Ledger;

class DynamoDueCompaniesTest extends DueCompaniesContract {

    private final Table table = LocalTable.empty();

    @Override
    protected Ledger ledger() {
        return new DynamoLedger(table);
    }

    @Override
    protected DueCompanies dueCompanies() {
        return new DynamoDueCompanies(table);
    }
}
