package com.hackajob.pinpoint.dynamodb;

import com.hackajob.pinpoint.audit.AuditLog;
import com.hackajob.pinpoint.connection.ConnectSessions;
import com.hackajob.pinpoint.connection.Connections;
import com.hackajob.pinpoint.connection.ConnectionsContract;
import com.hackajob.pinpoint.connection.SecretLeases;
import com.hackajob.pinpoint.updates.Outbox;

class DynamoConnectionsTest extends ConnectionsContract {

    private final Table table = LocalTable.empty();

    @Override
    protected Connections connections() {
        return new DynamoConnections(table);
    }

    @Override
    protected ConnectSessions sessions() {
        return new DynamoConnectSessions(table);
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
}
