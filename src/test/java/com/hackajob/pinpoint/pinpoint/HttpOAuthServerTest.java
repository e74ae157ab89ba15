package com.hackajob.pinpoint.pinpoint;

import static com.hackajob.pinpoint.SettableClock.START;
import static com.hackajob.pinpoint.pinpoint.OAuthClient.ACME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.SecretToken;
import com.hackajob.pinpoint.SettableClock;
import com.hackajob.pinpoint.connection.Credential.OAuthTokens;
import com.hackajob.pinpoint.connection.OAuthServer.AuthorizationCode;
import com.hackajob.pinpoint.connection.OAuthServer.Refresh;
import com.hackajob.pinpoint.connection.PkceVerifier;
import com.hackajob.pinpoint.pinpoint.FakeTokenEndpoint.Request;
import com.hackajob.pinpoint.pinpoint.OAuthClient.OneSecret;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link HttpOAuthServer} over the real HTTP client, and all that a token endpoint can answer. */
class HttpOAuthServerTest {

    private static final PkceVerifier VERIFIER = PkceVerifier.of(new SecretToken("the-browser"));
    private static final String CLIENT = "Basic aGFja2Fqb2I6czNjcmV0JTNBJTJCJTI1JTI2"; // hackajob:s3cret%3A%2B%25%26

    private final FakeTokenEndpoint endpoint = new FakeTokenEndpoint();
    private final OneSecret secret = new OneSecret(OAuthClient.SECRET);
    private OAuthClient client;

    @BeforeEach
    void connect() {
        client = new OAuthClient(endpoint.base(), Optional.empty(), new SettableClock(), secret);
    }

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @Test
    void asks_for_what_the_standard_wants_asked() {
        endpoint.answer(
                200, "{\"access_token\": \"access-2\", \"expires_in\": 3600, \"refresh_token\": \"refresh-2\"}");

        assertThat(refresh()).isEqualTo(refreshed("refresh-2", Optional.of(Duration.ofHours(1))));
        assertThat(client.redeem(new AuthorizationCode("the code"), VERIFIER))
                .contains(tokens("refresh-2", Optional.of(Duration.ofHours(1))));
        assertThat(endpoint.requests())
                .containsExactly(
                        new Request(
                                "/acme/token", CLIENT, List.of("grant_type=refresh_token", "refresh_token=refresh-1")),
                        new Request(
                                "/acme/token",
                                CLIENT,
                                List.of(
                                        "code=the+code",
                                        "code_verifier=" + VERIFIER.value(),
                                        "grant_type=authorization_code",
                                        "redirect_uri=https%3A%2F%2Fhackajob.example.com%2Foauth%2Fcallback")));
    }

    @Test
    void asks_for_a_scope_where_one_is_set() {
        var scoped = new OAuthClient("https://{subdomain}.example.com", Optional.of("openid"), () -> START, secret);
        var addresses = scoped.server.of(ACME).orElseThrow();

        assertThat(scoped.server.authorizationRequest(addresses, new SecretToken("the-state"), "the-challenge"))
                .hasToString("https://acme.example.com/authorize?response_type=code&client_id=hackajob"
                        + "&redirect_uri=https%3A%2F%2Fhackajob.example.com%2Foauth%2Fcallback&state=the-state"
                        + "&code_challenge=the-challenge&code_challenge_method=S256&scope=openid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"access_token\": \"access-2\"}",
                "{\"access_token\": \"access-2\", \"refresh_token\": null}",
                "{\"access_token\": \"access-2\", \"refresh_token\": \"\"}"
            })
    void keeps_the_refresh_token_where_the_server_gives_no_other(String body) {
        endpoint.answer(200, body);

        assertThat(refresh()).isEqualTo(refreshed("refresh-1", Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "3600, 3600", "'\"3600\"', 3600", "59.9, 59", "315359999, 315359999"})
    void reads_when_the_token_ends(String expiresIn, long seconds) {
        endpoint.answer(200, "{\"access_token\": \"access-2\", \"expires_in\": " + expiresIn + "}");

        assertThat(refresh()).isEqualTo(refreshed("refresh-1", Optional.of(Duration.ofSeconds(seconds))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "null",
                "\"soon\"",
                "[]",
                "315360000",
                "9223372036854775807",
                "18446744073709551621",
                "1e300",
                "-1e300"
            })
    void takes_an_absurd_end_for_none(String expiresIn) {
        endpoint.answer(200, "{\"access_token\": \"access-2\", \"expires_in\": " + expiresIn + "}");

        assertThat(refresh()).isEqualTo(refreshed("refresh-1", Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403})
    void knows_that_the_token_is_refused_by_the_word_for_it(int status) {
        endpoint.answer(status, "{\"error\": \"invalid_grant\", \"error_description\": \"revoked\"}");

        assertThat(refresh()).isEqualTo(new Refresh.Refused());
        assertThat(secret.isForgotten()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {\"error\": \"invalid_client\"}",
                "400 | {\"error\": \"invalid_request\"}",
                "400 | {\"error\": \"unauthorized_client\"}",
                "400 | {\"error\": [\"invalid_grant\"]}",
                "400 | {}",
                "400 | <html>invalid_grant</html>",
                "400 | ''",
                "403 | <html>a firewall</html>",
                "404 | {}",
                "429 | {\"error\": \"invalid_grant\"}",
                "500 | {\"error\": \"invalid_grant\"}",
                "502 | <html>bad gateway</html>",
                "503 | ''",
                "302 | ''",
                "204 | ''",
                "200 | ''",
                "200 | <html>maintenance</html>",
                "200 | {\"access_token\": \"acc",
                "200 | {}",
                "200 | []",
                "200 | {\"access_token\": 7}",
                "200 | {\"access_token\": \"\"}",
                "200 | {\"error\": \"invalid_grant\"}"
            })
    void takes_any_other_answer_for_an_outage(int status, String body) {
        endpoint.answer(status, body);

        assertOutage();
        assertThat(endpoint.requests()).hasSize(1);
    }

    @Test
    void reads_the_secret_again_once_the_server_did_not_know_the_client() {
        endpoint.answer(401, "{\"error\": \"invalid_client\"}");

        assertOutage();
        assertThat(secret.isForgotten()).isTrue();
    }

    /** Once: whoever asks twice may have used the token up with the first. */
    @Test
    void takes_no_answer_for_an_outage_and_does_not_ask_again() {
        endpoint.hangUp();

        assertOutage();
        assertThat(endpoint.requests()).hasSize(1);
    }

    @Test
    void takes_half_an_answer_for_an_outage() {
        endpoint.breakOff("{\"access_token\": \"access-2\"}");

        assertOutage();
    }

    @Test
    void takes_a_server_that_is_not_there_for_an_outage() {
        endpoint.close();

        assertOutage();
    }

    private void assertOutage() {
        assertThatExceptionOfType(Outage.class).isThrownBy(this::refresh).satisfies(outage -> {
            assertThat(outage.code()).isEqualTo(ErrorCode.PINPOINT_UNAVAILABLE);
            assertThat(outage.getMessage()).doesNotContain("refresh-1", "access-2", "s3cret");
        });
    }

    private Refresh refresh() {
        return client.server.refresh(ACME, "refresh-1");
    }

    private static Refresh refreshed(String refreshToken, Optional<Duration> life) {
        return new Refresh.Refreshed(tokens(refreshToken, life));
    }

    private static OAuthTokens tokens(String refreshToken, Optional<Duration> life) {
        return new OAuthTokens(ACME, "access-2", Optional.of(refreshToken), life.map(START::plus));
    }
}
