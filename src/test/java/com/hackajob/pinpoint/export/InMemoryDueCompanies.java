package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.CompanyId;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/** {@link DueCompanies} of an {@link InMemoryLedger}. */
public final class InMemoryDueCompanies implements DueCompanies {

    private final InMemoryLedger ledger;

    public InMemoryDueCompanies(InMemoryLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Set<CompanyId> at(Instant now) {
        return ledger.due(now, _ -> true).stream().map(ExportKey::company).collect(Collectors.toSet());
    }
}
