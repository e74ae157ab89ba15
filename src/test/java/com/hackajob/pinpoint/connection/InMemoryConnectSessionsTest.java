package com.hackajob.pinpoint.connection;

class InMemoryConnectSessionsTest extends ConnectSessionsContract {

    private final InMemoryConnectSessions sessions = new InMemoryConnectSessions();

    @Override
    protected ConnectSessions sessions() {
        return sessions;
    }
}
