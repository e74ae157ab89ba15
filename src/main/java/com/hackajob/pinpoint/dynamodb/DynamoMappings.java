package com.hackajob.pinpoint.dynamodb;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.audit.AuditEntry;
import com.hackajob.pinpoint.mapping.Mapping;
import com.hackajob.pinpoint.mapping.Mapping.Version;
import com.hackajob.pinpoint.mapping.Mappings;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** {@link Mappings} in the table. */
@Singleton
final class DynamoMappings implements Mappings {

    private final Table table;

    DynamoMappings(Table table) {
        this.table = table;
    }

    @Override
    public Optional<Mapping> find(CompanyId company, JobId job) {
        return table.get(Keys.company(company), Keys.mapping(job)).map(MappingItem::read);
    }

    @Override
    public Page list(CompanyId company, Optional<JobId> after, int limit) {
        Item values = Item.empty().with(":company", Keys.company(company)).with(":mappings", Keys.MAPPINGS);
        var answer = table.client().query(query -> {
            query.tableName(table.name())
                    .keyConditionExpression("PK = :company AND begins_with(SK, :mappings)")
                    .expressionAttributeValues(values.values())
                    .consistentRead(true)
                    .limit(limit);
            after.ifPresent(job -> query.exclusiveStartKey(key(company, job).values()));
        });
        List<Mapping> mappings =
                answer.items().stream().map(Item::of).map(MappingItem::read).toList();
        return new Page(
                mappings,
                answer.hasLastEvaluatedKey() ? Optional.of(mappings.getLast().job()) : Optional.empty());
    }

    // Two editors, or an editor and a look at Pinpoint: the second one's version is no longer there, so it is told
    // instead of overwriting the first.
    @Override
    public boolean save(Change change) {
        Optional<Version> seen = change.seen();
        String condition = seen.isPresent() ? "version = :seen" : "attribute_not_exists(PK)";
        Item values = Item.empty().with(":seen", seen.map(Version::value));
        var put = TransactWriteItem.builder()
                .put(write -> write.tableName(table.name())
                        .item(MappingItem.write(change.next()).values())
                        .conditionExpression(condition)
                        .expressionAttributeValues(Table.orNone(values)))
                .build();
        return table.write(Stream.of(
                        Optional.of(put),
                        seen.isEmpty() ? Optional.of(settled(change.next())) : Optional.<TransactWriteItem>empty(),
                        change.audit().map(AuditItem::write).map(table::putting),
                        change.update().map(OutboxItem::write).map(table::putting))
                .flatMap(Optional::stream)
                .toList());
    }

    /** The job asks for a mapping no more. It may not be known to be published yet. */
    private TransactWriteItem settled(Mapping mapping) {
        return TransactWriteItem.builder()
                .update(update -> update.tableName(table.name())
                        .key(PublishedJobItem.key(mapping.company(), mapping.job())
                                .values())
                        .updateExpression("SET mapped = :mapped, company = :company, job = :job"
                                + ", title = if_not_exists(title, :none), live = if_not_exists(live, :no)"
                                + ", since = if_not_exists(since, :ever) REMOVE GSI1PK, GSI1SK")
                        .expressionAttributeValues(Item.empty()
                                .with(":mapped", true)
                                .with(":company", mapping.company().value())
                                .with(":job", mapping.job().value())
                                .with(":none", "")
                                .with(":no", false)
                                .with(":ever", Instant.EPOCH)
                                .values()))
                .build();
    }

    // An edit that came in between stays, and so does what an event told of the job: whoever removes looks again.
    @Override
    public boolean remove(Mapping mapping, AuditEntry entry) {
        Item values = Item.empty().with(":seen", mapping.version().value());
        var delete = TransactWriteItem.builder()
                .delete(write -> write.tableName(table.name())
                        .key(key(mapping.company(), mapping.job()).values())
                        .conditionExpression("version = :seen")
                        .expressionAttributeValues(values.values()))
                .build();
        return table.write(
                Stream.of(Optional.of(delete), asking(mapping), Optional.of(table.putting(AuditItem.write(entry))))
                        .flatMap(Optional::stream)
                        .toList());
    }

    /** The job asks for a mapping again, if it is live. */
    private Optional<TransactWriteItem> asking(Mapping mapping) {
        return table.get(Keys.company(mapping.company()), Keys.job(mapping.job()))
                .map(PublishedJobItem::read)
                .map(seen -> PublishedJobItem.putting(table, seen.unmapped(), Optional.of(seen)));
    }

    private static Item key(CompanyId company, JobId job) {
        return Item.key(Keys.company(company), Keys.mapping(job));
    }
}
