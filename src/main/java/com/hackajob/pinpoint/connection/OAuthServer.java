package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.SecretToken;
import com.hackajob.pinpoint.connection.Credential.OAuthTokens;
import java.net.URI;
import java.util.Optional;

/** Pinpoint's authorization servers, one for each account; offered only where Pinpoint granted hackajob a client. */
public interface OAuthServer {

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
     * An account's two addresses.
     *
     * @param issuer what the callback's {@code iss} must be where it is given (RFC 9207)
     */
    record Addresses(URI authorize, URI token, String issuer) {}

    record AuthorizationCode(String value) {
        @Override
        public String toString() {
            return "[hidden]";
        }
    }
}
