package com.hackajob.pinpoint.dynamodb;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.Telemetry;
import com.hackajob.pinpoint.export.DueCompanies;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** {@link DueCompanies} in the table. */
@Singleton
final class DynamoDueCompanies implements DueCompanies {

    private final Table table;
    private final Telemetry telemetry;

    DynamoDueCompanies(Table table, Telemetry telemetry) {
        this.table = table;
        this.telemetry = telemetry;
    }

    @Override
    public Set<CompanyId> at(Instant now) {
        var found = Keys.allDue()
                .flatMap(shard -> Due.until(table, shard, now))
                .collect(Collectors.teeing(companies(), longestDue(), Found::new));
        telemetry.oldestWaiting(
                found.longestDue.map(since -> Duration.between(since, now)).orElse(Duration.ZERO));
        return found.companies;
    }

    private static Collector<Item, ?, Set<CompanyId>> companies() {
        return Collectors.mapping(row -> new CompanyId(row.text("company")), Collectors.toSet());
    }

    /** Of exports; earlier acceptances that are sent after all come after everybody else: that they wait says nothing. */
    private static Collector<Item, ?, Optional<Instant>> longestDue() {
        return Collectors.filtering(
                (Item row) -> row.text("SK").startsWith(Keys.EXPORTS)
                        && !row.optionalText("state").equals(Optional.of("queued")),
                Collectors.mapping(
                        (Item row) -> row.instant("due"), Collectors.minBy(Comparator.<Instant>naturalOrder())));
    }

    private record Found(Set<CompanyId> companies, Optional<Instant> longestDue) {}
}
