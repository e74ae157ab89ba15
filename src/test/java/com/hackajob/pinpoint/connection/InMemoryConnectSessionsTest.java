package com.hackajob.pinpoint.connection;

class InMemoryConnectSessionsTest extends ConnectSessionsContract {

    @Override
    protected ConnectSessions sessions() {
        return new InMemoryConnectSessions();
    }
}
