package com.hackajob.pinpoint.pinpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hackajob.pinpoint.SecretToken;
import com.hackajob.pinpoint.connection.PkceVerifier;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * An authorization server that others wrote agrees with us about PKCE, and can rotate refresh tokens.
 *
 * <p>It insists on {@code scope=openid}, {@code client_id} and {@code redirect_uri}, and on the verifier where one is sent
 * for an S256 challenge. It takes any client, secret, code, redirect address and refresh token, used before or not: the
 * simulator's own server is the strict one.
 */
class ThirdPartyOAuthServerTest {

    private static final String CALLBACK = "https://hackajob.example.com/oauth/callback";
    private static final Pattern ANSWER = Pattern.compile(Pattern.quote(CALLBACK) + "\\?code=([^&]+)&state=the-state");
    // It logs what it refuses as an error, with a stack trace.
    private static final Logger SERVER_LOG = Logger.getLogger("no.nav.security.mock.oauth2");
    private static final PkceVerifier VERIFIER = PkceVerifier.of(new SecretToken("the-browser"));

    private final MockOAuth2Server server = new MockOAuth2Server(new OAuth2Config(false, null, null, true));
    private final HttpClient http = HttpClient.newHttpClient();

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
    void gives_tokens_to_whoever_has_the_verifier() throws Exception {
        HttpResponse<String> reply = redeem(authorize(), VERIFIER);

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(json(reply).path("access_token").asText()).isNotEmpty();
        assertThat(json(reply).path("refresh_token").asText()).isNotEmpty();
        assertThat(json(reply).path("expires_in").asInt()).isPositive();
    }

    @Test
    void refuses_another_verifier() throws Exception {
        HttpResponse<String> reply = redeem(authorize(), PkceVerifier.of(new SecretToken("another-browser")));

        assertThat(reply.statusCode()).isEqualTo(400);
        assertThat(json(reply).path("error").asText()).isEqualTo("invalid_grant");
    }

    @Test
    void gives_another_refresh_token_for_each() throws Exception {
        String first = json(redeem(authorize(), VERIFIER)).path("refresh_token").asText();

        JsonNode refreshed = json(token(Map.of("grant_type", "refresh_token", "refresh_token", first)));

        assertThat(refreshed.path("access_token").asText()).isNotEmpty();
        assertThat(refreshed.path("refresh_token").asText()).isNotEmpty().isNotEqualTo(first);
    }

    /** @return the code */
    private String authorize() throws IOException, InterruptedException {
        String query = form(Map.of(
                "response_type", "code",
                "scope", "openid",
                "client_id", "hackajob",
                "redirect_uri", CALLBACK,
                "state", "the-state",
                "code_challenge", VERIFIER.challenge(),
                "code_challenge_method", "S256"));
        URI address = URI.create(server.authorizationEndpointUrl("acme") + "?" + query);
        var reply = http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        var answer = ANSWER.matcher(reply.headers().firstValue("Location").orElseThrow());
        assertThat(answer.matches()).isTrue();
        return answer.group(1);
    }

    private HttpResponse<String> redeem(String code, PkceVerifier verifier) throws IOException, InterruptedException {
        return token(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                CALLBACK,
                "code_verifier",
                verifier.value()));
    }

    private HttpResponse<String> token(Map<String, String> fields) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.tokenEndpointUrl("acme").uri())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", "Basic aGFja2Fqb2I6c2VjcmV0") // hackajob:secret
                .POST(BodyPublishers.ofString(form(fields)))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static JsonNode json(HttpResponse<String> reply) throws IOException {
        return new ObjectMapper().readTree(reply.body());
    }
}
