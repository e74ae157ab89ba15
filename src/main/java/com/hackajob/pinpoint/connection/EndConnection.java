package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.audit.Actor;
import com.hackajob.pinpoint.audit.AuditEntry.Action;
import com.hackajob.pinpoint.audit.Auditor;
import com.hackajob.pinpoint.connection.Connections.Saved;
import com.hackajob.pinpoint.connection.Status.Disconnected;
import java.time.InstantSource;
import java.util.Optional;

/** Ends a company's connection. The credential goes, seven days can bring it back; mappings and ledger stay. */
public final class EndConnection {

    private final Connections connections;
    private final Credentials credentials;
    private final Auditor auditor;
    private final InstantSource clock;

    public EndConnection(Connections connections, Credentials credentials, Auditor auditor, InstantSource clock) {
        this.connections = connections;
        this.credentials = credentials;
        this.auditor = auditor;
        this.clock = clock;
    }

    /** Ending what has ended changes nothing. Empty where the company was never connected. */
    public Optional<Connection> end(Caller caller) {
        Optional<Connection> found = connections.find(caller.company());
        return found.map(seen -> seen.isUsable() ? end(caller, seen) : withoutSecret(seen));
    }

    // The row first: nobody uses the credential any more. If we die before it is deleted, the row is due to be looked
    // after, and whoever does that deletes it.
    private Connection end(Caller caller, Connection seen) {
        Connection next = seen.disconnected(clock.instant());
        Change change = Change.of(seen, next)
                .with(auditor.entry(caller.company(), Actor.user(caller.user()), Action.DISCONNECTED));
        return connections.save(change) == Saved.DONE
                ? withoutSecret(next)
                : end(caller).orElse(seen);
    }

    /** Deletes the credential of an ended connection, where that is not known to be done. */
    public void cleanUp(CompanyId company) {
        connections.find(company).ifPresent(this::withoutSecret);
    }

    private Connection withoutSecret(Connection seen) {
        return switch (seen.status()) {
            case Disconnected(var at, var isDeleted)
            when !isDeleted -> {
                credentials.delete(seen.company());
                Connection next = seen.withoutSecret(at);
                connections.save(Change.of(seen, next));
                yield next;
            }
            case Disconnected _, Status.Active _, Status.Attention _ -> seen;
        };
    }
}
