package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.Bytes;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.connection.Credential.OAuthTokens;
import com.hackajob.pinpoint.connection.Credentials.Newest;
import com.hackajob.pinpoint.connection.Credentials.PutToken;
import com.hackajob.pinpoint.connection.OAuthServer.Refresh;
import com.hackajob.pinpoint.connection.Status.Attention;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
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

    /** So soon a holder asks the server, or not at all: what is left of the lease is for the calls. */
    private static final Duration PROMPT = Duration.ofSeconds(15);

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
     * New tokens, made by us or by whoever was faster; empty when the server gives none, which is then recorded. While
     * somebody else renews them, the old ones do as long as they last.
     *
     * @throws Outage when that can't be found out now
     */
    Optional<Credential> refresh(Connection seen, OAuthTokens stale) {
        return refresh(seen, stale, stale.expiresAt());
    }

    /** As {@link #refresh}, where Pinpoint refused the old ones: they do no more, whatever their end. */
    Optional<Credential> replace(Connection seen, OAuthTokens refused) {
        return refresh(seen, refused, Optional.empty());
    }

    private Optional<Credential> refresh(Connection seen, OAuthTokens old, Optional<Instant> goodUntil) {
        if (old.refreshToken().isEmpty() || isKnownToBeRefused(seen)) {
            return Optional.empty();
        }
        for (int step = 0; step < STEPS; step++) {
            Instant asked = clock.instant();
            Optional<SecretLease> lease = leases.acquire(seen.company(), asked, LEASE);
            if (lease.isPresent()) {
                return under(lease.get(), seen, old.refreshToken().get(), asked.plus(PROMPT));
            }
            if (goodUntil.filter(clock.instant()::isBefore).isPresent()) {
                return Optional.of(old);
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

    /** The connection as it is now, where it names another secret than the one seen. */
    private Optional<Connection> replaced(Connection seen) {
        return connections.usable(seen.company()).filter(now -> !isSame(now, seen));
    }

    private static boolean isSame(Connection now, Connection seen) {
        return now.secret().equals(seen.secret());
    }

    private Credential credential(Connection connection) {
        return credentials.read(connection).credential();
    }

    // Where we do not know how it ended, the lease is not given back as done: the next holder inherits it and looks
    // first.
    private Optional<Credential> under(SecretLease lease, Connection seen, String refreshToken, Instant latest) {
        try {
            Optional<Connection> now = connections.usable(seen.company());
            return now.filter(row -> isSame(row, seen)).isPresent()
                    ? renew(lease, now.get(), refreshToken, latest)
                    : other(lease, now);
        } catch (Outage outage) {
            leases.abandon(lease);
            throw outage;
        }
    }

    // What a vanished holder left belongs to a row that we had not seen: whoever has looks for it.
    private Optional<Credential> other(SecretLease lease, Optional<Connection> now) {
        if (lease.isInherited()) {
            leases.abandon(lease);
        } else {
            leases.release(lease);
        }
        return now.map(this::credential);
    }

    private Optional<Credential> renew(SecretLease lease, Connection now, String refreshToken, Instant latest) {
        Optional<Newest> left = lease.isInherited() ? stored(now) : Optional.empty();
        return left.isPresent() ? adopt(lease, now, left.get()) : ask(lease, now, refreshToken, latest);
    }

    /** What a holder before us was given and stored, but could no longer write down. */
    private Optional<Newest> stored(Connection now) {
        return credentials
                .newest(now.company())
                .filter(newest -> newest.secret().replaces().equals(Optional.of(now.secret())));
    }

    // Frozen in between, we may have lost the lease, and whoever has it now may have used the token.
    private Optional<Credential> ask(SecretLease lease, Connection now, String refreshToken, Instant latest) {
        if (clock.instant().isAfter(latest)) {
            throw new Outage(ErrorCode.INTERNAL_ERROR, "too late to renew the credential");
        }
        return switch (server.refresh(now.subdomain(), refreshToken)) {
            case Refresh.Refreshed(var tokens) -> adopt(lease, now, store(lease, now, tokens));
            case Refresh.Refused() -> refused(lease, now);
        };
    }

    private Newest store(SecretLease lease, Connection now, OAuthTokens tokens) {
        Secret secret = credentials.read(now).refreshed(tokens, now.secret());
        return new Newest(credentials.put(now.company(), secret, token(lease)), secret);
    }

    private static PutToken token(SecretLease lease) {
        String text = lease.company().value() + "/refresh/" + lease.version();
        return new PutToken(new Bytes(text.getBytes(StandardCharsets.UTF_8)).sha256());
    }

    private Optional<Credential> adopt(SecretLease lease, Connection now, Newest newest) {
        return switch (connections.save(
                Change.of(now, now.with(newest.version())).under(lease))) {
            // Whoever took over finds what we stored.
            case DONE, SESSION_GONE, LEASE_LOST -> Optional.of(newest.secret().credential());
            case CONNECTION_CHANGED -> again(lease, now, newest);
        };
    }

    // A check or a webhook that came in between is written over; a new connection is not.
    private Optional<Credential> again(SecretLease lease, Connection seen, Newest newest) {
        Optional<Connection> now = connections.usable(seen.company());
        return now.filter(row -> isSame(row, seen)).isPresent() ? adopt(lease, now.get(), newest) : other(lease, now);
    }

    // Refused can mean that somebody whose lease ran out was faster after all: look once more before giving up.
    private Optional<Credential> refused(SecretLease lease, Connection seen) {
        Optional<Connection> now = connections.usable(seen.company());
        if (now.filter(row -> isSame(row, seen)).isEmpty()) {
            return other(lease, now);
        }
        Optional<Newest> left = stored(seen);
        return left.isPresent() ? adopt(lease, now.get(), left.get()) : giveUp(lease, now.get());
    }

    private Optional<Credential> giveUp(SecretLease lease, Connection now) {
        return switch (health.credentialRefused(now, lease)) {
            case DONE, SESSION_GONE, LEASE_LOST -> Optional.empty();
            case CONNECTION_CHANGED -> refused(lease, now);
        };
    }
}
