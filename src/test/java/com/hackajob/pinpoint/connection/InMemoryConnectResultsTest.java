package com.hackajob.pinpoint.connection;

class InMemoryConnectResultsTest extends ConnectResultsContract {

    private final InMemoryConnectResults results = new InMemoryConnectResults();

    @Override
    protected ConnectResults results() {
        return results;
    }
}
