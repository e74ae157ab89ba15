package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.SecretToken;
import com.hackajob.pinpoint.connection.ConnectSession.Step;
import com.hackajob.pinpoint.connection.OAuthServer.Addresses;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Sends an administrator's browser to Pinpoint to authorise hackajob. Does not consume the session. */
public final class StartAuthorization {

    private static final Duration LIFE = Duration.ofMinutes(10);

    private final OAuthServer server;
    private final ConnectSessions sessions;
    private final Authorizations authorizations;
    private final RandomGenerator random;
    private final InstantSource clock;

    public StartAuthorization(
            OAuthServer server,
            ConnectSessions sessions,
            Authorizations authorizations,
            RandomGenerator random,
            InstantSource clock) {
        this.server = server;
        this.sessions = sessions;
        this.authorizations = authorizations;
        this.random = random;
        this.clock = clock;
    }

    /** @param confirmed whether leaving another Pinpoint account for this one is wanted */
    public Outcome start(SecretToken session, Subdomain subdomain, boolean confirmed) {
        Optional<Addresses> addresses = server.of(subdomain);
        if (addresses.isEmpty()) {
            return new Outcome.NotStarted(ErrorCode.OAUTH_UNAVAILABLE);
        }
        return sessions.find(session.hash(), clock.instant())
                .filter(found -> found.isFor(Step.ACCOUNT))
                .map(found -> redirect(found, subdomain, confirmed, addresses.get()))
                .orElseGet(() -> new Outcome.NotStarted(ErrorCode.SESSION_EXPIRED));
    }

    private Outcome redirect(ConnectSession session, Subdomain subdomain, boolean confirmed, Addresses addresses) {
        SecretToken state = SecretToken.random(random);
        SecretToken browser = SecretToken.random(random);
        authorizations.save(new Authorization(
                state.hash(),
                session.tokenHash(),
                browser.hash(),
                subdomain,
                confirmed,
                addresses.token(),
                clock.instant().plus(LIFE)));
        URI request = server.authorizationRequest(
                addresses, state, PkceVerifier.of(browser).challenge());
        return new Outcome.Redirect(request, browser);
    }

    public sealed interface Outcome {
        /** @param browser what the browser must bring back with the callback, in a cookie */
        record Redirect(URI to, SecretToken browser) implements Outcome {
            @Override
            public String toString() {
                return "Redirect[hidden]"; // the address carries the state
            }
        }

        record NotStarted(ErrorCode code) implements Outcome {}
    }
}
