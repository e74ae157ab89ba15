package com.hackajob.pinpoint.local.pinpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OAuthTest extends PinpointTest {

    private static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters-length";
    private static final String REDIRECT = "http://127.0.0.1:9/oauth/callback";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final OAuth oauth = simulator.enableOAuth("hackajob", "s3cret", Set.of(URI.create(REDIRECT)));

    @Test
    void a_code_is_traded_for_a_token_that_is_taken_beside_keys() throws Exception {
        Form callback = authorize("");
        assertThat(callback.get("state")).isEqualTo("the state");
        assertThat(callback.get("iss")).isEqualTo(simulator.baseUrl() + "/acme");

        Caller.Answer tokens = trade(callback.get("code"), VERIFIER);

        assertThat(tokens.status()).isEqualTo(200);
        assertThat(tokens.at("/token_type")).isEqualTo("Bearer");
        assertThat(tokens.at("/expires_in")).isEqualTo("3600");
        assertThat(bearer(tokens).get("/api/v1/jobs").status()).isEqualTo(200);
        assertThat(simulator.requests().getLast().credential()).isEqualTo(CredentialKind.BEARER);
        assertThat(caller.get("/api/v1/jobs").status()).isEqualTo(200);
        assertThat(simulator.violations()).isEmpty();
    }

    @Test
    void the_client_may_send_its_secret_in_the_form() throws Exception {
        String body = codeForm(authorize("").get("code"), VERIFIER) + "&client_id=hackajob&client_secret=s3cret";

        assertThat(token("", body).status()).isEqualTo(200);
    }

    @Test
    void a_wrong_client_secret_is_refused() throws Exception {
        Caller.Answer answer = token("hackajob:guess", codeForm(authorize("").get("code"), VERIFIER));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json()).isEqualTo(Caller.json("{\"error\": \"invalid_client\"}"));
    }

    @Test
    void a_wrong_verifier_is_refused_and_spends_the_code() throws Exception {
        String code = authorize("").get("code");

        assertThat(trade(code, "wrong").json()).isEqualTo(Caller.json("{\"error\": \"invalid_grant\"}"));
        assertThat(trade(code, VERIFIER).status()).isEqualTo(400);
    }

    @Test
    void a_code_used_twice_revokes_its_tokens() throws Exception {
        String code = authorize("").get("code");
        Caller.Answer tokens = trade(code, VERIFIER);

        assertThat(trade(code, VERIFIER).status()).isEqualTo(400);
        assertThat(bearer(tokens).get("/api/v1/jobs").status()).isEqualTo(401);
    }

    @Test
    void a_code_is_good_for_a_minute() throws Exception {
        String code = authorize("").get("code");
        clock.pass(Duration.ofSeconds(60));

        assertThat(trade(code, VERIFIER).status()).isEqualTo(400);
    }

    @Test
    void an_access_token_expires_and_is_refreshed() throws Exception {
        oauth.accessTokenLifetime(Duration.ofMinutes(10));
        Caller.Answer tokens = trade(authorize("").get("code"), VERIFIER);
        clock.pass(Duration.ofMinutes(10));
        assertThat(bearer(tokens).get("/api/v1/jobs").status()).isEqualTo(401);

        Caller.Answer refreshed = refresh(tokens);

        assertThat(bearer(refreshed).get("/api/v1/jobs").status()).isEqualTo(200);
        assertThat(refreshed.at("/refresh_token")).isNotEqualTo(tokens.at("/refresh_token"));
    }

    @Test
    void a_refresh_token_used_twice_revokes_the_family() throws Exception {
        Caller.Answer tokens = trade(authorize("").get("code"), VERIFIER);
        Caller.Answer refreshed = refresh(tokens);

        assertThat(refresh(tokens).json()).isEqualTo(Caller.json("{\"error\": \"invalid_grant\"}"));
        assertThat(refresh(refreshed).status()).isEqualTo(400);
        assertThat(bearer(refreshed).get("/api/v1/jobs").status()).isEqualTo(401);
    }

    @Test
    void a_token_belongs_to_its_tenant_and_can_be_revoked() throws Exception {
        Tenant other = simulator.createTenant("globex");
        Caller.Answer tokens = trade(authorize("").get("code"), VERIFIER);

        assertThat(Caller.of(simulator, other)
                        .with("Authorization", "Bearer " + tokens.at("/access_token"))
                        .get("/api/v1/jobs")
                        .status())
                .isEqualTo(401);
        oauth.revoke("acme");
        assertThat(bearer(tokens).get("/api/v1/jobs").status()).isEqualTo(401);
        assertThat(refresh(tokens).status()).isEqualTo(400);
    }

    @Test
    void permissions_hold_for_tokens_too() throws Exception {
        oauth.permissions(Set.of(Permission.JOB_READ));
        Caller.Answer tokens = trade(authorize("").get("code"), VERIFIER);

        assertThat(bearer(tokens).get("/api/v1/applications").status()).isEqualTo(403);
    }

    @Test
    void denying_sends_the_browser_back_with_an_error() throws Exception {
        oauth.consent(OAuth.Consent.DENY);

        Form callback = authorize("");
        assertThat(callback.get("error")).isEqualTo("access_denied");
        assertThat(callback.get("state")).isEqualTo("the state");
    }

    @Test
    void somebody_can_be_asked() throws Exception {
        oauth.consent(OAuth.Consent.ASK);
        HttpResponse<String> page = open("");
        assertThat(page.body()).contains("<form method=\"post\">");

        HttpRequest approval = HttpRequest.newBuilder(URI.create(simulator.baseUrl() + "/acme/oauth/authorize"))
                .POST(BodyPublishers.ofString(request("") + "&decision=approve"))
                .build();
        HttpResponse<String> answer = HTTP.send(approval, BodyHandlers.ofString());

        assertThat(trade(callback(answer).get("code"), VERIFIER).status()).isEqualTo(200);
    }

    @Test
    void a_request_without_a_proof_key_is_sent_back() throws Exception {
        assertThat(authorize("code_challenge_method").get("error")).isEqualTo("invalid_request");
        assertThat(authorize("code_challenge").get("error")).isEqualTo("invalid_request");
        assertThat(authorize("response_type").get("error")).isEqualTo("unsupported_response_type");
    }

    @Test
    void an_unknown_client_or_address_is_never_sent_back() throws Exception {
        assertThat(open("client_id").statusCode()).isEqualTo(400);
        assertThat(open("redirect_uri").statusCode()).isEqualTo(400);
    }

    private Form authorize(String without) throws Exception {
        return callback(open(without));
    }

    private static Form callback(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(302);
        String location = response.headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith(REDIRECT + "?");
        return Form.of(URI.create(location).getRawQuery());
    }

    private HttpResponse<String> open(String without) throws Exception {
        URI uri = URI.create(simulator.baseUrl() + "/acme/oauth/authorize?" + request(without));
        return HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    private static String request(String without) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
        String challenge = Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        String all = "response_type=code&client_id=hackajob&redirect_uri=" + Form.encoded(REDIRECT)
                + "&scope=all&state=the+state&code_challenge=" + challenge + "&code_challenge_method=S256";
        return without.isEmpty() ? all : all.replaceFirst("(^|&)" + without + "=[^&]*", "$1x=y");
    }

    private Caller.Answer trade(String code, String verifier) {
        return token("hackajob:s3cret", codeForm(code, verifier));
    }

    private static String codeForm(String code, String verifier) {
        return "grant_type=authorization_code&code=" + code + "&code_verifier=" + verifier + "&redirect_uri="
                + Form.encoded(REDIRECT);
    }

    private Caller.Answer refresh(Caller.Answer tokens) {
        return token("hackajob:s3cret", "grant_type=refresh_token&refresh_token=" + tokens.at("/refresh_token"));
    }

    private Caller.Answer token(String basic, String body) {
        Caller form = keyless.with("Content-Type", "application/x-www-form-urlencoded");
        Caller client = basic.isEmpty()
                ? form
                : form.with(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)));
        return client.post("/oauth/token", body);
    }

    private Caller bearer(Caller.Answer tokens) {
        return keyless.with("Authorization", "Bearer " + tokens.at("/access_token"));
    }
}
