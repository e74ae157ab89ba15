package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.Bytes;
import com.hackajob.pinpoint.Outage;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells Pinpoint's webhooks from anybody else's: the signature is the Base64 of HMAC-SHA256 over the body's bytes
 * (developers.pinpointhq.com, verifying webhooks).
 */
public final class ReceiveWebhook {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int TURNS = 3;

    private final Connections connections;
    private final Credentials credentials;
    private final InstantSource clock;

    public ReceiveWebhook(Connections connections, Credentials credentials, InstantSource clock) {
        this.connections = connections;
        this.credentials = credentials;
        this.clock = clock;
    }

    /** @param signature as the header has it */
    public Outcome receive(ConnectionId id, Bytes body, Optional<String> signature) {
        Optional<Connection> connection =
                connections.find(id.company()).filter(found -> found.id().equals(id));
        if (connection.isEmpty()) {
            return Outcome.UNKNOWN;
        }
        if (!connection.get().isUsable()) {
            return Outcome.DISCONNECTED;
        }
        if (signature.filter(given -> isSigned(connection.get(), body, given)).isEmpty()) {
            return Outcome.NOT_SIGNED;
        }
        remember(connection.get());
        return Outcome.VERIFIED;
    }

    private boolean isSigned(Connection connection, Bytes body, String signature) {
        byte[] given = signature.getBytes(StandardCharsets.UTF_8);
        return connection.webhook().isSecretKept()
                && credentials.read(connection).webhooks().accepted(clock.instant()).stream()
                        .map(secret -> signature(secret, body))
                        .anyMatch(expected -> MessageDigest.isEqual(expected, given));
    }

    private static byte[] signature(String secret, Bytes body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return Base64.getEncoder().encode(mac.doFinal(body.array()));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java platform has HmacSHA256", missing);
        }
    }

    /** Written on the first of a day only; where that can't be done now, the next webhook is early enough. */
    private void remember(Connection seen) {
        try {
            remember(seen, clock.instant());
        } catch (Outage busy) {
            // the next one tells
        }
    }

    private void remember(Connection seen, Instant now) {
        Optional<Connection> stale = Optional.of(seen).filter(known -> !isSeenToday(known, now));
        for (int turn = 0; turn < TURNS && stale.isPresent(); turn++) {
            Connection known = stale.get();
            stale = switch (connections.save(
                    Change.of(known, known.with(known.webhook().seen(now))))) {
                case DONE -> Optional.empty();
                case CONNECTION_CHANGED, SESSION_GONE, LEASE_LOST ->
                    connections.usable(seen.company()).filter(changed -> !isSeenToday(changed, now));
            };
        }
    }

    private static boolean isSeenToday(Connection connection, Instant now) {
        Instant today = now.truncatedTo(ChronoUnit.DAYS);
        return connection
                .webhook()
                .lastSeen()
                .filter(seen -> !seen.isBefore(today))
                .isPresent();
    }

    public enum Outcome {
        VERIFIED,
        /** Signed with none of the connection's secrets, or not at all. */
        NOT_SIGNED,
        DISCONNECTED,
        UNKNOWN
    }
}
