package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.SecretToken;
import com.hackajob.pinpoint.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Gives a Master Account user a link with which the Pinpoint account can be connected. */
public final class StartSession {

    private static final Duration LIFE = Duration.ofMinutes(30);

    private final ConnectSessions sessions;
    private final RandomGenerator random;
    private final InstantSource clock;

    public StartSession(ConnectSessions sessions, RandomGenerator random, InstantSource clock) {
        this.sessions = sessions;
        this.random = random;
        this.clock = clock;
    }

    public Started start(CompanyId company, UserId user) {
        SecretToken token = SecretToken.random(random);
        Instant expiresAt = clock.instant().plus(LIFE);
        sessions.save(new ConnectSession(token.hash(), company, user, expiresAt));
        return new Started(token, expiresAt);
    }

    /** @param token the secret part of the link; known to nobody but its holder */
    public record Started(SecretToken token, Instant expiresAt) {}
}
