package com.hackajob.pinpoint.dynamodb;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.mapping.PublishedJob;
import com.hackajob.pinpoint.mapping.PublishedJobs;
import com.hackajob.pinpoint.updates.Update;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@link PublishedJobs} in the table. */
@Singleton
final class DynamoPublishedJobs implements PublishedJobs {

    private final Table table;

    DynamoPublishedJobs(Table table) {
        this.table = table;
    }

    @Override
    public Optional<PublishedJob> find(CompanyId company, JobId job) {
        return table.get(Keys.company(company), Keys.job(job)).map(PublishedJobItem::read);
    }

    // Another event, or a mapping made or removed meanwhile, leaves the row other than it was seen.
    @Override
    public boolean save(PublishedJob next, Optional<PublishedJob> seen, Optional<Update> update) {
        return table.write(Stream.concat(
                        Stream.of(PublishedJobItem.putting(table, next, seen)),
                        update.map(OutboxItem::write).map(table::putting).stream())
                .toList());
    }

    @Override
    public Page needingMapping(CompanyId company, Optional<Position> after, int limit) {
        Item values = Item.empty().with(":unmapped", Keys.unmapped(company));
        var answer = table.client().query(query -> {
            query.tableName(table.name())
                    .indexName("GSI1")
                    .keyConditionExpression("GSI1PK = :unmapped")
                    .expressionAttributeValues(values.values())
                    .limit(limit);
            after.ifPresent(position -> query.exclusiveStartKey(
                    PublishedJobItem.indexKey(company, position).values()));
        });
        List<PublishedJob> jobs = answer.items().stream()
                .map(Item::of)
                .map(PublishedJobItem::read)
                .toList();
        return new Page(jobs, answer.hasLastEvaluatedKey() ? Optional.of(end(jobs)) : Optional.empty());
    }

    private static Position end(List<PublishedJob> jobs) {
        return new Position(jobs.getLast().since(), jobs.getLast().job());
    }
}
