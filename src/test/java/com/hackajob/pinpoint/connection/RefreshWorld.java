package com.hackajob.pinpoint.connection;

import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.LINK;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aConnection;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aLink;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aSession;

import com.hackajob.pinpoint.SettableClock;
import com.hackajob.pinpoint.audit.Auditor;
import com.hackajob.pinpoint.audit.InMemoryAuditLog;
import com.hackajob.pinpoint.connection.Credentials.PutToken;
import com.hackajob.pinpoint.connection.Credentials.SecretVersion;
import com.hackajob.pinpoint.connection.Momentary.MomentaryConnections;
import com.hackajob.pinpoint.connection.Momentary.MomentaryCredentials;
import com.hackajob.pinpoint.connection.Momentary.MomentaryLeases;
import com.hackajob.pinpoint.connection.Momentary.MomentaryServer;
import com.hackajob.pinpoint.updates.InMemoryOutbox;
import com.hackajob.pinpoint.updates.Update;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A company connected by OAuth, its tokens run out, and a {@linkplain FakeRotatingServer strict server}. {@link #worker}
 * makes others who work on the same connection.
 */
final class RefreshWorld {

    static final WebhookSecrets WEBHOOKS =
            new WebhookSecrets(Optional.of("signing-secret"), Optional.empty(), Instant.EPOCH);

    final SettableClock clock = new SettableClock();
    final FakeRotatingServer server = new FakeRotatingServer(clock);
    final InMemoryConnectSessions sessions = new InMemoryConnectSessions();
    final InMemorySecretLeases leases = new InMemorySecretLeases();
    final InMemoryAuditLog audit = new InMemoryAuditLog();
    final InMemoryOutbox outbox = new InMemoryOutbox();
    final InMemoryConnections connections = new InMemoryConnections(sessions, leases, audit, outbox);
    final FakeCredentials credentials = new FakeCredentials();
    final List<Duration> pauses = new ArrayList<>();
    private Runnable meanwhile = () -> {};

    RefreshWorld() {
        connect(server.authorize());
        clock.pass(FakeRotatingServer.LIFE);
    }

    /** Connects with that, and the webhook secret of before. */
    Connection connect(Credential credential) {
        SecretVersion version = credentials.put(
                COMPANY,
                new Secret(credential, WEBHOOKS),
                new PutToken("connect-" + credentials.versions().size()));
        Connection next = connections
                .find(COMPANY)
                .orElse(aConnection().with(Webhook.NONE.withSecret()))
                .relinked(aLink(credential, 1, version.id()));
        connections.put(next);
        return next;
    }

    Connection connection() {
        return connections.find(COMPANY).orElseThrow();
    }

    /** What the row names. */
    Secret secret() {
        return credentials.read(connection());
    }

    List<Update> updates() {
        return outbox.pending(Instant.MAX);
    }

    /** Somebody else takes the lease, and says nothing more. */
    SecretLease hold() {
        return leases.acquire(COMPANY, clock.instant(), RefreshCredential.LEASE).orElseThrow();
    }

    /** A holder before is given up. */
    void outlastLease() {
        clock.pass(RefreshCredential.LEASE);
    }

    /** What somebody else does in the next pause. */
    void whileWaiting(Runnable action) {
        meanwhile = action;
    }

    private void pause(Duration length) {
        pauses.add(length);
        clock.pass(length);
        Runnable once = meanwhile;
        meanwhile = () -> {};
        once.run();
    }

    CurrentCredential worker() {
        return worker(new Moments());
    }

    CurrentCredential worker(Moments moments) {
        return new CurrentCredential(credentials, refresh(moments), clock);
    }

    RefreshCredential refresh(Moments moments) {
        var rows = new MomentaryConnections(connections, moments);
        return new RefreshCredential(
                new MomentaryServer(server, moments),
                new MomentaryCredentials(credentials, moments),
                rows,
                new MomentaryLeases(leases, moments),
                new RecordHealth(rows, auditor(), clock),
                this::pause,
                clock);
    }

    CheckConnection check(PinpointAccounts accounts) {
        return check(accounts, new Moments());
    }

    CheckConnection check(PinpointAccounts accounts, Moments moments) {
        var rows = new MomentaryConnections(connections, moments);
        return new CheckConnection(
                rows, accounts, credentials, worker(moments), new RecordHealth(rows, auditor(), clock));
    }

    /** An administrator stores that webhook secret. */
    ConnectOutcome setWebhookSecret(String secret, Moments moments) {
        sessions.save(aSession()
                .followedBy(LINK.hash(), clock.instant(), clock.instant().plus(Duration.ofMinutes(30))));
        return new SetWebhookSecret(
                        new MomentaryCredentials(credentials, moments),
                        new MomentaryConnections(connections, moments),
                        sessions,
                        new MomentaryLeases(leases, moments),
                        auditor(),
                        new SplittableRandom(9),
                        clock)
                .set(LINK, secret);
    }

    Auditor auditor() {
        return new Auditor(new SplittableRandom(8), clock);
    }
}
