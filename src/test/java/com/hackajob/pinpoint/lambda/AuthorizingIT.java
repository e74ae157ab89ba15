package com.hackajob.pinpoint.lambda;

import static com.hackajob.pinpoint.lambda.Scene.CLOUD;
import static com.hackajob.pinpoint.lambda.Scene.aCompany;
import static com.hackajob.pinpoint.lambda.Scene.call;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Connecting by OAuth, against the simulator's authorization server. */
class AuthorizingIT {

    @AfterEach
    void everybody_consents_again() {
        Scene.OAUTH.consent(Consent.APPROVE);
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
