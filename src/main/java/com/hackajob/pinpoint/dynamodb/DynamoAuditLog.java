package com.hackajob.pinpoint.dynamodb;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.audit.AuditEntry;
import com.hackajob.pinpoint.audit.AuditLog;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** {@link AuditLog} in the table. */
@Singleton
final class DynamoAuditLog implements AuditLog {

    private final Table table;

    DynamoAuditLog(Table table) {
        this.table = table;
    }

    @Override
    public void add(AuditEntry entry) {
        table.put(AuditItem.write(entry));
    }

    @Override
    public Page list(CompanyId company, Optional<String> after, int limit) {
        Item values = Item.empty().with(":company", Keys.company(company)).with(":audit", Keys.AUDIT);
        var answer = table.client().query(query -> {
            query.tableName(table.name())
                    .keyConditionExpression("PK = :company AND begins_with(SK, :audit)")
                    .expressionAttributeValues(values.values())
                    .scanIndexForward(false)
                    .limit(limit);
            after.ifPresent(id -> query.exclusiveStartKey(
                    Item.key(Keys.company(company), Keys.audit(id)).values()));
        });
        List<AuditEntry> entries =
                answer.items().stream().map(Item::of).map(AuditItem::read).toList();
        return new Page(
                entries,
                answer.hasLastEvaluatedKey() ? Optional.of(entries.getLast().id()) : Optional.empty());
    }
}
