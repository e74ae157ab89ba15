package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.audit.InMemoryAuditLog;
import com.hackajob.pinpoint.updates.InMemoryOutbox;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@link Connections} in memory, with what is written together with them. */
public final class InMemoryConnections implements Connections {

    private final InMemoryConnectSessions sessions;
    private final InMemorySecretLeases leases;
    private final InMemoryAuditLog audit;
    private final InMemoryOutbox outbox;
    private final Map<CompanyId, Connection> connections = new HashMap<>();

    public InMemoryConnections() {
        this(new InMemoryConnectSessions(), new InMemorySecretLeases(), new InMemoryAuditLog(), new InMemoryOutbox());
    }

    public InMemoryConnections(
            InMemoryConnectSessions sessions,
            InMemorySecretLeases leases,
            InMemoryAuditLog audit,
            InMemoryOutbox outbox) {
        this.sessions = sessions;
        this.leases = leases;
        this.audit = audit;
        this.outbox = outbox;
    }

    @Override
    public synchronized Optional<Connection> find(CompanyId company) {
        return Optional.ofNullable(connections.get(company));
    }

    @Override
    public synchronized Saved save(Change change) {
        if (change.consumed().filter(session -> !sessions.has(session)).isPresent()) {
            return Saved.SESSION_GONE;
        }
        if (change.lease().filter(lease -> !leases.isHeld(lease)).isPresent()) {
            return Saved.LEASE_LOST;
        }
        if (!revision(find(change.next().company())).equals(revision(change.seen()))) {
            return Saved.CONNECTION_CHANGED;
        }
        change.consumed().ifPresent(sessions::consume);
        change.follow().ifPresent(sessions::save);
        change.lease().ifPresent(leases::release);
        change.audit().ifPresent(audit::add);
        change.update().ifPresent(outbox::add);
        put(change.next());
        return Saved.DONE;
    }

    private static Optional<Long> revision(Optional<Connection> connection) {
        return connection.map(Connection::revision);
    }

    @Override
    public synchronized Set<CompanyId> due(Instant now) {
        return connections.values().stream()
                .filter(connection -> connection
                        .upkeep()
                        .due()
                        .filter(due -> !due.isAfter(now))
                        .isPresent())
                .map(Connection::company)
                .collect(Collectors.toSet());
    }

    public synchronized Map<CompanyId, Connection> all() {
        return Map.copyOf(connections);
    }

    /** Connects without more ado. */
    public synchronized void put(Connection connection) {
        connections.put(connection.company(), connection);
    }
}
