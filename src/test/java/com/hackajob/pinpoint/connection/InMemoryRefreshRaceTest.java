package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.audit.AuditLog;
import com.hackajob.pinpoint.audit.InMemoryAuditLog;
import com.hackajob.pinpoint.updates.InMemoryOutbox;
import com.hackajob.pinpoint.updates.Outbox;

class InMemoryRefreshRaceTest extends RefreshRaceContract {

    private final InMemorySecretLeases leases = new InMemorySecretLeases();
    private final InMemoryAuditLog audit = new InMemoryAuditLog();
    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private final InMemoryConnections connections =
            new InMemoryConnections(new InMemoryConnectSessions(), leases, audit, outbox);

    @Override
    protected Connections connections() {
        return connections;
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

    @Override
    protected Pause pause() {
        return _ -> Thread.yield();
    }

    @Override
    protected int workers() {
        return 64;
    }

    @Override
    protected int expiries() {
        return 1_000;
    }
}
