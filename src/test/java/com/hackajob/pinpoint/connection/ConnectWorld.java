package com.hackajob.pinpoint.connection;

import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.LINK;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.MASTER;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aSessionWith;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.hackajob.pinpoint.SettableClock;
import com.hackajob.pinpoint.SideEffects;
import com.hackajob.pinpoint.audit.Auditor;
import com.hackajob.pinpoint.audit.InMemoryAuditLog;
import com.hackajob.pinpoint.connection.FinishConnecting.Finished;
import com.hackajob.pinpoint.updates.InMemoryOutbox;
import java.util.Optional;
import java.util.SplittableRandom;

/** Connecting, and what comes after it, in a process that can die around each side effect, with everything in memory. */
final class ConnectWorld {

    final SettableClock clock = new SettableClock();
    final FakeCredentials credentials = new FakeCredentials();
    final InMemoryConnectSessions sessions = new InMemoryConnectSessions();
    final InMemoryConnectResults results = new InMemoryConnectResults();
    final InMemorySecretLeases leases = new InMemorySecretLeases();
    final InMemoryAuditLog audit = new InMemoryAuditLog();
    final InMemoryConnections connections = new InMemoryConnections(sessions, leases, audit, new InMemoryOutbox());

    private final SideEffects effects;
    private final CompleteConnection completeConnection;
    private final SetWebhookSecret setWebhookSecret;
    private final FinishConnecting finishConnecting;
    private final EndConnection endConnection;

    ConnectWorld(SideEffects effects) {
        this.effects = effects;
        var random = new SplittableRandom(7);
        var auditor = new Auditor(random, clock);
        var mortalConnections = new Mortal.MortalConnections(connections, effects);
        var mortalCredentials = new Mortal.MortalCredentials(credentials, effects);
        var mortalSessions = new Mortal.MortalSessions(sessions, effects);
        completeConnection = new CompleteConnection(
                new Mortal.MortalAccounts(new FakePinpointAccounts(), effects),
                mortalCredentials,
                mortalConnections,
                mortalSessions,
                audit,
                auditor,
                random,
                clock);
        setWebhookSecret = new SetWebhookSecret(
                mortalCredentials,
                mortalConnections,
                mortalSessions,
                new Mortal.MortalLeases(leases, effects),
                auditor,
                random,
                clock);
        finishConnecting =
                new FinishConnecting(mortalSessions, new Mortal.MortalResults(results, effects), random, clock);
        endConnection = new EndConnection(mortalConnections, mortalCredentials, auditor, clock);
    }

    /** Lives a life that ends at that moment. */
    void dieAt(int moment, Runnable life) {
        effects.dieAt(moment);
        assertThatExceptionOfType(SideEffects.Death.class).isThrownBy(life::run);
    }

    /** The fixtures' link, for that step. */
    void open(ConnectSession.Step step) {
        sessions.save(aSessionWith(LINK, step));
    }

    /** Knows that it may leave another account. */
    ConnectOutcome complete(Credential credential) {
        return completeConnection.complete(LINK.hash(), credential, true);
    }

    ConnectOutcome setWebhookSecret(String secret) {
        return setWebhookSecret.set(LINK, secret);
    }

    Optional<Finished> finish() {
        return finishConnecting.finish(LINK);
    }

    Optional<Connection> end() {
        return endConnection.end(MASTER);
    }

    void cleanUp() {
        endConnection.cleanUp(COMPANY);
    }

    Connection row() {
        return connections.find(COMPANY).orElseThrow();
    }

    /** What the row's secret holds. */
    Secret secret() {
        return credentials.read(row());
    }
}
