package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.SecretToken;
import com.hackajob.pinpoint.connection.Credential.OAuthTokens;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** An authorization server that checks PKCE as RFC 7636 wants it, and redeems a code once. */
public final class FakeOAuthServer implements OAuthServer {

    private final Map<String, String> challenges = new HashMap<>();
    private int redemptions;
    private boolean offered = true;
    private boolean namesItself = true;
    private boolean down;

    @Override
    public Optional<Addresses> of(Subdomain subdomain) {
        String base = "https://" + subdomain.value() + ".example.com";
        return Optional.of(new Addresses(
                        URI.create(base + "/oauth/authorize"), URI.create(base + "/oauth/token"), issuer(base)))
                .filter(_ -> offered);
    }

    private Optional<String> issuer(String base) {
        return Optional.of(base).filter(_ -> namesItself);
    }

    @Override
    public Optional<String> origin() {
        return Optional.of("https://*.example.com").filter(_ -> offered);
    }

    @Override
    public Refresh refresh(Subdomain subdomain, String refreshToken) {
        if (down) {
            throw new Outage(ErrorCode.PINPOINT_UNAVAILABLE, "the authorization server is down");
        }
        return new Refresh.Refused();
    }

    @Override
    public URI authorizationRequest(Addresses server, SecretToken state, String challenge) {
        return URI.create(server.authorize() + "?state=" + state.value() + "&code_challenge=" + challenge);
    }

    /** The administrator approves: the browser comes back with this code. */
    public AuthorizationCode approve(URI request) {
        String challenge = request.getQuery().replaceFirst(".*code_challenge=", "");
        String code = "code-" + (challenges.size() + 1);
        challenges.put(code, challenge);
        return new AuthorizationCode(code);
    }

    @Override
    public Optional<OAuthTokens> redeem(Authorization authorization, AuthorizationCode code, PkceVerifier verifier) {
        if (down) {
            throw new Outage(ErrorCode.PINPOINT_UNAVAILABLE, "the authorization server is down");
        }
        redemptions++;
        return Optional.ofNullable(challenges.remove(code.value()))
                .filter(challenge -> challenge.equals(verifier.challenge()))
                .map(_ -> tokens(authorization.subdomain()));
    }

    public static OAuthTokens tokens(Subdomain subdomain) {
        return new OAuthTokens(subdomain, "access", Optional.of("refresh"), Optional.empty());
    }

    /** How often a code was presented. */
    public int redemptions() {
        return redemptions;
    }

    /** A server that knows nothing of RFC 9207. */
    public void withoutIssuer() {
        namesItself = false;
    }

    public void withoutClient() {
        offered = false;
    }

    public void goDown() {
        down = true;
    }
}
