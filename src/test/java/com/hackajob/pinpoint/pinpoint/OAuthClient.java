package com.hackajob.pinpoint.pinpoint;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.hackajob.pinpoint.NoTelemetry;
import com.hackajob.pinpoint.SecretToken;
import com.hackajob.pinpoint.ServiceSecrets;
import com.hackajob.pinpoint.SettableClock;
import com.hackajob.pinpoint.connection.Authorization;
import com.hackajob.pinpoint.connection.Credential.OAuthTokens;
import com.hackajob.pinpoint.connection.OAuthServer.Addresses;
import com.hackajob.pinpoint.connection.OAuthServer.AuthorizationCode;
import com.hackajob.pinpoint.connection.PkceVerifier;
import com.hackajob.pinpoint.connection.Subdomain;
import com.hackajob.pinpoint.http.OutboundHttp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@link HttpOAuthServer} set up for a server of a test, and an administrator's browser to go with it. */
final class OAuthClient {

    static final Subdomain ACME = new Subdomain("acme");
    static final String PUBLIC_URL = "https://hackajob.example.com";
    static final String CALLBACK = PUBLIC_URL + "/oauth/callback";

    /** With characters that HTTP Basic has to have encoded. */
    static final String SECRET = "s3cret:+%&";

    private static final SecretToken STATE = new SecretToken("the-state");
    private static final Pattern ANSWER =
            Pattern.compile(Pattern.quote(CALLBACK) + "\\?code=([^&]+)&state=the-state.*");

    final HttpOAuthServer server;

    /** @param base of the authorization servers, with {@code {subdomain}} */
    OAuthClient(String base, Optional<String> scope, InstantSource clock, ServiceSecrets secrets) {
        var settings = new OAuthSettings(
                Optional.of(base + "/authorize"),
                Optional.of(base + "/token"),
                Optional.of("hackajob"),
                Optional.of("pinpoint/oauth-client"),
                Optional.of(PUBLIC_URL),
                Optional.empty(),
                scope);
        server = new HttpOAuthServer(
                settings,
                new HttpTokenEndpoint(new OutboundHttp()),
                secrets,
                new ObjectMapper(),
                new NoTelemetry(),
                clock);
    }

    /** The administrator's browser goes to the server and is sent back. */
    AuthorizationCode approve(PkceVerifier verifier) throws IOException, InterruptedException {
        URI address = server.authorizationRequest(addresses(), STATE, verifier.challenge());
        var reply =
                HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        Matcher answer = ANSWER.matcher(reply.headers().firstValue("Location").orElse("nowhere"));
        if (!answer.matches()) {
            throw new AssertionError("not sent back with a code: " + reply.statusCode());
        }
        return new AuthorizationCode(answer.group(1));
    }

    Optional<OAuthTokens> redeem(AuthorizationCode code, PkceVerifier verifier) {
        var authorization =
                new Authorization("", "", "", ACME, false, addresses().token(), SettableClock.START);
        return server.redeem(authorization, code, verifier);
    }

    private Addresses addresses() {
        return server.of(ACME).orElseThrow();
    }

    /** Knows the client's secret, and whether it is still wanted. */
    static final class OneSecret implements ServiceSecrets {

        private final String value;
        private boolean isForgotten;

        OneSecret(String value) {
            this.value = value;
        }

        @Override
        public String read(String name) {
            return value;
        }

        @Override
        public void forget(String name) {
            isForgotten = true;
        }

        boolean isForgotten() {
            return isForgotten;
        }
    }
}
