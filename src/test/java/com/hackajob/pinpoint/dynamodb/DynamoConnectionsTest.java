package com.hackajob.pinpoint.dynamodb;

import com.hackajob.pinpoint.connection.ConnectSessions;
import com.hackajob.pinpoint.connection.Connections;
import com.hackajob.pinpoint.connection.ConnectionsContract;

class DynamoConnectionsTest extends ConnectionsContract {

    private final Table table = LocalTable.empty();

    @Override
    protected Connections connections() {
        return new DynamoConnections(table);
    }

    @Override
    protected ConnectSessions sessions() {
        return new DynamoConnectSessions(table);
    }
}
