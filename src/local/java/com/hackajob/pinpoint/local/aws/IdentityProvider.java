package com.hackajob.pinpoint.local.aws;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.UUID;

/** Stands for hackajob's identity provider: signs user tokens (RS256), publishes its key and OpenID configuration. */
public final class IdentityProvider implements AutoCloseable {

    private static final String CONFIGURATION = "/.well-known/openid-configuration";
    private static final String KEYS = "/.well-known/jwks.json";

    private final HttpEndpoint endpoint;
    private final String audience;
    private final Clock clock;
    private final RSAKey key;

    private IdentityProvider(HttpEndpoint endpoint, String audience, Clock clock) throws JOSEException {
        this.endpoint = endpoint;
        this.audience = audience;
        this.clock = clock;
        this.key = new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
    }

    public static IdentityProvider start(InetAddress bind, int port, String audience, Clock clock) {
        try {
            var provider = new IdentityProvider(HttpEndpoint.bind(bind, port), audience, clock);
            provider.endpoint.serve(provider::handle);
            return provider;
        } catch (JOSEException impossible) {
            throw new IllegalStateException("every Java platform makes RSA keys", impossible);
        }
    }

    public URI issuer() {
        return endpoint.baseUrl();
    }

    /** A token of that user, who acts for that company in that role. */
    public String token(String user, String company, String role, Duration life) {
        return sign(claims(life)
                .subject(user)
                .claim("company_id", company)
                .claim("role", role)
                .build());
    }

    /** Claims that the gateway accepts, to be changed into what it must not. */
    public JWTClaimsSet.Builder claims(Duration life) {
        var now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer(issuer().toString())
                .audience(audience)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(life)));
    }

    public String sign(JWTClaimsSet claims) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID());
            var token = new SignedJWT(header.build(), claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException("the key is fit for RS256", impossible);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case CONFIGURATION -> reply(exchange, configuration());
                case KEYS -> reply(exchange, new JWKSet(key.toPublicJWK()).toString());
                default -> exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private String configuration() {
        var configuration = Json.object()
                .put("issuer", issuer().toString())
                .put("jwks_uri", issuer() + KEYS)
                .put("authorization_endpoint", issuer() + "/authorize")
                .put("token_endpoint", issuer() + "/token");
        configuration.putArray("response_types_supported").add("code");
        configuration.putArray("subject_types_supported").add("public");
        configuration.putArray("id_token_signing_alg_values_supported").add("RS256");
        return configuration.toString();
    }

    private static void reply(HttpExchange exchange, String json) throws IOException {
        var body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        endpoint.close();
    }
}
