package com.hackajob.pinpoint.local.pinpoint;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Codes, access tokens and refresh tokens (invented). A refresh token used twice revokes all that came of its grant. */
final class Grants {

    /** What a code was given out for. */
    record Approval(String subdomain, String redirectUri, String challenge, Instant until) {}

    /** A pair of tokens just issued. */
    record Tokens(String access, String refresh, Duration lifetime) {}

    private record Token(String subdomain, String family, Instant until) {}

    private static final Duration CODE_LIFETIME = Duration.ofSeconds(60);

    private final Clock clock;
    private final Map<String, Approval> codes = new HashMap<>();
    private final Map<String, String> familyOfCode = new HashMap<>();
    private final Map<String, Token> access = new HashMap<>();
    private final Map<String, Token> refresh = new HashMap<>();
    private final Set<String> used = new HashSet<>();
    private Duration lifetime = Duration.ofHours(1);

    Grants(Clock clock) {
        this.clock = clock;
    }

    synchronized void accessTokenLifetime(Duration newLifetime) {
        lifetime = newLifetime;
    }

    synchronized String approve(String subdomain, String redirectUri, String challenge) {
        String code = Secrets.random();
        codes.put(
                code,
                new Approval(subdomain, redirectUri, challenge, clock.instant().plus(CODE_LIFETIME)));
        return code;
    }

    /** Takes a code, which is good once; a second try revokes what the first one gave. */
    synchronized Optional<Approval> take(String code) {
        Optional.ofNullable(familyOfCode.remove(code)).ifPresent(this::revokeFamily);
        return Optional.ofNullable(codes.remove(code))
                .filter(approval -> clock.instant().isBefore(approval.until()));
    }

    synchronized Tokens issue(String code, String subdomain) {
        String family = Secrets.random();
        familyOfCode.put(code, family);
        return issueTo(subdomain, family);
    }

    /** New tokens for a refresh token, which is good once. */
    synchronized Optional<Tokens> refresh(String token, String subdomain) {
        Token found = refresh.get(token);
        if (found == null || !found.subdomain().equals(subdomain)) {
            return Optional.empty();
        }
        if (!used.add(token)) {
            revokeFamily(found.family());
            return Optional.empty();
        }
        return Optional.of(issueTo(subdomain, found.family()));
    }

    synchronized boolean allows(String token, String subdomain) {
        Token found = access.get(token);
        return found != null
                && found.subdomain().equals(subdomain)
                && clock.instant().isBefore(found.until());
    }

    synchronized void revoke(String subdomain) {
        access.values().removeIf(token -> token.subdomain().equals(subdomain));
        refresh.values().removeIf(token -> token.subdomain().equals(subdomain));
    }

    private Tokens issueTo(String subdomain, String family) {
        Tokens tokens = new Tokens(Secrets.random(), Secrets.random(), lifetime);
        access.put(tokens.access(), new Token(subdomain, family, clock.instant().plus(lifetime)));
        refresh.put(tokens.refresh(), new Token(subdomain, family, Instant.MAX));
        return tokens;
    }

    private void revokeFamily(String family) {
        access.values().removeIf(token -> token.family().equals(family));
        refresh.values().removeIf(token -> token.family().equals(family));
    }
}
