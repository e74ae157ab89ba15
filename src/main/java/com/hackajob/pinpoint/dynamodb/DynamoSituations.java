package com.hackajob.pinpoint.dynamodb;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.export.ExportKey;
import com.hackajob.pinpoint.export.Situations;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** {@link Situations} in the table: two rows in one call. */
@Singleton
final class DynamoSituations implements Situations {

    private final Table table;

    DynamoSituations(Table table) {
        this.table = table;
    }

    @Override
    public Situation read(ExportKey key) {
        String company = Keys.company(key.company());
        String mapping = Keys.mapping(key.job());
        List<Item> rows = get(Item.key(company, Keys.CONNECTION), Item.key(company, mapping));
        return new Situation(
                row(rows, Keys.CONNECTION).map(ConnectionItem::read).filter(Connection::isUsable),
                row(rows, mapping).map(MappingItem::read));
    }

    private List<Item> get(Item... keys) {
        var wanted = KeysAndAttributes.builder()
                .keys(List.of(keys).stream().map(Item::values).toList())
                .consistentRead(true)
                .build();
        var answer = table.client().batchGetItem(get -> get.requestItems(Map.of(table.name(), wanted)));
        if (!answer.unprocessedKeys().isEmpty()) {
            // The service gave us a part, being busy; an absent row must never be mistaken for "not mapped".
            throw new Outage(ErrorCode.INTERNAL_ERROR, "the table answered in part");
        }
        return answer.responses().getOrDefault(table.name(), List.of()).stream()
                .map(Item::of)
                .toList();
    }

    private static Optional<Item> row(List<Item> rows, String sk) {
        return rows.stream().filter(row -> row.text("SK").equals(sk)).findFirst();
    }
}
