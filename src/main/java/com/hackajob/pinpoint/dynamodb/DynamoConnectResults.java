package com.hackajob.pinpoint.dynamodb;

import com.hackajob.pinpoint.connection.Caller;
import com.hackajob.pinpoint.connection.ConnectResult;
import com.hackajob.pinpoint.connection.ConnectResults;
import jakarta.inject.Singleton;
import java.time.Instant;

/** {@link ConnectResults} in the table. */
@Singleton
final class DynamoConnectResults implements ConnectResults {

    private final Table table;

    DynamoConnectResults(Table table) {
        this.table = table;
    }

    @Override
    public void save(ConnectResult result) {
        table.put(Item.key(Keys.connect(result.codeHash()), Keys.RESULT)
                .with("company", result.company().value())
                .with("startedBy", result.startedBy().value())
                .expiring(result.expiresAt()));
    }

    // Two exchanges of one code: the second finds no row. A stranger's takes nothing away from whom it is for.
    @Override
    public boolean take(String codeHash, Caller caller, Instant now) {
        return table.deleteIf(
                Item.key(Keys.connect(codeHash), Keys.RESULT),
                "company = :company AND startedBy = :user AND expiresAt > :now",
                Item.empty()
                        .with(":company", caller.company().value())
                        .with(":user", caller.user().value())
                        .with(":now", now.getEpochSecond()));
    }
}
