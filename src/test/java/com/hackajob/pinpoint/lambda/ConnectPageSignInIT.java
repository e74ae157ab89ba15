package com.hackajob.pinpoint.lambda;

import static com.hackajob.pinpoint.lambda.ChromiumSetting.desktop;
import static com.hackajob.pinpoint.lambda.ConnectDesk.returning;
import static com.hackajob.pinpoint.lambda.Scene.CLOUD;
import static com.hackajob.pinpoint.lambda.Scene.aCompany;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.local.pinpoint.OAuth.Consent;
import com.hackajob.pinpoint.local.pinpoint.Permission;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An administrator connects by signing in to Pinpoint, in a real browser. */
@NeedsChromium
class ConnectPageSignInIT {

    private static Chromium browser;

    private final Scene scene = aCompany();
    private ConnectVisit visit;

    @BeforeAll
    static void start() {
        browser = Chromium.start(desktop());
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @BeforeEach
    void visit() {
        visit = ConnectVisit.start(browser.anew(desktop()), CLOUD);
        Scene.OAUTH.consent(Consent.ASK);
    }

    @AfterEach
    void everybody_consents_again_to_everything() {
        Scene.OAUTH.consent(Consent.APPROVE).permissions(Permission.all());
    }

    @Test
    void an_administrator_approves_hackajob_and_copies_no_key() {
        visit.open(scene.session(returning(CLOUD))).looks("sign-in");
        signIn(scene).press("Authorise");

        assertThat(visit.step()).isEqualTo("webhook");
        assertThat(visit.cookie("__Host-connect")).isEmpty();
        visit.looks("sign-in-webhook");
        visit.press("Finish and return to hackajob");
        assertThat(connection(scene)).isEqualTo("active oauth " + scene.company);
    }

    @Test
    void whoever_declines_is_told_kindly_and_can_change_their_mind() {
        visit.open(scene.session(returning(CLOUD)));
        signIn(scene).press("Deny");

        assertThat(visit.step() + " " + visit.code()).isEqualTo("end oauth_refused");
        assertThat(visit.text("h1")).isEqualTo("You did not approve hackajob in Pinpoint");
        assertThat(visit.text("main")).contains("Nothing was connected and nothing was changed.");
        visit.looks("sign-in-declined");

        visit.press("Try again");
        signIn(scene).press("Authorise");
        assertThat(visit.step()).isEqualTo("webhook");
    }

    @Test
    void another_account_is_only_connected_once_that_is_confirmed() {
        scene.connect();
        Scene other = aCompany();
        visit.open(scene.session());
        signIn(other).press("Authorise");

        assertThat(visit.code()).isEqualTo("already_connected");
        assertThat(visit.value("Pinpoint address")).isEqualTo(other.company);
        assertThat(visit.wrongField()).contains("Connect a different Pinpoint account instead of " + scene.company);
        visit.looks("sign-in-another-account");

        visit.tick("Connect a different Pinpoint account");
        visit.press("Sign in to Pinpoint").press("Authorise");
        assertThat(connection(scene)).isEqualTo("active oauth " + other.company);
    }

    @Test
    void what_pinpoint_did_not_allow_is_shown() {
        Scene.OAUTH.permissions(Set.of(Permission.JOB_READ));
        visit.open(scene.session());
        signIn(scene).press("Authorise");

        assertThat(visit.code()).isEqualTo("permission_missing");
        assertThat(visit.texts(".ticks .missing p"))
                .containsExactly("Application: Read Missing", "Pinpoint did not allow this.");
        visit.looks("sign-in-not-allowed");
    }

    @Test
    void an_answer_in_another_browser_is_refused_and_explained() {
        visit.open(scene.session());
        signIn(scene);
        browser.anew(desktop());
        visit.press("Authorise");

        assertThat(visit.text("h1")).isEqualTo("Please go on in the browser you began in");
        visit.looks("sign-in-other-browser");
    }

    @Test
    void what_cannot_be_an_account_stays_in_the_form_for_signing_in() {
        visit.open(scene.session());
        visit.fill("Pinpoint address", "north wind").press("Sign in to Pinpoint");

        assertThat(visit.code()).isEqualTo("invalid_request");
        assertThat(visit.isOnTheProblem()).isTrue();
        visit.looks("sign-in-not-an-account");
    }

    @Test
    void a_key_still_does_where_somebody_has_one() {
        visit.open(scene.session());
        visit.unfold("Use an API key instead").looks("sign-in-or-key");
        visit.fillIn("subdomain", scene.company)
                .fillSecret("API key", "key-of-nobody")
                .press("Check and connect");

        assertThat(visit.code()).isEqualTo("credential_rejected");
        assertThat(visit.wrongField()).contains("API key");
        visit.looks("sign-in-or-wrong-key");
        visit.fillSecret("API key", scene.key()).press("Check and connect");
        assertThat(connection(scene)).isEqualTo("active api_key " + scene.company);
    }

    private ConnectVisit signIn(Scene account) {
        return visit.fill("Pinpoint address", account.company).press("Sign in to Pinpoint");
    }

    private static String connection(Scene scene) {
        var connection = scene.asMember("GET /v1/connection").send().json();
        return connection.path("state").asText()
                + " " + connection.path("credential").asText()
                + " " + connection.path("subdomain").asText();
    }
}
