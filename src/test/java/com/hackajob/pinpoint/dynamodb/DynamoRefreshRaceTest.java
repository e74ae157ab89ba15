package com.hackajob.pinpoint.dynamodb;

import com.hackajob.pinpoint.NoTelemetry;
import com.hackajob.pinpoint.audit.AuditLog;
import com.hackajob.pinpoint.connection.Connections;
import com.hackajob.pinpoint.connection.Pause;
import com.hackajob.pinpoint.connection.RefreshRaceContract;
import com.hackajob.pinpoint.connection.SecretLeases;
import com.hackajob.pinpoint.updates.Outbox;
import java.util.concurrent.locks.LockSupport;

class DynamoRefreshRaceTest extends RefreshRaceContract {

    private static final long MILLISECOND = 1_000_000;

    private final Table table = LocalTable.empty();

    @Override
    protected Connections connections() {
        return new DynamoConnections(table, new NoTelemetry());
    }

    @Override
    protected SecretLeases leases() {
        return new DynamoSecretLeases(table);
    }

    @Override
    protected AuditLog audit() {
        return new DynamoAuditLog(table);
    }

    @Override
    protected Outbox outbox() {
        return new DynamoOutbox(table);
    }

    @Override
    protected Pause pause() {
        return _ -> LockSupport.parkNanos(MILLISECOND);
    }

    @Override
    protected int workers() {
        return 8;
    }

    @Override
    protected int expiries() {
        return 25;
    }
}
