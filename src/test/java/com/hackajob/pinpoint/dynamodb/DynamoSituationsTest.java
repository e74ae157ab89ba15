package com.hackajob.pinpoint.dynamodb;

import com.hackajob.pinpoint.NoTelemetry;
import com.hackajob.pinpoint.connection.Connections;
import com.hackajob.pinpoint.export.Situations;
import com.hackajob.pinpoint.export.SituationsContract;
import com.hackajob.pinpoint.mapping.Mappings;

class DynamoSituationsTest extends SituationsContract {

    private final Table table = LocalTable.empty();

    @Override
    protected Situations situations() {
        return new DynamoSituations(table);
    }

    @Override
    protected Connections connections() {
        return new DynamoConnections(table, new NoTelemetry());
    }

    @Override
    protected Mappings mappings() {
        return new DynamoMappings(table);
    }
}
