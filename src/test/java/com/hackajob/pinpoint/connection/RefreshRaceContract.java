package com.hackajob.pinpoint.connection;

import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aConnection;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aLink;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.Race;
import com.hackajob.pinpoint.SettableClock;
import com.hackajob.pinpoint.audit.AuditLog;
import com.hackajob.pinpoint.audit.Auditor;
import com.hackajob.pinpoint.connection.Connections.Saved;
import com.hackajob.pinpoint.connection.Credentials.PutToken;
import com.hackajob.pinpoint.updates.Outbox;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Many workers at once, the tokens running out again and again, and a {@linkplain FakeRotatingServer server} that takes
 * everything back when it sees a refresh token twice.
 */
public abstract class RefreshRaceContract {

    private final SettableClock clock = new SettableClock();
    private final FakeRotatingServer server = new FakeRotatingServer(clock);
    private final FakeCredentials credentials = new FakeCredentials();
    private final List<Round> rounds = new ArrayList<>();

    protected abstract Connections connections();

    /** The leases of the same store. */
    protected abstract SecretLeases leases();

    protected abstract AuditLog audit();

    protected abstract Outbox outbox();

    protected abstract Pause pause();

    protected abstract int workers();

    protected abstract int expiries();

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void at_each_expiry_one_of_them_renews_and_nobody_is_disconnected() {
        connect();
        var got = new Credential[workers()];
        var expire = new CyclicBarrier(workers(), () -> clock.pass(FakeRotatingServer.LIFE));
        var look = new CyclicBarrier(workers(), () -> rounds.add(round(got)));

        Race.of(workers(), worker -> {
            CurrentCredential current = worker();
            for (int expiry = 0; expiry < expiries(); expiry++) {
                await(expire);
                got[worker] = ask(current);
                await(look);
            }
            return worker;
        });

        assertThat(rounds)
                .isEqualTo(IntStream.rangeClosed(1, expiries())
                        .mapToObj(expiry -> new Round(expiry, false, new Status.Active(), workers()))
                        .toList());
        assertThat(audit().list(COMPANY, Optional.empty(), 1).entries()).isEmpty();
        assertThat(outbox().pending(clock.instant())).isEmpty();
        assertThat(leases().acquire(COMPANY, clock.instant(), RefreshCredential.LEASE))
                .hasValueSatisfying(lease -> assertThat(lease.isInherited()).isFalse());
    }

    /** As of two processes: they share the stores and nothing else. */
    private CurrentCredential worker() {
        var health = new RecordHealth(connections(), new Auditor(new SplittableRandom(8), clock), clock);
        var refresh = new RefreshCredential(server, credentials, connections(), leases(), health, pause(), clock);
        return new CurrentCredential(credentials, refresh, clock);
    }

    private void connect() {
        Credential tokens = server.authorize();
        var version = credentials.put(COMPANY, new Secret(tokens, WebhookSecrets.NONE), new PutToken("connect"));
        Connection first = Connection.first(aConnection().id(), aLink(tokens, 1, version.id()));
        assertThat(connections().save(Change.first(first))).isEqualTo(Saved.DONE);
    }

    /** Told to come back, it does so at once. */
    private Credential ask(CurrentCredential current) {
        while (true) {
            try {
                return current.of(connections().usable(COMPANY).orElseThrow());
            } catch (Outage busy) {
                Thread.yield();
            }
        }
    }

    private Round round(Credential[] got) {
        long accepted = Arrays.stream(got).filter(server::accepts).count();
        return new Round(
                server.refreshes(),
                server.hasRevoked(),
                connections().find(COMPANY).orElseThrow().status(),
                accepted);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException fallen) {
            throw new IllegalStateException("another worker fell", fallen);
        }
    }

    /**
     * How it stands when all workers have got their tokens.
     *
     * @param refreshes from the start
     * @param accepted how many workers hold tokens that the server takes
     */
    private record Round(int refreshes, boolean isRevoked, Status status, long accepted) {}
}
