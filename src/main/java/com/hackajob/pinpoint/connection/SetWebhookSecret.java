package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.Bytes;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.SecretToken;
import com.hackajob.pinpoint.audit.Actor;
import com.hackajob.pinpoint.audit.AuditEntry.Action;
import com.hackajob.pinpoint.audit.Auditor;
import com.hackajob.pinpoint.connection.ConnectSession.Step;
import com.hackajob.pinpoint.connection.Credentials.Newest;
import com.hackajob.pinpoint.connection.Credentials.PutToken;
import com.hackajob.pinpoint.connection.Credentials.SecretVersion;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Stores the secret with which Pinpoint signs its webhooks. The one before is accepted for another day, so that it can be
 * replaced without losing a webhook.
 */
public final class SetWebhookSecret {

    private final Credentials credentials;
    private final Connections connections;
    private final ConnectSessions sessions;
    private final SecretLeases leases;
    private final Auditor auditor;
    private final RandomGenerator random;
    private final InstantSource clock;

    public SetWebhookSecret(
            Credentials credentials,
            Connections connections,
            ConnectSessions sessions,
            SecretLeases leases,
            Auditor auditor,
            RandomGenerator random,
            InstantSource clock) {
        this.credentials = credentials;
        this.connections = connections;
        this.sessions = sessions;
        this.leases = leases;
        this.auditor = auditor;
        this.random = random;
        this.clock = clock;
    }

    public ConnectOutcome set(SecretToken link, String webhookSecret) {
        Optional<ConnectSession> session =
                sessions.attempt(link.hash(), clock.instant()).filter(found -> found.isFor(Step.WEBHOOK));
        if (session.isEmpty()) {
            return new ConnectOutcome.NotConnected(ErrorCode.SESSION_EXPIRED);
        }
        return connections
                .usable(session.get().company())
                .map(seen -> set(session.get(), seen, webhookSecret))
                .orElseGet(() -> new ConnectOutcome.NotConnected(ErrorCode.NOT_CONNECTED));
    }

    private ConnectOutcome set(ConnectSession session, Connection seen, String webhookSecret) {
        return session.isOlderThan(seen)
                ? new ConnectOutcome.NotConnected(ErrorCode.SESSION_EXPIRED)
                : store(session, webhookSecret);
    }

    // The secret is one text with the tokens: under the lease nobody renews those meanwhile.
    private ConnectOutcome store(ConnectSession session, String webhookSecret) {
        SecretLease lease = leases.acquire(session.company(), clock.instant(), RefreshCredential.LEASE)
                .orElseThrow(() -> new Outage(ErrorCode.PINPOINT_UNAVAILABLE, "the credential is being renewed"));
        return connections
                .usable(session.company())
                .map(now -> store(session, lease, now, webhookSecret))
                .orElseGet(() -> nothingStored(lease, ErrorCode.NOT_CONNECTED));
    }

    private ConnectOutcome store(ConnectSession session, SecretLease lease, Connection now, String webhookSecret) {
        Secret known = secret(lease, now);
        Secret next = known.with(known.webhooks().replacedBy(webhookSecret, clock.instant()));
        return write(session, lease, now, credentials.put(session.company(), next, token(lease)));
    }

    /** What counts now; a holder before us may have stored renewed tokens that the row does not name yet. */
    private Secret secret(SecretLease lease, Connection now) {
        return Optional.of(now)
                .filter(_ -> lease.isInherited())
                .flatMap(connection -> credentials.newest(connection.company()))
                .map(Newest::secret)
                .filter(newest -> newest.replaces().equals(Optional.of(now.secret())))
                .orElseGet(() -> credentials.read(now));
    }

    private static PutToken token(SecretLease lease) {
        String text = lease.company().value() + "/webhook/" + lease.version();
        return new PutToken(new Bytes(text.getBytes(StandardCharsets.UTF_8)).sha256());
    }

    private ConnectOutcome write(ConnectSession session, SecretLease lease, Connection seen, SecretVersion version) {
        SecretToken token = SecretToken.random(random);
        Connection next = seen.with(version).with(seen.webhook().withSecret());
        Change change = Change.of(seen, next)
                .going(session, session.followedBy(token.hash(), session.startedAt(), session.expiresAt()))
                .with(auditor.entry(session.company(), Actor.link(session.startedBy()), Action.WEBHOOK_SECRET_REPLACED))
                .under(lease);
        return switch (connections.save(change)) {
            case DONE -> new ConnectOutcome.Connected(next, token);
            case SESSION_GONE -> abandoned(lease);
            case LEASE_LOST -> throw new Outage(ErrorCode.INTERNAL_ERROR, "the lease was lost");
            case CONNECTION_CHANGED -> again(session, lease, seen, version);
        };
    }

    // A check or a webhook that came in between is written over; a new connection is not.
    private ConnectOutcome again(ConnectSession session, SecretLease lease, Connection seen, SecretVersion version) {
        Optional<Connection> now = connections.usable(session.company());
        if (now.isEmpty()) {
            return nothingStored(lease, ErrorCode.NOT_CONNECTED);
        }
        return now.get().secret().equals(seen.secret())
                ? write(session, lease, now.get(), version)
                : nothingStored(lease, ErrorCode.ALREADY_CONNECTED);
    }

    private ConnectOutcome nothingStored(SecretLease lease, ErrorCode code) {
        leases.release(lease);
        return new ConnectOutcome.NotConnected(code);
    }

    // What we stored may hold the tokens of a refresher that died: whoever comes next must look, and needs not wait.
    private ConnectOutcome abandoned(SecretLease lease) {
        leases.abandon(lease);
        return new ConnectOutcome.NotConnected(ErrorCode.SESSION_EXPIRED);
    }
}
