package com.hackajob.pinpoint.dynamodb;

import com.hackajob.pinpoint.CompanyId;
import java.time.Instant;
import java.util.stream.Stream;

/** Rows of GSI2 whose time has come, the earliest first, page by page as they are wanted. */
final class Due {

    private Due() {}

    /** The company's rows whose sort keys begin so. */
    static Stream<Item> of(Table table, CompanyId company, String skPrefix, Instant now) {
        return until(table, Keys.due(company), now)
                .filter(row -> row.text("company").equals(company.value()))
                .filter(row -> row.text("SK").startsWith(skPrefix));
    }

    static Stream<Item> until(Table table, String partition, Instant now) {
        Item values = Item.empty().with(":partition", partition).with(":now", Keys.upTo(now));
        return table
                .client()
                .queryPaginator(query -> query.tableName(table.name())
                        .indexName("GSI2")
                        .keyConditionExpression("GSI2PK = :partition AND GSI2SK <= :now")
                        .expressionAttributeValues(values.values())
                        .limit(100))
                .items()
                .stream()
                .map(Item::of);
    }
}
