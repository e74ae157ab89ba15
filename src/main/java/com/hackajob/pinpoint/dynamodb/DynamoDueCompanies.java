package com.hackajob.pinpoint.dynamodb;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.export.DueCompanies;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/** {@link DueCompanies} in the table. */
@Singleton
final class DynamoDueCompanies implements DueCompanies {

    private final Table table;

    DynamoDueCompanies(Table table) {
        this.table = table;
    }

    @Override
    public Set<CompanyId> at(Instant now) {
        return Keys.allDue()
                .flatMap(shard -> Due.until(table, shard, now))
                .map(row -> new CompanyId(row.text("company")))
                .collect(Collectors.toSet());
    }
}
