package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.SecretToken;
import com.hackajob.pinpoint.connection.Credential.OAuthTokens;
import java.net.URI;
import java.util.Optional;

/** Pinpoint's authorization servers, one for each account; offered only where Pinpoint granted hackajob a client. */
public interface OAuthServer {

    /** Where the browser is sent to, as a source of a Content-Security-Policy; empty while hackajob has no client. */
    Optional<String> origin();

    /** Where it is for that account; empty while hackajob has no client. */
    Optional<Addresses> of(Subdomain subdomain);

    /** Where to send the browser, to ask for a code bound to the challenge (PKCE S256, RFC 7636). */
    URI authorizationRequest(Addresses server, SecretToken state, String challenge);

    /**
     * Redeems a code; empty when the server refuses it.
     *
     * @throws com.hackajob.pinpoint.Outage when the server did not answer
     */
    Optional<OAuthTokens> redeem(Authorization authorization, AuthorizationCode code, PkceVerifier verifier);

    /**
     * Trades a refresh token for new tokens. Works once, and may have worked although no answer came.
     *
     * @throws com.hackajob.pinpoint.Outage when the server did not answer, or not about the token
     */
    Refresh refresh(Subdomain subdomain, String refreshToken);

    /** What the server said to a refresh token. */
    sealed interface Refresh {

        /** @param tokens with the refresh token to use next time */
        record Refreshed(OAuthTokens tokens) implements Refresh {}

        /** It does not take it any more ({@code invalid_grant}, RFC 6749, section 5.2). */
        record Refused() implements Refresh {}
    }

    /**
     * An account's two addresses.
     *
     * @param issuer what the callback's {@code iss} has to be (RFC 9207); empty where the server sends none
     */
    record Addresses(URI authorize, URI token, Optional<String> issuer) {}

    record AuthorizationCode(String value) {
        @Override
        public String toString() {
            return "[hidden]";
        }
    }
}
