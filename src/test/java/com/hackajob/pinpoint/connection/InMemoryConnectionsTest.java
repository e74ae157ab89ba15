package com.hackajob.pinpoint.connection;

class InMemoryConnectionsTest extends ConnectionsContract {

    private final InMemoryConnectSessions sessions = new InMemoryConnectSessions();
    private final InMemoryConnections connections = new InMemoryConnections(sessions);

    @Override
    protected Connections connections() {
        return connections;
    }

    @Override
    protected ConnectSessions sessions() {
        return sessions;
    }
}
