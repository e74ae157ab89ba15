package com.hackajob.pinpoint.dynamodb;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.audit.AuditEntry;
import com.hackajob.pinpoint.mapping.Mapping;
import com.hackajob.pinpoint.mapping.Mapping.Version;
import com.hackajob.pinpoint.mapping.Mappings;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
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

    // Two editors: the second one's version is no longer there, so it is told instead of overwriting the first.
    @Override
    public boolean save(Mapping mapping, Optional<Version> seen, AuditEntry entry) {
        String condition = seen.isPresent() ? "version = :seen" : "attribute_not_exists(PK)";
        Item values = Item.empty().with(":seen", seen.map(Version::value));
        var put = TransactWriteItem.builder()
                .put(write -> write.tableName(table.name())
                        .item(MappingItem.write(mapping).values())
                        .conditionExpression(condition)
                        .expressionAttributeValues(Table.orNone(values)))
                .build();
        return !table.transact(put, audit(entry)).contains(true);
    }

    // An edit that came in between stays: whoever removes is told, and looks again.
    @Override
    public boolean remove(Mapping mapping, AuditEntry entry) {
        Item values = Item.empty().with(":seen", mapping.version().value());
        var delete = TransactWriteItem.builder()
                .delete(write -> write.tableName(table.name())
                        .key(key(mapping.company(), mapping.job()).values())
                        .conditionExpression("version = :seen")
                        .expressionAttributeValues(values.values()))
                .build();
        return !table.transact(delete, audit(entry)).contains(true);
    }

    private TransactWriteItem audit(AuditEntry entry) {
        return TransactWriteItem.builder()
                .put(put ->
                        put.tableName(table.name()).item(AuditItem.write(entry).values()))
                .build();
    }

    private static Item key(CompanyId company, JobId job) {
        return Item.key(Keys.company(company), Keys.mapping(job));
    }
}
