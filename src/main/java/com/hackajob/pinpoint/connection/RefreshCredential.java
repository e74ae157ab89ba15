package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.Bytes;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.connection.Credential.OAuthTokens;
import com.hackajob.pinpoint.connection.Credentials.Newest;
import com.hackajob.pinpoint.connection.Credentials.PutToken;
import com.hackajob.pinpoint.connection.Credentials.SecretVersion;
import com.hackajob.pinpoint.connection.OAuthServer.Refresh;
import com.hackajob.pinpoint.connection.Status.Attention;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Renews OAuth tokens, once for all who need them: a refresh token works once, and a server that sees one twice takes
 * everything back. So it is done under the lease on the secret, and whoever takes over from a holder that vanished first
 * looks whether that one had come as far as storing what it got.
 */
public final class RefreshCredential {

    /** Longer than a call of the token endpoint and of Secrets Manager can take together. */
    static final Duration LEASE = Duration.ofSeconds(60);

    private static final Duration STEP = Duration.ofMillis(250);
    private static final int STEPS = 20;

    private final OAuthServer server;
    private final Credentials credentials;
    private final Connections connections;
    private final SecretLeases leases;
    private final RecordHealth health;
    private final Pause pause;
    private final InstantSource clock;

    public RefreshCredential(
            OAuthServer server,
            Credentials credentials,
            Connections connections,
            SecretLeases leases,
            RecordHealth health,
            Pause pause,
            InstantSource clock) {
        this.server = server;
        this.credentials = credentials;
        this.connections = connections;
        this.leases = leases;
        this.health = health;
        this.pause = pause;
        this.clock = clock;
    }

    /**
     * New tokens, made by us or by whoever was faster; empty when the server gives none, which is then recorded.
     *
     * @throws Outage when that can't be found out now
     */
    Optional<Credential> refresh(Connection seen, OAuthTokens stale) {
        if (stale.refreshToken().isEmpty() || isKnownToBeRefused(seen)) {
            return Optional.empty();
        }
        for (int step = 0; step < STEPS; step++) {
            Optional<SecretLease> lease = leases.acquire(seen.company(), clock.instant(), LEASE);
            if (lease.isPresent()) {
                return under(lease.get(), seen, stale.refreshToken().get());
            }
            if (isStillGood(stale)) {
                return Optional.of(stale);
            }
            pause.pause(STEP);
            Optional<Connection> now = replaced(seen);
            if (now.isPresent()) {
                return now.map(this::credential);
            }
        }
        throw new Outage(
                ErrorCode.PINPOINT_UNAVAILABLE, "the credential is being renewed", Optional.of(Duration.ofSeconds(5)));
    }

    private static boolean isKnownToBeRefused(Connection seen) {
        return seen.status() instanceof Attention(var code, var _) && code == ErrorCode.CREDENTIAL_REJECTED;
    }

    private boolean isStillGood(OAuthTokens stale) {
        return stale.expiresAt().filter(end -> end.isAfter(clock.instant())).isPresent();
    }

    /** The connection as it is now, where it names another secret than the one seen. */
    private Optional<Connection> replaced(Connection seen) {
        return connections.usable(seen.company()).filter(now -> !now.secret().equals(seen.secret()));
    }

    private Credential credential(Connection connection) {
        return credentials.read(connection).credential();
    }

    // From here on, whatever happens that we do not know the end of, the lease is not given back as done: the next
    // holder
    // inherits it and looks first.
    private Optional<Credential> under(SecretLease lease, Connection seen, String refreshToken) {
        Optional<Connection> now = connections.usable(seen.company());
        if (now.isEmpty() || !now.get().secret().equals(seen.secret())) {
            leases.release(lease);
            return now.map(this::credential);
        }
        Optional<Newest> left = lease.isInherited() ? stored(now.get()) : Optional.empty();
        return left.isPresent()
                ? adopt(
                        lease,
                        now.get(),
                        left.get().version(),
                        left.get().secret().credential())
                : ask(lease, now.get(), refreshToken);
    }

    /** What a holder before us was given and stored, but could no longer write down. */
    private Optional<Newest> stored(Connection now) {
        return credentials
                .newest(now.company())
                .filter(newest -> newest.secret().replaces().equals(Optional.of(now.secret())));
    }

    private Optional<Credential> ask(SecretLease lease, Connection now, String refreshToken) {
        return switch (answer(lease, now, refreshToken)) {
            case Refresh.Refreshed(var tokens) -> {
                Secret secret = credentials.read(now).refreshed(tokens, now.secret());
                yield adopt(lease, now, credentials.put(now.company(), secret, token(lease)), tokens);
            }
            case Refresh.Refused() -> refused(lease, now);
        };
    }

    private Refresh answer(SecretLease lease, Connection now, String refreshToken) {
        try {
            return server.refresh(now.subdomain(), refreshToken);
        } catch (Outage outage) {
            leases.abandon(lease);
            throw outage;
        }
    }

    private static PutToken token(SecretLease lease) {
        String text = lease.company().value() + "/refresh/" + lease.version();
        return new PutToken(new Bytes(text.getBytes(StandardCharsets.UTF_8)).sha256());
    }

    private Optional<Credential> adopt(
            SecretLease lease, Connection now, SecretVersion version, Credential credential) {
        return switch (connections.save(Change.of(now, now.with(version)).under(lease))) {
            // Whoever took over finds what we stored.
            case DONE, SESSION_GONE, LEASE_LOST -> Optional.of(credential);
            case CONNECTION_CHANGED -> again(lease, now, version, credential);
        };
    }

    // A check or a webhook that came in between is written over; a new connection is not.
    private Optional<Credential> again(
            SecretLease lease, Connection seen, SecretVersion version, Credential credential) {
        Optional<Connection> now = connections.usable(seen.company());
        return now.isPresent() && now.get().secret().equals(seen.secret())
                ? adopt(lease, now.get(), version, credential)
                : now.map(this::credential);
    }

    // Refused can mean that somebody whose lease ran out was faster after all: look once more before giving up.
    private Optional<Credential> refused(SecretLease lease, Connection seen) {
        Optional<Connection> now = replaced(seen);
        if (now.isPresent()) {
            return now.map(this::credential);
        }
        Optional<Newest> left = stored(seen);
        if (left.isPresent()) {
            return adopt(lease, seen, left.get().version(), left.get().secret().credential());
        }
        health.credentialRefused(seen, lease);
        return Optional.empty();
    }
}
