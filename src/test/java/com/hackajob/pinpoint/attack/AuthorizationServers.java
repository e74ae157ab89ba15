package com.hackajob.pinpoint.attack;

import com.hackajob.pinpoint.pinpoint.StrictlyOverHttp.Answers;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everybody's authorization servers: one for each Pinpoint account, and the attacker's own on any other host. Pinpoint's
 * hold to RFC 6749, RFC 7636 and RFC 9207, but do no more than they must: PKCE is up to the client, {@code plain} too,
 * so that it is the client's defences which are tried. What RFC 9700 asks of a server (section 4.8.2: a verifier without a
 * challenge is a downgrade) they do. The attacker's take whatever they get and are generous with tokens.
 */
final class AuthorizationServers implements Answers {

    static final String SERVER = "https://{subdomain}.pinpoint.example";
    static final String CLIENT = "hackajob";
    static final String CLIENT_SECRET = "the secret of hackajob's client";

    private static final Duration CODE_LIFE = Duration.ofHours(1);

    private final InstantSource clock;
    private final Map<String, Grant> codes = new HashMap<>();
    private final Set<String> tokens = new HashSet<>();
    private final List<String> presentedAt = new ArrayList<>();

    AuthorizationServers(InstantSource clock) {
        this.clock = clock;
    }

    static String issuer(String subdomain) {
        return SERVER.replace("{subdomain}", subdomain);
    }

    static String tokenAddress(String subdomain) {
        return issuer(subdomain) + "/oauth/token";
    }

    /** The administrator of that account approves what a browser was sent with; nobody is asked twice. */
    Params approve(String request) {
        URI address = URI.create(request);
        Params asked = Params.parse(address.getRawQuery());
        if (!asked.get("client_id").equals(CLIENT)
                || !asked.get("response_type").equals("code")
                || !asked.get("redirect_uri").equals(World.PUBLIC_URL + "/oauth/callback")) {
            throw new IllegalArgumentException("a server does not redirect for such a request");
        }
        String issuer = address.getScheme() + "://" + address.getAuthority();
        return Params.of("code", issue(issuer, asked))
                .and("state", asked.get("state"))
                .and("iss", issuer);
    }

    private String issue(String issuer, Params asked) {
        String code = "code-" + (codes.size() + 1);
        codes.put(
                code,
                new Grant(
                        issuer,
                        asked.get("redirect_uri"),
                        asked.get("code_challenge"),
                        asked.get("code_challenge_method"),
                        clock.instant().plus(CODE_LIFE)));
        return code;
    }

    /** As a server does that compares redirect addresses carelessly and was asked with that one. */
    void gaveOutFor(String code, String redirectUri) {
        codes.computeIfPresent(
                code, (_, grant) -> new Grant(grant.issuer, redirectUri, grant.challenge, grant.method, grant.until));
    }

    @Override
    public Answer answer(String address, String client, Map<String, String> form) {
        presentedAt.add(address);
        if (!URI.create(address).getHost().endsWith(".pinpoint.example")) {
            return tokens("stolen");
        }
        if (!client.equals(basic())) {
            return new Answer(401, "{\"error\":\"invalid_client\"}");
        }
        return Optional.ofNullable(codes.remove(form.getOrDefault("code", "")))
                .filter(grant -> grant.isFor(address, form, clock.instant()))
                .map(grant -> grant(grant))
                .orElseGet(() -> new Answer(400, "{\"error\":\"invalid_grant\"}"));
    }

    static String basic() {
        String pair = Params.of(CLIENT, CLIENT_SECRET).encoded().replace('=', ':');
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private Answer grant(Grant grant) {
        String token = "token-" + (tokens.size() + 1) + "-of-" + grant.issuer;
        tokens.add(token);
        return tokens(token);
    }

    private static Answer tokens(String access) {
        return new Answer(200, "{\"access_token\":\"" + access + "\",\"token_type\":\"Bearer\"}");
    }

    boolean opens(String subdomain, String token) {
        return tokens.contains(token) && token.endsWith("-of-" + issuer(subdomain));
    }

    /** Where codes were presented, in order. */
    List<String> presentedAt() {
        return List.copyOf(presentedAt);
    }

    private record Grant(String issuer, String redirectUri, String challenge, String method, Instant until) {

        boolean isFor(String address, Map<String, String> form, Instant now) {
            return address.equals(issuer + "/oauth/token")
                    && redirectUri.equals(form.get("redirect_uri"))
                    && now.isBefore(until)
                    && isVerified(form.getOrDefault("code_verifier", ""));
        }

        private boolean isVerified(String verifier) {
            return challenge.equals(method.equals("S256") && !verifier.isEmpty() ? sha256(verifier) : verifier);
        }

        private static String sha256(String text) {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
                return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
            } catch (NoSuchAlgorithmException missing) {
                throw new IllegalStateException(missing);
            }
        }
    }
}
