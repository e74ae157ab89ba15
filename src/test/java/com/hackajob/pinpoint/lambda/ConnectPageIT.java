package com.hackajob.pinpoint.lambda;

import static com.hackajob.pinpoint.lambda.ChromiumSetting.desktop;
import static com.hackajob.pinpoint.lambda.ChromiumSetting.phone;
import static com.hackajob.pinpoint.lambda.ConnectDesk.KEYS_ONLY;
import static com.hackajob.pinpoint.lambda.ConnectDesk.returnUrl;
import static com.hackajob.pinpoint.lambda.ConnectDesk.returning;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.local.ApiClient.Reply;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An administrator connects with an API key on the hosted page, in a real browser and with real function processes. */
@NeedsChromium
class ConnectPageIT {

    private static final Set<String> EVENTS = Set.of("application_stage_changed", "application_hired", "job_updated");

    private static Chromium browser;

    private final Scene scene = ConnectDesk.aCompany();

    ConnectPageIT() {
        // Long enough for a function that starts: a retry would only start another one.
        scene.tenant.webhooks().timeout(Duration.ofMinutes(1));
    }

    @BeforeAll
    static void start() {
        browser = Chromium.start(desktop());
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @AfterEach
    void pinpoint_was_only_asked_what_it_documents() {
        assertThat(KEYS_ONLY.pinpoint().violations()).isEmpty();
    }

    @Test
    void an_administrator_connects_and_hackajob_gets_a_code_that_counts_once() {
        ConnectVisit visit = visit(desktop()).open(scene.session(returning(KEYS_ONLY)));
        assertThat(visit.text("[aria-label='Who asked for this']"))
                .startsWith("Grace Hopper asked you to connect Northwind's Pinpoint account to hackajob.");
        visit.looks("account");

        visit.fill("Pinpoint address", scene.company)
                .fillSecret("API key", scene.key())
                .press("Check and connect");
        assertThat(visit.step()).isEqualTo("webhook");
        assertThat(visit.texts(".ticks li p:first-child"))
                .containsExactly("Job: Read Works", "Application: Read Works", "Application: Write Not known yet");
        assertThat(visit.text("#webhook-status")).contains("Waiting for the signing secret");
        visit.looks("webhook");

        URI address = visit.webhookAddress();
        visit.fillSecret("Signing secret", scene.tenant.addWebhookEndpoint(address, EVENTS))
                .press("Save the signing secret");
        assertThat(visit.text("#webhook-status")).contains("Waiting for Pinpoint's first message");
        visit.looks("webhook-waiting");

        scene.tenant.webhooks().sendTest(address);
        Scene.await(() -> visit.texts("[data-state=seen]").isEmpty() ? null : visit);
        assertThat(visit.text("#webhook-status")).contains("The webhook works");
        visit.looks("webhook-works");

        visit.press("Finish and return to hackajob").keepsQuiet();
        assertThat(visit.address().toString()).startsWith(returnUrl(KEYS_ONLY) + "?code=");
        String code = visit.address().getQuery().substring("code=".length());
        assertThat(exchange(code).json().path("state").asText()).isEqualTo("active");
        assertThat(exchange(code).problem()).isEqualTo("410 result_expired");
    }

    @Test
    void without_scripts_nothing_is_missing() {
        ConnectVisit visit = visit(desktop().withoutScripts()).open(scene.session(returning(KEYS_ONLY)));
        visit.fill("Pinpoint address", scene.company)
                .fillSecret("API key", scene.key())
                .press("Check and connect");

        URI address = visit.webhookAddress();
        visit.fillSecret("Signing secret", scene.tenant.addWebhookEndpoint(address, EVENTS))
                .press("Save the signing secret");
        scene.tenant.webhooks().sendTest(address);
        Scene.await(() -> visit.press("Check again").texts("[data-state=seen]").isEmpty() ? null : visit);
        visit.looks("webhook-works-without-scripts");

        visit.press("Finish and return to hackajob");
        assertThat(visit.address().toString()).startsWith(returnUrl(KEYS_ONLY) + "?code=");
    }

    @Test
    void the_keyboard_alone_will_do() {
        ConnectVisit visit = visit(desktop()).open(scene.session(returning(KEYS_ONLY)));
        visit.tabTo("Pinpoint address").type(scene.company);
        visit.tabTo("API key").typeSecret("key-of-nobody");
        visit.tabTo("Check and connect").enter();
        assertThat(visit.isOnTheProblem()).isTrue();

        visit.tabTo("Go to the API key").enterInPage();
        assertThat(visit.focused()).isEqualTo("API key");
        visit.typeSecret(scene.key());
        visit.tabTo("Show the API key").enterInPage();
        assertThat(visit.focused()).isEqualTo("Hide the API key");
        visit.tabTo("Check and connect").enter();
        assertThat(visit.step()).isEqualTo("webhook");

        String secret = scene.tenant.addWebhookEndpoint(visit.webhookAddress(), EVENTS);
        visit.tabTo("Signing secret").typeSecret(secret).enter();
        visit.tabTo("Finish and return to hackajob").enter().keepsQuiet();
        assertThat(visit.address().toString()).startsWith(returnUrl(KEYS_ONLY) + "?code=");
    }

    @Test
    void a_narrow_screen_shows_all_of_it_without_scrolling_sideways() {
        walk(visit(phone()), "narrow");
    }

    @Test
    void at_night_it_is_dark_and_can_be_read() {
        walk(visit(desktop().dark()), "dark");
    }

    private void walk(ConnectVisit visit, String look) {
        visit.open(scene.session("{\"shareable\": true}")).looks("account-shareable-" + look);
        visit.fill("Pinpoint address", scene.company)
                .fillSecret("API key", scene.key() + "x")
                .press("Check and connect")
                .looks("account-wrong-key-" + look);
        visit.fillSecret("API key", scene.key()).press("Check and connect").looks("webhook-" + look);
        visit.press("Finish").looks("done-" + look);
    }

    @Test
    void a_link_that_can_be_passed_on_warns_of_strangers_and_ends_on_the_page() {
        ConnectVisit visit = visit(desktop()).open(scene.session("{\"shareable\": true}"));
        assertThat(visit.text(".caution h2")).isEqualTo("Do you know who sent you this link?");
        assertThat(visit.text()).doesNotContain("Go back to hackajob");
        visit.looks("account-shareable");

        visit.fill("Pinpoint address", scene.company)
                .fillSecret("API key", scene.key())
                .press("Check and connect");
        assertThat(visit.text(".caution")).contains("delete hackajob's access in Pinpoint now");
        visit.looks("webhook-shareable").press("Finish");
        assertThat(visit.title()).isEqualTo("All done - hackajob and Pinpoint");
        visit.looks("done");
    }

    @Test
    void whoever_would_rather_not_goes_back_to_hackajob() {
        ConnectVisit visit = visit(desktop()).open(scene.session(returning(KEYS_ONLY)));

        visit.press("Go back to hackajob without connecting");

        assertThat(visit.address()).hasToString(returnUrl(KEYS_ONLY));
    }

    @Test
    void the_login_address_can_be_pasted_as_it_is() {
        ConnectVisit visit = visit(desktop()).open(scene.session());
        visit.fill("Pinpoint address", "https://" + scene.company.toUpperCase() + ".pinpointhq.com/users/sign_in ")
                .fillSecret("API key", scene.key())
                .press("Check and connect");

        assertThat(visit.step()).isEqualTo("webhook");
    }

    private ConnectVisit visit(ChromiumSetting setting) {
        return ConnectVisit.start(browser.anew(setting), KEYS_ONLY);
    }

    private Reply exchange(String code) {
        return scene.asMaster("POST /v1/connection/results")
                .body("{\"code\": \"" + code + "\"}")
                .send();
    }
}
