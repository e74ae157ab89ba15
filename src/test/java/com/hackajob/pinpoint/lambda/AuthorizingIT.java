package com.hackajob.pinpoint.lambda;

import static com.hackajob.pinpoint.lambda.Scene.CLOUD;
import static com.hackajob.pinpoint.lambda.Scene.aCompany;
import static com.hackajob.pinpoint.lambda.Scene.call;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hackajob.pinpoint.local.ApiClient.Call;
import com.hackajob.pinpoint.local.ApiClient.Reply;
import com.hackajob.pinpoint.local.pinpoint.OAuth.Consent;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Connecting by OAuth, against the simulator's authorization server. */
class AuthorizingIT {

    @AfterEach
    void everybody_consents_again() {
        Scene.OAUTH.consent(Consent.APPROVE).accessTokenLifetime(Duration.ofHours(1));
    }

    @Test
    void an_administrator_authorises_hackajob_and_the_tokens_open_the_account() throws Exception {
        Scene scene = aCompany();
        Browser browser = Browser.start(scene);

        Reply connected = browser.callback().send();

        assertThat(connected.status()).isEqualTo(303);
        assertThat(scene.asMember("GET /v1/connection")
                        .send()
                        .json()
                        .path("credential")
                        .asText())
                .isEqualTo("oauth");
        assertThat(scene.asMember("GET /v1/pinpoint/jobs").send().json().path("jobs"))
                .hasSize(1);
    }

    @Test
    void tokens_that_end_are_renewed_and_each_refresh_token_is_used_once() throws Exception {
        Scene.OAUTH.accessTokenLifetime(Duration.ofSeconds(30)); // shorter than the margin: renewed before each use
        Scene scene = aCompany();
        Browser.start(scene).callback().send();
        String first = secret(scene);

        for (int call = 0; call < 3; call++) {
            assertThat(scene.asMember("GET /v1/pinpoint/jobs").send().status()).isEqualTo(200);
        }

        assertThat(secret(scene)).isNotEqualTo(first);
        assertThat(scene.asMaster("POST /v1/connection/check")
                        .send()
                        .json()
                        .path("state")
                        .asText())
                .isEqualTo("active");
    }

    @Test
    void whoever_maps_a_job_renews_them_too() throws Exception {
        Scene.OAUTH.accessTokenLifetime(Duration.ofSeconds(30));
        Scene scene = aCompany();
        Browser.start(scene).callback().send();
        String first = secret(scene);

        assertThat(scene.putMapping(scene.mappingOn("Phone screen")).send().status())
                .isEqualTo(200);

        assertThat(secret(scene)).isNotEqualTo(first);
    }

    @Test
    void an_authorization_that_was_taken_back_needs_attention() throws Exception {
        Scene scene = aCompany();
        Browser.start(scene).callback().send();
        Scene.OAUTH.revoke(scene.company);

        JsonNode checked = scene.asMaster("POST /v1/connection/check").send().json();

        assertThat(checked.path("state").asText()).isEqualTo("attention");
        assertThat(checked.at("/attention/code").asText()).isEqualTo("credential_rejected");
    }

    @Test
    void no_token_is_in_any_log_or_row() throws Exception {
        Scene scene = aCompany();
        Browser browser = Browser.start(scene);
        browser.callback().send();
        JsonNode kept = new ObjectMapper().readTree(secret(scene));
        List<String> secrets = List.of(
                kept.path("accessToken").asText(),
                kept.path("refreshToken").asText(),
                browser.answer.get("code"),
                browser.answer.get("state"),
                browser.cookie.split("=", 2)[1].split("\\.")[0]);

        String table = CLOUD.dynamodb().listTables().tableNames().getFirst();
        String rows =
                CLOUD.dynamodb().scan(scan -> scan.tableName(table)).items().toString();
        assertThat(secrets).noneMatch(rows::contains);
        try (var logs = Files.list(Path.of("target/local/logs"))) {
            for (Path log : logs.toList()) {
                assertThat(secrets).noneMatch(Files.readString(log)::contains);
            }
        }
    }

    private static String secret(Scene scene) {
        return CLOUD.secretsManager()
                .getSecretValue(get -> get.secretId("pinpoint/" + scene.company))
                .secretString();
    }

    @Test
    void the_browser_is_sent_with_a_challenge_and_keeps_a_cookie_that_scripts_and_other_hosts_cannot_see() {
        Scene scene = aCompany();
        Reply start = Browser.open(scene);

        Map<String, String> query = query(URI.create(start.header("Location").orElseThrow()));
        assertThat(query)
                .containsEntry("response_type", "code")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("client_id", "hackajob")
                .containsEntry("redirect_uri", CLOUD.gateway() + "/oauth/callback")
                .containsKeys("state", "code_challenge");
        assertThat(start.header("Set-Cookie").orElseThrow())
                .startsWith("__Host-connect=")
                .contains("; Path=/;")
                .contains("; Secure;")
                .contains("; HttpOnly;")
                .contains("SameSite=Lax");
    }

    @Test
    void a_state_works_once() throws Exception {
        Browser browser = Browser.start(aCompany());
        browser.callback().send();

        assertThat(browser.callback().send().problem()).isEqualTo("410 session_expired");
    }

    @Test
    void a_callback_in_another_browser_is_refused() throws Exception {
        Browser browser = Browser.start(aCompany());

        assertThat(browser.callbackWithoutCookie().problem()).isEqualTo("400 oauth_refused");
    }

    @Test
    void a_callback_of_another_issuer_is_refused() throws Exception {
        Browser browser = Browser.start(aCompany());

        Reply refused = call("GET /oauth/callback")
                .query("code", browser.answer.get("code"))
                .query("state", browser.answer.get("state"))
                .query("iss", "https://evil.example")
                .header("Cookie", browser.cookie)
                .send();

        assertThat(refused.problem()).isEqualTo("400 oauth_refused");
    }

    @Test
    void a_refusal_is_told_and_the_link_still_works() throws Exception {
        Scene scene = aCompany();
        String session = scene.session();
        Scene.OAUTH.consent(Consent.DENY);

        Reply refused = Browser.start(scene, session).callback().send();

        assertThat(refused.problem()).isEqualTo("400 oauth_refused");
        Scene.OAUTH.consent(Consent.APPROVE);
        assertThat(Browser.start(scene, session).callback().send().status()).isEqualTo(303);
    }

    @Test
    void an_unknown_link_starts_nothing() {
        Scene scene = aCompany();

        assertThat(call("GET /connect/{session}/oauth", "B".repeat(43))
                        .query("subdomain", scene.company)
                        .send()
                        .problem())
                .isEqualTo("410 session_expired");
    }

    private static Map<String, String> query(URI address) {
        return Stream.of(address.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    /** A browser that was sent to Pinpoint and back. */
    private record Browser(String cookie, Map<String, String> answer) {

        static Browser start(Scene scene) throws IOException, InterruptedException {
            return start(scene, scene.session());
        }

        static Browser start(Scene scene, String session) throws IOException, InterruptedException {
            Reply start = open(scene, session);
            String cookie = start.header("Set-Cookie").orElseThrow().split(";", 2)[0];
            return new Browser(cookie, query(consent(start.header("Location").orElseThrow())));
        }

        static Reply open(Scene scene) {
            return open(scene, scene.session());
        }

        private static Reply open(Scene scene, String session) {
            return call("GET /connect/{session}/oauth", session)
                    .query("subdomain", scene.company)
                    .send();
        }

        private static URI consent(String address) throws IOException, InterruptedException {
            try (HttpClient http = HttpClient.newHttpClient()) {
                var answer =
                        http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding());
                return URI.create(answer.headers().firstValue("Location").orElseThrow());
            }
        }

        Call callback() {
            return withAnswer().header("Cookie", cookie);
        }

        Reply callbackWithoutCookie() {
            return withAnswer().send();
        }

        private Call withAnswer() {
            Call call = call("GET /oauth/callback");
            answer.forEach(call::query);
            return call;
        }
    }
}
