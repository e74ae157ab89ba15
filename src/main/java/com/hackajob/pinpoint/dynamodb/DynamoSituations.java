package com.hackajob.pinpoint.dynamodb;

import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.export.ExportKey;
import com.hackajob.pinpoint.export.Situations;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

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
        Map<String, Item> rows = table.getAll(Item.key(company, Keys.CONNECTION), Item.key(company, mapping));
        return new Situation(
                Optional.ofNullable(rows.get(Keys.CONNECTION))
                        .map(ConnectionItem::read)
                        .filter(Connection::isUsable),
                Optional.ofNullable(rows.get(mapping)).map(MappingItem::read));
    }
}
