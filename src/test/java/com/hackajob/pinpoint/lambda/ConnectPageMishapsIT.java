package com.hackajob.pinpoint.lambda;

import static com.hackajob.pinpoint.lambda.ChromiumSetting.desktop;
import static com.hackajob.pinpoint.lambda.ConnectDesk.KEYS_ONLY;
import static com.hackajob.pinpoint.lambda.ConnectDesk.returning;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.SecretToken;
import com.hackajob.pinpoint.local.pinpoint.Fault;
import com.hackajob.pinpoint.local.pinpoint.Permission;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What an administrator sees on the connect page when it does not work, and that it can be put right from there. */
@NeedsChromium
class ConnectPageMishapsIT {

    private static Chromium browser;

    private final Scene scene = ConnectDesk.aCompany();
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
        visit = ConnectVisit.start(browser.anew(desktop()), KEYS_ONLY);
    }

    @Test
    void a_wrong_key_is_asked_for_again_and_the_address_stays() {
        submit(scene.company, "not-a-key");

        assertThat(visit.code()).isEqualTo("credential_rejected");
        assertThat(visit.title()).startsWith("Problem: ");
        assertThat(visit.isOnTheProblem()).isTrue();
        assertThat(visit.wrongField()).contains("API key");
        assertThat(visit.value("Pinpoint address")).isEqualTo(scene.company);
        assertThat(visit.value("API key")).isEmpty();
        visit.looks("wrong-key");
        succeeds();
    }

    @Test
    void each_permission_is_shown_with_exactly_what_to_tick() {
        submit(scene.company, scene.tenant.createKey("weak", Set.of(Permission.JOB_READ)));

        assertThat(visit.code()).isEqualTo("permission_missing");
        assertThat(visit.isOnTheProblem()).isTrue();
        assertThat(visit.texts(".ticks li p:first-child"))
                .containsExactly("Job: Read Works", "Application: Read Missing", "Application: Write Not known yet");
        assertThat(visit.texts(".ticks .missing .hint"))
                .containsExactly("In Pinpoint, tick Application: Read for the API key.");
        visit.looks("missing-permission");
        succeeds();
    }

    @Test
    void an_account_whose_api_is_off_says_where_to_switch_it_on() {
        scene.tenant.apiEnabled(false);
        submit(scene.company, scene.key());

        assertThat(visit.code()).isEqualTo("api_disabled");
        assertThat(visit.text("#problem")).contains("Settings > API & Webhooks");
        visit.looks("api-off");
        scene.tenant.apiEnabled(true);
        succeeds();
    }

    @Test
    void an_unknown_account_leads_to_its_field() {
        submit("nobody-here", scene.key());

        assertThat(visit.code()).isEqualTo("subdomain_unknown");
        assertThat(visit.wrongField()).contains("Pinpoint address");
        assertThat(visit.value("Pinpoint address")).isEqualTo("nobody-here");
        visit.looks("unknown-account").fill("Pinpoint address", scene.company);
        succeeds();
    }

    @Test
    void what_cannot_be_an_account_is_told_in_plain_words() {
        submit("north wind", scene.key());

        assertThat(visit.code()).isEqualTo("invalid_request");
        assertThat(visit.text("#problem")).contains("This is not a Pinpoint address.", "letters, digits and hyphens");
        assertThat(visit.wrongField()).contains("Pinpoint address");
        visit.looks("not-an-account").fill("Pinpoint address", scene.company);
        succeeds();
    }

    @Test
    void what_cannot_be_a_signing_secret_is_told_in_plain_words() {
        submit(scene.company, scene.key());
        visit.fillSecret("Signing secret", "two words").press("Save the signing secret");

        assertThat(visit.code()).isEqualTo("invalid_request");
        assertThat(visit.wrongField()).contains("Signing secret");
        assertThat(visit.value("Signing secret")).isEmpty();
        visit.looks("not-a-signing-secret");
    }

    @Test
    void another_account_is_only_connected_once_that_is_confirmed() {
        submit(scene.company, scene.key());
        Scene other = ConnectDesk.aCompany();
        submit(other.company, other.key());

        assertThat(visit.code()).isEqualTo("already_connected");
        assertThat(visit.wrongField()).contains("Connect a different Pinpoint account instead of " + scene.company);
        visit.looks("another-account");

        visit.tick("Connect a different Pinpoint account")
                .fillSecret("API key", other.key())
                .press("Check and connect");
        assertThat(visit.text("h1")).isEqualTo("Northwind's Pinpoint account " + other.company + " is connected");
    }

    @Test
    void a_silent_pinpoint_leaves_the_link_good() {
        scene.tenant.faults().next(1, "GET", "/api/v1/jobs*", new Fault.BadGateway());
        submit(scene.company, scene.key());

        assertThat(visit.code()).isEqualTo("pinpoint_unavailable");
        assertThat(visit.text("#problem")).contains("Pinpoint did not answer.", "this link still works");
        visit.looks("pinpoint-silent");
        succeeds();
    }

    @Test
    void a_link_that_has_expired_says_whom_to_ask() {
        String link = scene.session();
        expire(link);

        visit.open(link);

        assertThat(visit.step() + " " + visit.code()).isEqualTo("end session_expired");
        assertThat(visit.text("h1")).isEqualTo("This link no longer works");
        assertThat(visit.text("main")).contains("a Master Account user makes it on hackajob");
        visit.looks("link-no-longer-works");
    }

    @Test
    void a_link_that_was_used_does_not_come_back_with_the_back_button() {
        submit(scene.company, scene.key());

        visit.back();

        Scene.await(() -> visit.code().equals("session_expired") ? visit : null);
        assertThat(visit.text("main")).contains("If you have just connected Pinpoint with it, there is nothing more");
        visit.keepsQuiet();
    }

    @Test
    void a_link_that_was_taken_back_while_somebody_typed_is_refused() {
        String link = scene.session();
        visit.open(link);
        scene.asMaster("DELETE /v1/connection/sessions/{id}", new SecretToken(link).hash())
                .send();
        visit.fill("Pinpoint address", scene.company)
                .fillSecret("API key", scene.key())
                .press("Check and connect");

        assertThat(visit.code()).isEqualTo("session_expired");
        visit.looks("link-taken-back");
    }

    @Test
    void a_connection_that_was_ended_in_the_meantime_is_told() {
        submit(scene.company, scene.key());
        scene.asMaster("DELETE /v1/connection").send();
        visit.fillSecret("Signing secret", "secret-of-nobody").press("Save the signing secret");

        assertThat(visit.text("h1")).isEqualTo("The connection was ended in the meantime");
        visit.looks("ended-in-the-meantime");
    }

    private void submit(String account, String key) {
        visit.open(scene.session(returning(KEYS_ONLY)))
                .fill("Pinpoint address", account)
                .fillSecret("API key", key)
                .press("Check and connect");
    }

    /** With the same link, and a good key. */
    private void succeeds() {
        visit.fillSecret("API key", scene.key()).press("Check and connect");
        assertThat(visit.step()).isEqualTo("webhook");
    }

    private static void expire(String link) {
        var dynamodb = KEYS_ONLY.dynamodb();
        dynamodb.updateItem(
                update -> update.tableName(dynamodb.listTables().tableNames().getFirst())
                        .key(Map.of(
                                "PK", AttributeValue.fromS("CONNECT#" + new SecretToken(link).hash()),
                                "SK", AttributeValue.fromS("SESSION")))
                        .updateExpression("SET expiresAt = :past")
                        .expressionAttributeValues(Map.of(":past", AttributeValue.fromN("1"))));
    }
}
