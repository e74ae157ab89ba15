package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.audit.AuditLog;
import com.hackajob.pinpoint.audit.InMemoryAuditLog;
import com.hackajob.pinpoint.updates.InMemoryOutbox;
import com.hackajob.pinpoint.updates.Outbox;

class InMemoryConnectionsTest extends ConnectionsContract {

    private final InMemoryConnectSessions sessions = new InMemoryConnectSessions();
    private final InMemorySecretLeases leases = new InMemorySecretLeases();
    private final InMemoryAuditLog audit = new InMemoryAuditLog();
    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private final InMemoryConnections connections = new InMemoryConnections(sessions, leases, audit, outbox);

    @Override
    protected Connections connections() {
        return connections;
    }

    @Override
    protected ConnectSessions sessions() {
        return sessions;
    }

    @Override
    protected SecretLeases leases() {
        return leases;
    }

    @Override
    protected AuditLog audit() {
        return audit;
    }

    @Override
    protected Outbox outbox() {
        return outbox;
    }
}
