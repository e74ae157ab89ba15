package com.hackajob.pinpoint.dynamodb;

import static com.hackajob.pinpoint.SettableClock.START;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aConnection;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.NoTelemetry;
import com.hackajob.pinpoint.Trouble;
import com.hackajob.pinpoint.audit.AuditLog;
import com.hackajob.pinpoint.connection.Change;
import com.hackajob.pinpoint.connection.ConnectSessions;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.connection.ConnectionFixtures;
import com.hackajob.pinpoint.connection.Connections;
import com.hackajob.pinpoint.connection.Connections.Saved;
import com.hackajob.pinpoint.connection.ConnectionsContract;
import com.hackajob.pinpoint.connection.SecretLeases;
import com.hackajob.pinpoint.updates.Outbox;
import com.hackajob.pinpoint.updates.Update;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DynamoConnectionsTest extends ConnectionsContract {

    private final Table table = LocalTable.empty();
    private final List<Trouble> noticed = new ArrayList<>();

    @Override
    protected Connections connections() {
        return new DynamoConnections(table, new NoTelemetry() {
            @Override
            public void noticed(Trouble trouble) {
                noticed.add(trouble);
            }
        });
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

    @Test
    void a_connection_that_comes_to_need_somebody_is_counted_by_what_it_needs_once_that_is_written() {
        Connection seen = aConnection();
        connections().save(Change.first(seen));
        Connection next = ConnectionFixtures.inAttention(ErrorCode.API_DISABLED, START);

        assertThat(connections().save(told(seen, next, Update.Kind.CONNECTION_ATTENTION, ErrorCode.API_DISABLED)))
                .isEqualTo(Saved.DONE);
        assertThat(connections().save(told(seen, next, Update.Kind.CONNECTION_ATTENTION, ErrorCode.API_DISABLED)))
                .isEqualTo(Saved.CONNECTION_CHANGED);
        connections().save(told(next, next, Update.Kind.CONNECTION_ATTENTION, ErrorCode.WEBHOOK_SILENT));
        connections().save(told(next, next, Update.Kind.CONNECTION_RESTORED, ErrorCode.API_DISABLED));

        assertThat(noticed).containsExactly(Trouble.CONNECTION_ATTENTION, Trouble.WEBHOOK_SILENCE);
    }

    private static Change told(Connection seen, Connection next, Update.Kind kind, ErrorCode code) {
        var update = new Update("update-1", kind, Update.Subject.of(COMPANY), Optional.of(code), START);
        return new Change(
                Optional.of(seen),
                next,
                Optional.empty(),
                Optional.of(update),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
