package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.connection.Credential.ApiKey;
import com.hackajob.pinpoint.connection.Credential.OAuthTokens;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** What opens a company's account now: an access token that is about to end is renewed before it is used. */
public final class CurrentCredential {

    /** So long before its end is a token renewed: longer than any call that is made with it. */
    private static final Duration MARGIN = Duration.ofSeconds(60);

    private final Credentials credentials;
    private final RefreshCredential refresh;
    private final InstantSource clock;

    public CurrentCredential(Credentials credentials, RefreshCredential refresh, InstantSource clock) {
        this.credentials = credentials;
        this.refresh = refresh;
        this.clock = clock;
    }

    /** @throws com.hackajob.pinpoint.Outage when it has to be renewed and that can't be done now */
    public Credential of(Connection connection) {
        return switch (credentials.read(connection).credential()) {
            case ApiKey key -> key;
            case OAuthTokens tokens -> isLasting(tokens) ? tokens : renewed(connection, tokens);
        };
    }

    // Where it can't be renewed, Pinpoint's own refusal of the old one says so.
    private Credential renewed(Connection connection, OAuthTokens tokens) {
        return refresh.refresh(connection, tokens).orElse(tokens);
    }

    /** As {@link #of}, where Pinpoint just refused what that gave: tokens are renewed whatever their end. */
    Credential renewed(Connection connection) {
        return switch (credentials.read(connection).credential()) {
            case ApiKey key -> key;
            case OAuthTokens tokens -> refresh.replace(connection, tokens).orElse(tokens);
        };
    }

    private boolean isLasting(OAuthTokens tokens) {
        Instant needed = clock.instant().plus(MARGIN);
        Optional<Instant> end = tokens.expiresAt();
        return end.isEmpty() || end.get().isAfter(needed);
    }
}
