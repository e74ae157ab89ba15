package com.hackajob.pinpoint.dynamodb;

import com.hackajob.pinpoint.connection.ConnectSessions;
import com.hackajob.pinpoint.connection.ConnectSessionsContract;

class DynamoConnectSessionsTest extends ConnectSessionsContract {

    private final ConnectSessions sessions = new DynamoConnectSessions(LocalTable.empty());

    @Override
    protected ConnectSessions sessions() {
        return sessions;
    }
}
