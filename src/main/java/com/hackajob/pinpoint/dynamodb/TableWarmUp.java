package com.hackajob.pinpoint.dynamodb;

import com.hackajob.pinpoint.Remote;
import com.hackajob.pinpoint.WarmUp;
import jakarta.inject.Singleton;

/** Reads a row that is never there: client, credentials, signature, connection and TLS are then ready. */
@Singleton
final class TableWarmUp implements WarmUp {

    private final Table table;

    TableWarmUp(Table table) {
        this.table = table;
    }

    @Override
    public Remote remote() {
        return Remote.DYNAMODB;
    }

    @Override
    public void run() {
        table.get(Keys.WARM_UP, Keys.WARM_UP);
    }
}
