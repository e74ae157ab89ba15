package com.hackajob.pinpoint.local.aws;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** API Gateway's JWT authorizer: signature, issuer, audience and times of a bearer token. */
final class JwtAuthorizer {

    private final JwtRule rule;
    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    JwtAuthorizer(JwtRule rule, Clock clock) {
        this.rule = rule;
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys()));
        processor.setJWTClaimsSetVerifier(new Verifier(rule, clock));
    }

    /** The keys are asked for each time: a new key must not need a restart. */
    private JWKSource<SecurityContext> keys() {
        try {
            var configuration = URI.create(rule.issuer() + "/.well-known/openid-configuration");
            try (var answer = configuration.toURL().openStream()) {
                var keys = URI.create(
                        Json.read(answer.readAllBytes()).path("jwks_uri").asText());
                return JWKSourceBuilder.<SecurityContext>create(keys.toURL())
                        .cache(false)
                        .refreshAheadCache(false)
                        .rateLimited(false)
                        .build();
            }
        } catch (IOException unreachable) {
            throw new UncheckedIOException("Issuer " + rule.issuer() + " shows no OpenID configuration", unreachable);
        }
    }

    /** The token's claims as text, as they appear in an event; empty if the token is not to be trusted. */
    Optional<Map<String, String>> authorize(String authorization) {
        try {
            var token = authorization.replaceFirst("(?i)^Bearer ", "");
            return Optional.of(texts(processor.process(token, null)));
        } catch (ParseException | BadJOSEException | JOSEException _) {
            return Optional.empty();
        }
    }

    private static Map<String, String> texts(JWTClaimsSet claims) {
        var texts = new TreeMap<String, String>();
        claims.toJSONObject().forEach((name, value) -> texts.put(name, text(value)));
        return texts;
    }

    private static String text(Object claim) {
        return claim instanceof Iterable<?> several
                ? StreamSupport.stream(several.spliterator(), false)
                        .map(String::valueOf)
                        .collect(Collectors.joining(" ", "[", "]"))
                : String.valueOf(claim);
    }

    private static final class Verifier extends DefaultJWTClaimsVerifier<SecurityContext> {

        private final Clock clock;

        Verifier(JwtRule rule, Clock clock) {
            super(
                    new HashSet<>(rule.audiences()),
                    new JWTClaimsSet.Builder().issuer(rule.issuer()).build(),
                    Set.of("exp"),
                    Set.of());
            this.clock = clock;
            setMaxClockSkew(0);
        }

        @Override
        protected Date currentTime() {
            return Date.from(clock.instant());
        }
    }
}
