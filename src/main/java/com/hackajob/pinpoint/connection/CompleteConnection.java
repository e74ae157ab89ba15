package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.connection.ConnectOutcome.Connected;
import com.hackajob.pinpoint.connection.ConnectOutcome.NotConnected;
import com.hackajob.pinpoint.connection.PinpointAccounts.Probe;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Turns a session and a credential into a connection: probe, store the secret, write the row. Both kinds end here. */
public final class CompleteConnection {

    private final PinpointAccounts accounts;
    private final Credentials credentials;
    private final Connections connections;
    private final ConnectSessions sessions;
    private final InstantSource clock;

    public CompleteConnection(
            PinpointAccounts accounts,
            Credentials credentials,
            Connections connections,
            ConnectSessions sessions,
            InstantSource clock) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.connections = connections;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** @param confirmed whether leaving another Pinpoint account for this one is wanted */
    public ConnectOutcome complete(String sessionHash, Credential credential, boolean confirmed) {
        return sessions.find(sessionHash, clock.instant())
                .map(session -> within(session, credential, confirmed))
                .orElseGet(() -> new NotConnected(ErrorCode.SESSION_EXPIRED));
    }

    private ConnectOutcome within(ConnectSession session, Credential credential, boolean confirmed) {
        Optional<Connection> before = connections.find(session.company());
        if (!confirmed && before.isPresent() && isAnotherAccount(before.get(), credential)) {
            return new NotConnected(ErrorCode.ALREADY_CONNECTED);
        }
        return switch (accounts.probe(credential)) {
            case Probe.Working(var permissions) -> write(session, before, credential, permissions);
            case Probe.NotWorking(var code) -> new NotConnected(code);
        };
    }

    // Secret first: if we die before the row is written, a secret version that no row names does no harm, and the
    // session still stands, so the administrator just submits again.
    private ConnectOutcome write(
            ConnectSession session, Optional<Connection> before, Credential credential, List<Permission> permissions) {
        var connection = new Connection(
                session.company(),
                credential.subdomain(),
                credential.kind(),
                credentials.put(session.company(), credential),
                generation(before, credential),
                permissions,
                session.startedBy(),
                clock.instant());
        return switch (connections.complete(connection, before, session)) {
            case DONE -> new Connected(connection);
            case SESSION_GONE -> new NotConnected(ErrorCode.SESSION_EXPIRED);
            case CONNECTION_CHANGED -> new NotConnected(ErrorCode.ALREADY_CONNECTED);
        };
    }

    private static int generation(Optional<Connection> before, Credential credential) {
        return before.map(old -> isAnotherAccount(old, credential) ? old.generation() + 1 : old.generation())
                .orElse(1);
    }

    private static boolean isAnotherAccount(Connection before, Credential credential) {
        return !before.subdomain().equals(credential.subdomain());
    }
}
