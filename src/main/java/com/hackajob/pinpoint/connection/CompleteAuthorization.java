package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.SecretToken;
import com.hackajob.pinpoint.connection.ConnectOutcome.NotConnected;
import com.hackajob.pinpoint.connection.OAuthServer.AuthorizationCode;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** Takes the browser back from Pinpoint: checks that it is the one we sent, redeems the code, and connects. */
public final class CompleteAuthorization {

    /** Errors that pass. */
    private static final Set<String> LATER = Set.of("server_error", "temporarily_unavailable");

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
        if (browser.isEmpty() || !issuedBy(authorization, callback.issuer())) {
            return new NotConnected(ErrorCode.OAUTH_REFUSED);
        }
        if (callback.error().filter(LATER::contains).isPresent()) {
            return new NotConnected(ErrorCode.PINPOINT_UNAVAILABLE);
        }
        if (callback.error().isPresent() || callback.code().isEmpty()) {
            return new NotConnected(ErrorCode.OAUTH_REFUSED);
        }
        return server.redeem(authorization, callback.code().get(), PkceVerifier.of(browser.get()))
                .map(tokens -> completion.complete(authorization.sessionHash(), tokens, authorization.confirmed()))
                .orElseGet(() -> new NotConnected(ErrorCode.OAUTH_REFUSED));
    }

    /**
     * RFC 9207: each account may have a server of its own, so a code of another server's could be slipped in. Where a
     * server names itself, an answer that does not is none of its own; where it does not, a name counts for nothing.
     */
    private boolean issuedBy(Authorization authorization, Optional<String> issuer) {
        return server.of(authorization.subdomain())
                .filter(addresses ->
                        addresses.issuer().isEmpty() || addresses.issuer().equals(issuer))
                .isPresent();
    }

    /**
     * What the browser brought back.
     *
     * @param browser the cookie of the start
     * @param code absent when declined
     * @param error why there is none (RFC 6749, section 4.1.2.1)
     */
    public record Callback(
            SecretToken state,
            Optional<SecretToken> browser,
            Optional<AuthorizationCode> code,
            Optional<String> issuer,
            Optional<String> error) {}
}
