package com.hackajob.pinpoint.lambda;

import static com.hackajob.pinpoint.lambda.Scene.CLOUD;
import static com.hackajob.pinpoint.lambda.Scene.aCompany;
import static com.hackajob.pinpoint.lambda.Scene.aConnectedCompany;
import static com.hackajob.pinpoint.lambda.Scene.call;
import static com.hackajob.pinpoint.lambda.Scene.submit;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hackajob.pinpoint.SecretToken;
import com.hackajob.pinpoint.local.ApiClient.Reply;
import com.hackajob.pinpoint.local.pinpoint.Fault;
import com.hackajob.pinpoint.local.pinpoint.Permission;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** Connecting with an API key, through real function processes. */
class ConnectingIT {

    @AfterEach
    void pinpoint_was_only_asked_what_it_documents() {
        assertThat(CLOUD.pinpoint().violations()).isEmpty();
    }

    @Test
    void an_administrator_connects_the_account_with_the_link_that_a_master_user_started() {
        Scene scene = aCompany();
        assertThat(state(scene)).isEqualTo("none");
        String key = scene.key();

        Reply connected = submit(scene.session(), scene.company, key);

        assertThat(connected.status()).isEqualTo(303);
        JsonNode connection = scene.asMember("GET /v1/connection").send().json();
        assertThat(connection.path("state").asText()).isEqualTo("active");
        assertThat(connection.path("subdomain").asText()).isEqualTo(scene.company);
        assertThat(connection.path("credential").asText()).isEqualTo("api_key");
        assertThat(connection.path("permissions"))
                .hasToString("[{\"name\":\"Job: Read\",\"state\":\"ok\"},"
                        + "{\"name\":\"Application: Read\",\"state\":\"ok\"},"
                        + "{\"name\":\"Application: Write\",\"state\":\"unknown\"}]");
        assertThat(connection.path("settings"))
                .hasToString("{\"channel\":\"job_board\",\"channelSource\":\"hackajob\",\"notifyCandidate\":false}");
        assertThat(connection.path("waiting").asInt()).isZero();
        assertThat(secret(scene)).contains(key);
    }

    @Test
    void no_answer_and_no_row_ever_holds_the_key() {
        Scene scene = aCompany();
        String key = scene.key();
        Reply connected = submit(scene.session(), scene.company, key);

        assertThat(connected.response().body()).doesNotContain(key);
        assertThat(CLOUD.dynamodb()
                        .scan(scan -> scan.tableName(table()))
                        .items()
                        .toString())
                .doesNotContain(key);
    }

    @Test
    void a_link_works_once() {
        Scene scene = aCompany();
        String session = scene.session();
        submit(session, scene.company, scene.key());

        assertThat(submit(session, scene.company, scene.key()).problem()).isEqualTo("410 session_expired");
    }

    @Test
    void an_unknown_link_is_refused() {
        Scene scene = aCompany();

        assertThat(submit("A".repeat(43), scene.company, scene.key()).problem()).isEqualTo("410 session_expired");
    }

    @Test
    void an_expired_link_is_refused_although_its_row_is_still_there() {
        Scene scene = aCompany();
        String session = scene.session();
        CLOUD.dynamodb().updateItem(update -> update.tableName(table())
                .key(Map.of(
                        "PK", AttributeValue.fromS("CONNECT#" + new SecretToken(session).hash()),
                        "SK", AttributeValue.fromS("SESSION")))
                .updateExpression("SET expiresAt = :past")
                .expressionAttributeValues(Map.of(":past", AttributeValue.fromN("1"))));

        assertThat(submit(session, scene.company, scene.key()).problem()).isEqualTo("410 session_expired");
    }

    @Test
    void a_wrong_key_is_named_and_nothing_is_written_and_the_link_still_works() {
        Scene scene = aCompany();
        String session = scene.session();

        Reply refused = submit(session, scene.company, "not-a-key");

        assertThat(refused.problem()).isEqualTo("422 credential_rejected");
        assertThat(refused.header("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(refused.response().body()).contains("creates a new API key").doesNotContain("not-a-key");
        assertThat(state(scene)).isEqualTo("none");
        assertThat(hasSecret(scene)).isFalse();
        assertThat(submit(session, scene.company, scene.key()).status()).isEqualTo(303);
    }

    @Test
    void an_account_whose_api_is_off_is_named() {
        Scene scene = aCompany();
        scene.tenant.apiEnabled(false);

        assertThat(submit(scene.session(), scene.company, scene.key()).problem())
                .isEqualTo("422 api_disabled");
        assertThat(hasSecret(scene)).isFalse();
    }

    @Test
    void an_unknown_subdomain_is_named() {
        Scene scene = aCompany();

        assertThat(submit(scene.session(), "nobody-here", scene.key()).problem())
                .isEqualTo("422 subdomain_unknown");
        assertThat(hasSecret(scene)).isFalse();
    }

    @Test
    void a_key_without_a_permission_is_named() {
        Scene scene = aCompany();
        String key = scene.tenant.createKey("weak", Set.of(Permission.JOB_READ));

        assertThat(submit(scene.session(), scene.company, key).problem()).isEqualTo("422 permission_missing");
        assertThat(hasSecret(scene)).isFalse();
    }

    @Test
    void a_silent_pinpoint_is_an_outage_and_nothing_is_written() {
        Scene scene = aCompany();
        scene.tenant.faults().next(1, "GET", "/api/v1/jobs*", new Fault.BadGateway());

        assertThat(submit(scene.session(), scene.company, scene.key()).problem())
                .isEqualTo("503 pinpoint_unavailable");
        assertThat(hasSecret(scene)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example/",
                "acme.pinpointhq.com@evil.example",
                "-acme",
                "a b",
                "",
                "acme#",
                "acme?x=",
                "{subdomain}"
            })
    void what_cannot_be_a_subdomain_never_becomes_an_address(String subdomain) {
        Scene scene = aCompany();
        String session = scene.session();
        CLOUD.pinpoint().forgetRequests();

        Reply refused = submit(session, subdomain, "key");

        assertThat(refused.problem()).isEqualTo("400 invalid_request");
        assertThat(refused.response().body()).contains("aria-invalid");
        assertThat(CLOUD.pinpoint().requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "%",
                "subdomain=acme",
                "apiKey=key",
                "subdomain=a&subdomain=b&apiKey=c",
                "subdomain=%zz&apiKey=k",
                "action=unknown",
                "{\"subdomain\": \"acme\", \"apiKey\": \"key\"}"
            })
    void a_malformed_body_is_named_as_such(String body) {
        String session = aCompany().session();

        Reply refused = call("POST /connect/{session}", session)
                .body(body)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .send();

        assertThat(refused.problem()).isEqualTo("400 invalid_request");
    }

    @Test
    void a_key_that_could_smuggle_a_header_is_refused() {
        Scene scene = aCompany();

        assertThat(submit(scene.session(), scene.company, "key\r\nX-Other: 1").problem())
                .isEqualTo("400 invalid_request");
    }

    @Test
    void another_account_needs_to_be_confirmed() {
        Scene scene = aConnectedCompany();
        Scene other = aCompany();
        String session = scene.session();

        assertThat(submit(session, other.company, other.key()).problem()).isEqualTo("409 already_connected");

        assertThat(call("POST /connect/{session}", session)
                        .form("subdomain", other.company, "apiKey", other.key(), "confirm", "true")
                        .send()
                        .status())
                .isEqualTo(303);
    }

    @Test
    void a_new_key_replaces_the_old_one_at_once() {
        Scene scene = aConnectedCompany();
        String newKey = scene.key();
        submit(scene.session(), scene.company, newKey);

        assertThat(scene.asMember("GET /v1/pinpoint/jobs").send().status()).isEqualTo(200);
        assertThat(secret(scene)).contains(newKey);
    }

    @Test
    void only_a_master_user_starts_a_connection() {
        Scene scene = aCompany();

        Reply refused = scene.asMember("POST /v1/connection/sessions").send();

        assertThat(refused.problem()).isEqualTo("403 not_master");
        assertThat(scene.asMember("GET /v1/connection").send().json().path("canConnect"))
                .hasToString("{\"allowed\":false,\"code\":\"not_master\","
                        + "\"remedy\":\"Ask one of your company's Master Account users: Grace Hopper.\"}");
    }

    @Test
    void without_a_token_nothing_is_told() {
        assertThat(Contract.published().routesForUsers())
                .contains("GET /v1/connection")
                .allSatisfy(
                        route -> assertThat(call(route, "1").send().status()).isEqualTo(401));
    }

    @Test
    void another_company_sees_nothing_of_it() {
        aConnectedCompany();

        assertThat(state(aCompany())).isEqualTo("none");
    }

    @Test
    void a_route_that_is_not_there_answers_404() {
        assertThat(aCompany().asMember("GET /v1/nothing").send().status()).isEqualTo(404);
    }

    private static String state(Scene scene) {
        return scene.asMember("GET /v1/connection").send().json().path("state").asText();
    }

    private static String secret(Scene scene) {
        return CLOUD.secretsManager()
                .getSecretValue(get -> get.secretId("pinpoint/" + scene.company))
                .secretString();
    }

    private static boolean hasSecret(Scene scene) {
        try {
            return !secret(scene).isEmpty();
        } catch (ResourceNotFoundException none) {
            return false;
        }
    }

    private static String table() {
        return CLOUD.dynamodb().listTables().tableNames().getFirst();
    }
}
