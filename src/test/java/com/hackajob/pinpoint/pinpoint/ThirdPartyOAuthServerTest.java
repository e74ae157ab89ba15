package com.hackajob.pinpoint.pinpoint;

import static com.hackajob.pinpoint.SettableClock.START;
import static com.hackajob.pinpoint.pinpoint.OAuthClient.ACME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.SecretToken;
import com.hackajob.pinpoint.SettableClock;
import com.hackajob.pinpoint.connection.Credential.OAuthTokens;
import com.hackajob.pinpoint.connection.OAuthServer.Refresh;
import com.hackajob.pinpoint.connection.PkceVerifier;
import com.hackajob.pinpoint.pinpoint.OAuthClient.OneSecret;
import java.net.InetAddress;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * {@link HttpOAuthServer} over the real HTTP client, against an authorization server that others wrote, with refresh
 * tokens that rotate.
 *
 * <p>It insists on {@code scope=openid}, {@code client_id} and {@code redirect_uri}, and on the verifier where one is sent
 * for an S256 challenge. It takes any client, secret, code, redirect address and refresh token, used before or not: the
 * {@linkplain StrictOAuthServerTest simulator's own server} is the strict one.
 */
class ThirdPartyOAuthServerTest {

    // It logs what it refuses as an error, with a stack trace.
    private static final Logger SERVER_LOG = Logger.getLogger("no.nav.security.mock.oauth2");
    private static final PkceVerifier VERIFIER = PkceVerifier.of(new SecretToken("the-browser"));

    private final MockOAuth2Server server = new MockOAuth2Server(new OAuth2Config(false, null, null, true));

    @BeforeEach
    void start() {
        SERVER_LOG.setLevel(Level.OFF);
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    @AfterEach
    void stop() {
        server.shutdown();
    }

    @Test
    void gives_tokens_with_an_end_to_whoever_has_the_verifier() throws Exception {
        OAuthTokens tokens = authorized();

        assertThat(tokens.accessToken()).isNotEmpty();
        assertThat(tokens.refreshToken()).isPresent();
        assertThat(tokens.expiresAt()).hasValueSatisfying(end -> assertThat(end).isAfter(START));
    }

    @Test
    void refuses_another_verifier() throws Exception {
        OAuthClient client = client(Optional.of("openid"));
        var another = PkceVerifier.of(new SecretToken("another-browser"));

        assertThat(client.redeem(client.approve(VERIFIER), another)).isEmpty();
    }

    @Test
    void does_not_send_the_browser_back_without_the_scope() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> client(Optional.empty()).approve(VERIFIER));
    }

    @Test
    void gives_other_tokens_for_each_refresh_token() throws Exception {
        OAuthTokens first = authorized();
        OAuthTokens second = refreshed(first);
        OAuthTokens third = refreshed(second);

        assertThat(second.refreshToken()).isPresent().isNotEqualTo(first.refreshToken());
        assertThat(third.refreshToken()).isPresent().isNotEqualTo(second.refreshToken());
        assertThat(second.accessToken()).isNotEmpty().isNotEqualTo(first.accessToken());
    }

    @Test
    void is_out_once_it_is_shut_down() throws Exception {
        OAuthTokens tokens = authorized();
        OAuthClient client = client(Optional.of("openid"));
        server.shutdown();

        assertThatExceptionOfType(Outage.class)
                .isThrownBy(
                        () -> client.server.refresh(ACME, tokens.refreshToken().orElseThrow()));
    }

    private OAuthTokens authorized() throws Exception {
        OAuthClient client = client(Optional.of("openid"));
        return client.redeem(client.approve(VERIFIER), VERIFIER).orElseThrow();
    }

    private OAuthTokens refreshed(OAuthTokens tokens) {
        Refresh answer = client(Optional.of("openid"))
                .server
                .refresh(ACME, tokens.refreshToken().orElseThrow());
        return ((Refresh.Refreshed) answer).tokens();
    }

    private OAuthClient client(Optional<String> scope) {
        String base = server.baseUrl() + "{subdomain}";
        return new OAuthClient(base, scope, new SettableClock(), new OneSecret(OAuthClient.SECRET));
    }
}
