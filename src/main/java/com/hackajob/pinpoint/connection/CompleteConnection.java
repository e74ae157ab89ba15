package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.SecretToken;
import com.hackajob.pinpoint.audit.Actor;
import com.hackajob.pinpoint.audit.AuditEntry.Action;
import com.hackajob.pinpoint.audit.AuditLog;
import com.hackajob.pinpoint.audit.Auditor;
import com.hackajob.pinpoint.connection.ConnectOutcome.Connected;
import com.hackajob.pinpoint.connection.ConnectOutcome.NotConnected;
import com.hackajob.pinpoint.connection.ConnectSession.Step;
import com.hackajob.pinpoint.connection.Credentials.PutToken;
import com.hackajob.pinpoint.connection.Credentials.SecretVersion;
import com.hackajob.pinpoint.connection.PinpointAccounts.Probe;
import com.hackajob.pinpoint.updates.Update;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Turns a session and a credential into a connection: probe, store the secret, write the row. Both kinds end here. */
public final class CompleteConnection {

    /** How long the link that follows can be used: a webhook is set up in that time. */
    private static final Duration FOLLOW = Duration.ofMinutes(30);

    private final PinpointAccounts accounts;
    private final Credentials credentials;
    private final Connections connections;
    private final ConnectSessions sessions;
    private final AuditLog audit;
    private final Auditor auditor;
    private final RandomGenerator random;
    private final InstantSource clock;

    public CompleteConnection(
            PinpointAccounts accounts,
            Credentials credentials,
            Connections connections,
            ConnectSessions sessions,
            AuditLog audit,
            Auditor auditor,
            RandomGenerator random,
            InstantSource clock) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.connections = connections;
        this.sessions = sessions;
        this.audit = audit;
        this.auditor = auditor;
        this.random = random;
        this.clock = clock;
    }

    /** @param confirmed whether leaving another Pinpoint account for this one is wanted */
    public ConnectOutcome complete(String sessionHash, Credential credential, boolean confirmed) {
        return sessions.attempt(sessionHash, clock.instant())
                .filter(session -> session.isFor(Step.ACCOUNT))
                .map(session -> audited(session, credential, confirmed))
                .orElseGet(() -> new NotConnected(ErrorCode.SESSION_EXPIRED));
    }

    private ConnectOutcome audited(ConnectSession session, Credential credential, boolean confirmed) {
        try {
            ConnectOutcome outcome = within(session, credential, confirmed);
            if (outcome instanceof NotConnected(var code, var _)) {
                failed(session, code);
            }
            return outcome;
        } catch (Outage outage) {
            // Of our own table nobody knows whether it has taken the connection.
            if (outage.code() != ErrorCode.INTERNAL_ERROR) {
                failed(session, outage.code());
            }
            throw outage;
        }
    }

    private void failed(ConnectSession session, ErrorCode code) {
        audit.add(auditor.entry(
                session.company(), Actor.link(session.startedBy()), Action.CONNECT_FAILED, Optional.of(code)));
    }

    private ConnectOutcome within(ConnectSession session, Credential credential, boolean confirmed) {
        Optional<Connection> before = connections.find(session.company());
        if (before.filter(session::isOlderThan).isPresent()) {
            return new NotConnected(ErrorCode.SESSION_EXPIRED);
        }
        if (!confirmed && before.isPresent() && isAnotherAccount(before.get(), credential)) {
            return new NotConnected(ErrorCode.ALREADY_CONNECTED);
        }
        return switch (accounts.probe(credential)) {
            case Probe.Working(var permissions) -> store(session, before, credential, permissions);
            case Probe.NotWorking(var code, var permissions) -> new NotConnected(code, permissions);
        };
    }

    // Secret first: if we die before the row is written, a secret version that no row names does no harm, and the
    // session still stands, so the administrator just submits again.
    private ConnectOutcome store(
            ConnectSession session, Optional<Connection> before, Credential credential, List<Permission> permissions) {
        Secret secret = new Secret(credential, webhooks(before, credential));
        SecretVersion version = credentials.put(
                session.company(),
                secret,
                new PutToken(SecretToken.random(random).hash()));
        int generation = before.map(old -> isAnotherAccount(old, credential) ? old.generation() + 1 : old.generation())
                .orElse(1);
        var link = new Link(
                credential.subdomain(),
                generation,
                credential.kind(),
                version,
                permissions,
                session.startedBy(),
                clock.instant());
        return write(session, before, link);
    }

    /** The same account keeps signing with the same secret. */
    private WebhookSecrets webhooks(Optional<Connection> before, Credential credential) {
        return before.filter(old ->
                        !isAnotherAccount(old, credential) && old.webhook().isSecretKept())
                .map(old -> credentials.read(old).webhooks())
                .orElse(WebhookSecrets.NONE);
    }

    private ConnectOutcome write(ConnectSession session, Optional<Connection> before, Link link) {
        SecretToken token = SecretToken.random(random);
        Connection next = before.map(old -> old.relinked(link))
                .orElseGet(() -> Connection.first(ConnectionId.random(session.company(), random), link));
        Instant until = link.since().plus(FOLLOW);
        Change change = Change.of(before, next)
                .going(session, session.followedBy(token.hash(), link.since(), until))
                .with(auditor.entry(session.company(), Actor.link(session.startedBy()), action(before, link)));
        return switch (connections.save(told(change, before))) {
            case DONE -> new Connected(next, token);
            case SESSION_GONE -> new NotConnected(ErrorCode.SESSION_EXPIRED);
            case CONNECTION_CHANGED, LEASE_LOST -> again(session, before, link);
        };
    }

    /** Whoever was told that it needs somebody is told that it does no more. */
    private static Change told(Change change, Optional<Connection> before) {
        Connection next = change.next();
        return before.filter(old -> old.status() instanceof Status.Attention)
                .map(_ -> RecordHealth.update(
                        next,
                        Update.Kind.CONNECTION_RESTORED,
                        Optional.empty(),
                        next.link().since()))
                .map(change::telling)
                .orElse(change);
    }

    // A check or a webhook that came in between is no other connection: what we have is written over it.
    private ConnectOutcome again(ConnectSession session, Optional<Connection> before, Link link) {
        Optional<Connection> now = connections.find(session.company());
        return now.map(Connection::link).equals(before.map(Connection::link))
                ? write(session, now, link)
                : new NotConnected(ErrorCode.ALREADY_CONNECTED);
    }

    private static Action action(Optional<Connection> before, Link link) {
        return before.map(old ->
                        old.generation() == link.generation() ? Action.CREDENTIAL_REPLACED : Action.ACCOUNT_CHANGED)
                .orElse(Action.CONNECTED);
    }

    private static boolean isAnotherAccount(Connection before, Credential credential) {
        return !before.subdomain().equals(credential.subdomain());
    }
}
