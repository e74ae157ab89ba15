package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.SecretToken;
import com.hackajob.pinpoint.connection.Credential.OAuthTokens;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An authorization server as strict as they come: a refresh token works once, and one that comes a second time takes back
 * all that came of the same authorization, its <i>family</i>.
 */
public final class FakeRotatingServer implements OAuthServer {

    /** How long an access token can be used. */
    public static final Duration LIFE = Duration.ofHours(1);

    private final InstantSource clock;
    private final Map<String, Integer> families = new HashMap<>();
    private final Map<String, OAuthTokens> access = new HashMap<>();
    private final Set<String> used = new HashSet<>();
    private final Set<Integer> revoked = new HashSet<>();
    private int authorizations;
    private int issued;
    private int refreshes;
    private int refusals;
    private boolean down;
    private boolean losesAnswer;
    private Runnable meanwhile = () -> {};

    public FakeRotatingServer(InstantSource clock) {
        this.clock = clock;
    }

    /** An administrator approves: the first tokens of a new family. */
    public synchronized OAuthTokens authorize() {
        return issue(++authorizations);
    }

    private OAuthTokens issue(int family) {
        issued++;
        var tokens = new OAuthTokens(
                ConnectionFixtures.SUBDOMAIN,
                "access-" + issued,
                Optional.of("refresh-" + issued),
                Optional.of(clock.instant().plus(LIFE)));
        families.put(tokens.accessToken(), family);
        families.put(tokens.refreshToken().orElseThrow(), family);
        access.put(tokens.accessToken(), tokens);
        return tokens;
    }

    @Override
    public Refresh refresh(Subdomain subdomain, String refreshToken) {
        Thread.yield(); // on the way there and back others get their turn
        Refresh answer = answer(refreshToken);
        Thread.yield();
        Runnable once = meanwhile;
        meanwhile = () -> {};
        once.run();
        if (losesAnswer) {
            losesAnswer = false;
            throw outage();
        }
        return answer;
    }

    private synchronized Refresh answer(String refreshToken) {
        if (down) {
            throw outage();
        }
        Integer family = families.get(refreshToken);
        boolean isFirst = used.add(refreshToken);
        if (family != null && !isFirst) {
            revoked.add(family);
        }
        if (family == null || revoked.contains(family)) {
            refusals++;
            return new Refresh.Refused();
        }
        refreshes++;
        return new Refresh.Refreshed(issue(family));
    }

    private static Outage outage() {
        return new Outage(ErrorCode.PINPOINT_UNAVAILABLE, "the token endpoint is down");
    }

    /** Whether Pinpoint would let it in now. */
    public synchronized boolean accepts(Credential credential) {
        return credential instanceof OAuthTokens tokens
                && tokens.equals(access.get(tokens.accessToken()))
                && !revoked.contains(families.get(tokens.accessToken()))
                && tokens.expiresAt().orElseThrow().isAfter(clock.instant());
    }

    /** How often it gave new tokens. */
    public synchronized int refreshes() {
        return refreshes;
    }

    /** How often it refused a refresh token. */
    public synchronized int refusals() {
        return refusals;
    }

    public synchronized boolean hasRevoked() {
        return !revoked.isEmpty();
    }

    /** The administrator takes back all that was granted. */
    public synchronized void revoke() {
        revoked.addAll(families.values());
    }

    public synchronized void goDown() {
        down = true;
    }

    public synchronized void comeBack() {
        down = false;
    }

    /** The next refresh takes effect, and nobody hears of it. */
    public void loseAnswer() {
        losesAnswer = true;
    }

    /** What somebody else does while the next answer is on its way. */
    public void meanwhile(Runnable action) {
        meanwhile = action;
    }

    @Override
    public Optional<String> origin() {
        return Optional.of("https://*.example.com");
    }

    @Override
    public Optional<Addresses> of(Subdomain subdomain) {
        return Optional.empty();
    }

    @Override
    public URI authorizationRequest(Addresses server, SecretToken state, String challenge) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<OAuthTokens> redeem(Authorization authorization, AuthorizationCode code, PkceVerifier verifier) {
        throw new UnsupportedOperationException();
    }
}
