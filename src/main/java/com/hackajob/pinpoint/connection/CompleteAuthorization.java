package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.SecretToken;
import com.hackajob.pinpoint.connection.ConnectOutcome.NotConnected;
import com.hackajob.pinpoint.connection.OAuthServer.AuthorizationCode;
import java.time.InstantSource;
import java.util.Optional;

/** Takes the browser back from Pinpoint: checks that it is the one we sent, redeems the code, and connects. */
public final class CompleteAuthorization {

    private final Authorizations authorizations;
    private final OAuthServer server;
    private final CompleteConnection completion;
    private final InstantSource clock;

    public CompleteAuthorization(
            Authorizations authorizations, OAuthServer server, CompleteConnection completion, InstantSource clock) {
        this.authorizations = authorizations;
        this.server = server;
        this.completion = completion;
        this.clock = clock;
    }

    public ConnectOutcome complete(Callback callback) {
        return authorizations
                .take(callback.state().hash(), clock.instant())
                .map(authorization -> redeem(authorization, callback))
                .orElseGet(() -> new NotConnected(ErrorCode.SESSION_EXPIRED));
    }

    private ConnectOutcome redeem(Authorization authorization, Callback callback) {
        Optional<SecretToken> browser = callback.browser().filter(b -> b.hasHash(authorization.browserHash()));
        if (browser.isEmpty() || callback.code().isEmpty() || !issuedBy(authorization, callback.issuer())) {
            return new NotConnected(ErrorCode.OAUTH_REFUSED);
        }
        return server.redeem(authorization, callback.code().get(), PkceVerifier.of(browser.get()))
                .map(tokens -> completion.complete(authorization.sessionHash(), tokens, false))
                .orElseGet(() -> new NotConnected(ErrorCode.OAUTH_REFUSED));
    }

    /** RFC 9207: where an issuer is given it must be the one we asked, or another server's code is being slipped in. */
    private boolean issuedBy(Authorization authorization, Optional<String> issuer) {
        return issuer.isEmpty()
                || server.of(authorization.subdomain())
                        .filter(addresses -> addresses.issuer().equals(issuer.get()))
                        .isPresent();
    }

    /**
     * What the browser brought back.
     *
     * @param browser the cookie of the start
     * @param code absent when declined
     */
    public record Callback(
            SecretToken state,
            Optional<SecretToken> browser,
            Optional<AuthorizationCode> code,
            Optional<String> issuer) {}
}
