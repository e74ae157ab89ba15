package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.connection.Credentials.SecretVersion;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** {@link Connections} in memory. */
public final class InMemoryConnections implements Connections {

    private final InMemoryConnectSessions sessions;
    private final Map<CompanyId, Connection> connections = new HashMap<>();

    public InMemoryConnections(InMemoryConnectSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public synchronized Optional<Connection> find(CompanyId company) {
        return Optional.ofNullable(connections.get(company));
    }

    @Override
    public synchronized Completion complete(
            Connection connection, Optional<Connection> replaced, ConnectSession session) {
        if (!sessions.has(session)) {
            return Completion.SESSION_GONE;
        }
        if (!secret(find(connection.company())).equals(secret(replaced))) {
            return Completion.CONNECTION_CHANGED;
        }
        sessions.remove(session);
        connections.put(connection.company(), connection);
        return Completion.DONE;
    }

    private static Optional<SecretVersion> secret(Optional<Connection> connection) {
        return connection.map(Connection::secret);
    }

    /** Connects without more ado. */
    public synchronized void put(Connection connection) {
        connections.put(connection.company(), connection);
    }
}
