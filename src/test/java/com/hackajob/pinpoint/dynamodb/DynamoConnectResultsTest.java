package com.hackajob.pinpoint.dynamodb;

import com.hackajob.pinpoint.connection.ConnectResults;
import com.hackajob.pinpoint.connection.ConnectResultsContract;

class DynamoConnectResultsTest extends ConnectResultsContract {

    private final ConnectResults results = new DynamoConnectResults(LocalTable.empty());

    @Override
    protected ConnectResults results() {
        return results;
    }
}
