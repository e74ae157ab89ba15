package com.hackajob.pinpoint.dynamodb;

import com.hackajob.pinpoint.connection.ConnectSessions;
import com.hackajob.pinpoint.connection.ConnectSessionsContract;

class DynamoConnectSessionsTest extends ConnectSessionsContract {

    @Override
    protected ConnectSessions sessions() {
        return new DynamoConnectSessions(LocalTable.empty());
    }
}
