package com.hackajob.pinpoint.pinpoint;

import static com.hackajob.pinpoint.pinpoint.OAuthClient.ACME;
import static com.hackajob.pinpoint.pinpoint.OAuthClient.CALLBACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.SecretToken;
import com.hackajob.pinpoint.connection.Credential.OAuthTokens;
import com.hackajob.pinpoint.connection.OAuthServer.Refresh;
import com.hackajob.pinpoint.connection.PkceVerifier;
import com.hackajob.pinpoint.local.StandingClock;
import com.hackajob.pinpoint.local.pinpoint.Fault;
import com.hackajob.pinpoint.local.pinpoint.OAuth;
import com.hackajob.pinpoint.local.pinpoint.PinpointSimulator;
import com.hackajob.pinpoint.local.pinpoint.Tenant;
import com.hackajob.pinpoint.pinpoint.OAuthClient.OneSecret;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@link HttpOAuthServer} over the real HTTP client, against the simulator, which forgives nothing. */
class StrictOAuthServerTest {

    private static final PkceVerifier VERIFIER = PkceVerifier.of(new SecretToken("the-browser"));

    private final StandingClock clock = new StandingClock("2026-03-02T09:00:00Z");
    private final PinpointSimulator pinpoint = PinpointSimulator.start(InetAddress.getLoopbackAddress(), 0, clock);
    private final Tenant acme = pinpoint.createTenant("acme");
    private final OAuth oauth = pinpoint.enableOAuth("hackajob", OAuthClient.SECRET, Set.of(URI.create(CALLBACK)));
    private OAuthClient client;

    @BeforeEach
    void connect() {
        client = clientWith(OAuthClient.SECRET);
    }

    @AfterEach
    void stop() {
        pinpoint.close();
    }

    @Test
    void a_code_gives_tokens_that_open_the_account_for_an_hour() throws Exception {
        OAuthTokens tokens = authorized();

        assertThat(status(tokens)).isEqualTo(200);
        assertThat(tokens.expiresAt()).contains(clock.instant().plus(Duration.ofHours(1)));
        clock.pass(Duration.ofHours(1));
        assertThat(status(tokens)).isEqualTo(401);
    }

    @Test
    void a_code_works_once_and_with_its_own_verifier() throws Exception {
        var code = client.approve(VERIFIER);
        assertThat(client.redeem(code, VERIFIER)).isPresent();
        assertThat(client.redeem(code, VERIFIER)).isEmpty();

        var other = PkceVerifier.of(new SecretToken("another-browser"));
        assertThat(client.redeem(client.approve(VERIFIER), other)).isEmpty();
    }

    @Test
    void refresh_tokens_rotate_for_as_long_as_each_is_used_once() throws Exception {
        OAuthTokens tokens = authorized();
        for (int expiry = 0; expiry < 5; expiry++) {
            clock.pass(Duration.ofHours(1));
            OAuthTokens next = refreshed(tokens);
            assertThat(status(next)).isEqualTo(200);
            assertThat(next.refreshToken()).isPresent().isNotEqualTo(tokens.refreshToken());
            tokens = next;
        }
    }

    @Test
    void an_old_refresh_token_is_refused_and_everything_with_it() throws Exception {
        OAuthTokens first = authorized();
        OAuthTokens second = refreshed(first);

        assertThat(refresh(first)).isEqualTo(new Refresh.Refused());
        assertThat(refresh(second)).isEqualTo(new Refresh.Refused());
        assertThat(status(second)).isEqualTo(401);
    }

    @Test
    void what_the_employer_takes_back_is_refused() throws Exception {
        OAuthTokens tokens = authorized();
        oauth.revoke("acme");

        assertThat(refresh(tokens)).isEqualTo(new Refresh.Refused());
    }

    @Test
    void a_client_that_is_not_known_is_an_outage_and_uses_no_token_up() throws Exception {
        OAuthTokens tokens = authorized();
        String token = tokens.refreshToken().orElseThrow();
        OAuthClient unknown = clientWith("another");

        assertThatExceptionOfType(Outage.class).isThrownBy(() -> unknown.server.refresh(ACME, token));
        assertThat(status(refreshed(tokens))).isEqualTo(200);
    }

    static List<Fault> faultsWithoutEffect() {
        return List.of(
                new Fault.TooManyRequests(),
                new Fault.ServerError(),
                new Fault.BadGateway(),
                new Fault.ConnectionReset());
    }

    @ParameterizedTest
    @MethodSource("faultsWithoutEffect")
    void an_outage_without_effect_uses_no_token_up(Fault fault) throws Exception {
        OAuthTokens tokens = authorized();
        acme.faults().next(1, "POST", "/oauth/token", fault);

        assertThatExceptionOfType(Outage.class).isThrownBy(() -> refresh(tokens));
        assertThat(status(refreshed(tokens))).isEqualTo(200);
    }

    @Test
    void an_answer_that_is_lost_has_used_the_token_up() throws Exception {
        OAuthTokens tokens = authorized();
        acme.faults().next(1, "POST", "/oauth/token", new Fault.ResponseLost());

        assertThatExceptionOfType(Outage.class).isThrownBy(() -> refresh(tokens));
        assertThat(refresh(tokens)).isEqualTo(new Refresh.Refused());
    }

    private OAuthClient clientWith(String secret) {
        String base = pinpoint.baseUrl() + "/{subdomain}/oauth";
        return new OAuthClient(base, Optional.empty(), clock, new OneSecret(secret));
    }

    private OAuthTokens authorized() throws Exception {
        return client.redeem(client.approve(VERIFIER), VERIFIER).orElseThrow();
    }

    private OAuthTokens refreshed(OAuthTokens tokens) {
        return ((Refresh.Refreshed) refresh(tokens)).tokens();
    }

    private Refresh refresh(OAuthTokens tokens) {
        return client.server.refresh(ACME, tokens.refreshToken().orElseThrow());
    }

    private int status(OAuthTokens tokens) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(pinpoint.baseUrl() + "/acme/api/v1/jobs"))
                .header("Authorization", "Bearer " + tokens.accessToken())
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
