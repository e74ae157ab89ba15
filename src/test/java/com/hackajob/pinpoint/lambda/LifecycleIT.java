package com.hackajob.pinpoint.lambda;

import static com.hackajob.pinpoint.lambda.Scene.CANDIDATE;
import static com.hackajob.pinpoint.lambda.Scene.CLOUD;
import static com.hackajob.pinpoint.lambda.Scene.aCompany;
import static com.hackajob.pinpoint.lambda.Scene.aConnectedCompany;
import static com.hackajob.pinpoint.lambda.Scene.aMappedCompany;
import static com.hackajob.pinpoint.lambda.Scene.await;
import static com.hackajob.pinpoint.lambda.Scene.call;
import static com.hackajob.pinpoint.lambda.Scene.submit;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hackajob.pinpoint.local.ApiClient.Reply;
import com.hackajob.pinpoint.local.hackajob.Company;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A connection's life after it was made: checked, broken, mended, set, ended; through real function processes. */
class LifecycleIT {

    private static final String RETURN_URL = CLOUD.template().parameter("ReturnUrls");
    private static final String FORM = "POST /connect/{session}";

    @AfterEach
    void pinpoint_was_only_asked_what_it_documents() {
        assertThat(CLOUD.pinpoint().violations()).isEmpty();
    }

    @Test
    void a_company_that_may_not_use_the_integration_is_told_whom_to_ask() {
        Scene scene = aCompany();
        CLOUD.hackajob().put(Company.named(scene.company, "Northwind").disabled());

        Reply refused = scene.asMaster("POST /v1/connection/sessions").send();

        assertThat(refused.problem()).isEqualTo("403 not_enabled");
        assertThat(refused.json().path("remedy").asText())
                .isEqualTo("Ask your hackajob Customer Success Manager to switch it on.");
        assertThat(connection(scene).at("/canConnect/code").asText()).isEqualTo("not_enabled");
    }

    @Test
    void a_master_user_can_connect_until_the_company_is_connected() {
        Scene scene = aCompany();
        assertThat(asMasterSees(scene).path("canConnect")).hasToString("{\"allowed\":true}");

        scene.connect();

        assertThat(asMasterSees(scene).at("/canConnect/code").asText()).isEqualTo("already_connected");
        assertThat(scene.asMaster("POST /v1/connection/sessions").send().problem())
                .isEqualTo("409 already_connected");
    }

    @ParameterizedTest
    @CsvSource({
        "POST /v1/connection/check,",
        "DELETE /v1/connection,",
        "GET /v1/connection/audit,",
        "PUT /v1/connection/settings, {}",
        "POST /v1/connection/results, {}"
    })
    void a_member_may_only_look(String route, String body) {
        Scene scene = aConnectedCompany();
        var call = scene.asMember(route);

        assertThat((body == null ? call : call.body(body)).send().problem()).isEqualTo("403 not_master");
        assertThat(connection(scene).path("state").asText()).isEqualTo("active");
    }

    @Test
    void a_link_can_be_taken_back_by_its_company_alone() {
        Scene scene = aCompany();
        JsonNode session = scene.asMaster("POST /v1/connection/sessions").send().json();
        String link = session.path("url").asText().replaceFirst(".*/", "");
        String id = session.path("id").asText();
        assertThat(page(link).status()).isEqualTo(200);

        String revoke = "DELETE /v1/connection/sessions/{id}";
        assertThat(aCompany().asMaster(revoke, id).send().problem()).isEqualTo("410 session_expired");
        assertThat(scene.asMember(revoke, id).send().problem()).isEqualTo("403 not_master");
        assertThat(scene.asMaster(revoke, "nonsense").send().problem()).isEqualTo("400 invalid_request");
        assertThat(scene.asMaster(revoke, id).send().status()).isEqualTo(204);

        assertThat(page(link).problem()).isEqualTo("410 session_expired");
        assertThat(submit(link, scene.company, scene.key()).problem()).isEqualTo("410 session_expired");
    }

    @Test
    void looking_at_the_page_uses_no_link_up() {
        Scene scene = aCompany();
        String link = scene.session();

        for (int look = 0; look < 5; look++) {
            assertThat(page(link).response().body()).contains("Northwind").contains("Grace Hopper");
        }

        assertThat(submit(link, scene.company, scene.key()).status()).isEqualTo(303);
    }

    @Test
    void every_answer_of_the_page_keeps_the_link_to_itself() {
        Scene scene = aCompany();
        String link = scene.session();

        for (Reply reply : List.of(page(link), page("B".repeat(43)), submit(link, "", ""))) {
            assertThat(reply.header("Cache-Control")).contains("no-store");
            assertThat(reply.header("Referrer-Policy")).contains("no-referrer");
            assertThat(reply.header("Content-Security-Policy").orElseThrow())
                    .startsWith("default-src 'none'")
                    .contains("frame-ancestors 'none'");
        }
    }

    @Test
    void the_browser_comes_back_with_a_code_that_is_exchanged_once_by_whom_it_is_for() {
        Scene scene = aCompany();
        String link = scene.session("{\"returnUrl\": \"" + RETURN_URL + "\"}");
        String next = submit(link, scene.company, scene.key()).nextLink();

        Reply finished = call(FORM, next).form("action", "finish").send();

        assertThat(finished.status()).isEqualTo(303);
        String location = finished.header("Location").orElseThrow();
        assertThat(location).startsWith(RETURN_URL + "?code=");
        String body = "{\"code\": \"" + location.replaceFirst(".*code=", "") + "\"}";
        assertThat(aCompany()
                        .asMaster("POST /v1/connection/results")
                        .body(body)
                        .send()
                        .problem())
                .isEqualTo("410 result_expired");
        Reply exchanged =
                scene.asMaster("POST /v1/connection/results").body(body).send();
        assertThat(exchanged.json().path("state").asText()).isEqualTo("active");
        assertThat(scene.asMaster("POST /v1/connection/results")
                        .body(body)
                        .send()
                        .problem())
                .isEqualTo("410 result_expired");
        assertThat(call(FORM, next).form("action", "finish").send().problem()).isEqualTo("410 session_expired");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example", "javascript:alert(1)", "https://evil.example/\\r\\nSet-Cookie: a=b"})
    void a_browser_is_sent_back_to_registered_addresses_alone(String url) {
        Reply refused = aCompany()
                .asMaster("POST /v1/connection/sessions")
                .body("{\"returnUrl\": \"" + url + "\"}")
                .send();

        assertThat(refused.problem()).isEqualTo("400 invalid_request");
        assertThat(refused.json().path("field").asText()).isEqualTo("returnUrl");
    }

    @ParameterizedTest
    @CsvSource({"POST /v1/connection/sessions, shared", "POST /v1/connection/results, kode"})
    void a_misspelt_wish_is_not_taken_for_none(String route, String misspelt) {
        Reply refused =
                aCompany().asMaster(route).body("{\"" + misspelt + "\": true}").send();

        assertThat(refused.problem()).isEqualTo("400 invalid_request");
        assertThat(refused.json().path("field").asText()).isEqualTo(misspelt);
    }

    @Test
    void a_shared_link_ends_where_it_is() {
        Scene scene = aCompany();
        assertThat(scene.asMaster("POST /v1/connection/sessions")
                        .body("{\"shareable\": true, \"returnUrl\": \"" + RETURN_URL + "\"}")
                        .send()
                        .problem())
                .isEqualTo("400 invalid_request");

        String next = submit(scene.session("{\"shareable\": true}"), scene.company, scene.key())
                .nextLink();

        Reply finished = call(FORM, next).form("action", "finish").send();
        assertThat(finished.status()).isEqualTo(200);
        assertThat(finished.response().body()).contains("All done");
    }

    @Test
    void a_webhook_is_known_by_its_signature_alone() {
        Scene scene = aCompany();
        String next = submit(scene.session(), scene.company, scene.key()).nextLink();
        URI address = URI.create(connection(scene).at("/webhook/address").asText());
        String secret = scene.tenant.addWebhookEndpoint(address, Set.of("application_stage_changed"));
        scene.tenant.webhooks().sendTest(address);
        scene.tenant.webhooks().awaitAttempts(1, Duration.ofSeconds(30));
        assertThat(connection(scene).path("webhook").has("lastSeen")).isFalse();

        Reply stored = call(FORM, next)
                .form("action", "secret", "webhookSecret", secret)
                .send();

        assertThat(stored.status()).isEqualTo(303);
        scene.tenant.webhooks().sendTest(address);
        scene.tenant.webhooks().awaitAttempts(2, Duration.ofSeconds(30));
        await(() -> connection(scene).path("webhook").has("lastSeen") ? true : null);
        assertThat(connection(scene).at("/webhook/secretStored").asBoolean()).isTrue();
        String id = address.getPath().replaceFirst(".*/", "");
        assertThat(call("POST /webhooks/pinpoint/{connectionId}", id)
                        .body("{}")
                        .header("PINPOINT-HMAC-SHA256", "AAAA")
                        .send()
                        .status())
                .isEqualTo(401);
        assertThat(call("POST /webhooks/pinpoint/{connectionId}", "nobody")
                        .body("{}")
                        .send()
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_new_webhook_secret_is_taken_at_once_and_the_old_one_for_a_while() {
        Scene scene = aCompany();
        String next = submit(scene.session(), scene.company, scene.key()).nextLink();
        call(FORM, next)
                .form("action", "secret", "webhookSecret", "first-secret")
                .send();
        String again = scene.session("{\"webhook\": true}");
        assertThat(page(again).response().body()).contains("data-step=\"webhook\"");

        call(FORM, again)
                .form("action", "secret", "webhookSecret", "second-secret")
                .send();

        assertThat(secret(scene)).contains("first-secret").contains("second-secret");
        assertThat(actions(scene)).contains("webhook_secret_replaced");
    }

    @Test
    void a_process_that_did_not_make_the_connection_stores_the_webhook_secret_beside_its_credential() {
        Scene scene = aCompany();
        String next = submit(scene.session(), scene.company, scene.key()).nextLink();
        CLOUD.function("connect").recycle();

        Reply stored = call(FORM, next)
                .form("action", "secret", "webhookSecret", "a-secret")
                .send();

        assertThat(stored.status()).isEqualTo(303);
        assertThat(secret(scene)).contains("a-secret");
        assertThat(scene.asMember("GET /v1/pinpoint/jobs").send().status()).isEqualTo(200);
    }

    @Test
    void a_broken_connection_is_told_candidates_wait_and_then_go_through() {
        Scene scene = aCompany();
        String key = scene.key();
        submit(scene.session(), scene.company, key);
        scene.map();
        scene.tenant.revokeKey(key);
        scene.candidate("c1").candidate("c2").accept("c1", "1");

        assertThat(scene.settled("c1").path("code").asText()).isEqualTo("credential_rejected");

        JsonNode broken = connection(scene);
        assertThat(broken.path("state").asText()).isEqualTo("attention");
        assertThat(broken.at("/attention/code").asText()).isEqualTo("credential_rejected");
        assertThat(broken.path("waiting").asInt()).isEqualTo(1);
        scene.accept("c2", "2");
        assertThat(scene.settled("c2").path("code").asText()).isEqualTo("credential_rejected");
        assertThat(outbox(scene)).containsExactly("CONNECTION_ATTENTION credential_rejected");

        assertThat(submit(scene.session(), scene.company, scene.key()).status()).isEqualTo(303);
        scene.poll();

        await(() -> verified(scene, "c1") && verified(scene, "c2") ? true : null);
        assertThat(connection(scene).path("waiting").asInt()).isZero();
        assertThat(actions(scene)).contains("attention", "credential_replaced");
    }

    @Test
    void a_connection_that_works_again_is_found_by_itself() {
        Scene scene = aMappedCompany();
        scene.tenant.apiEnabled(false);
        scene.poll();
        await(() -> state(scene).equals("attention") ? true : null);

        scene.tenant.apiEnabled(true);
        scene.poll();

        await(() -> state(scene).equals("active") ? true : null);
        assertThat(outbox(scene)).containsExactly("CONNECTION_ATTENTION api_disabled", "CONNECTION_RESTORED ");
        assertThat(actions(scene)).startsWith("restored", "attention");
    }

    @Test
    void the_employer_is_told_by_a_message_of_the_agreed_form() {
        Scene scene = aConnectedCompany();
        scene.tenant.apiEnabled(false);
        scene.asMaster("POST /v1/connection/check").send();

        JsonNode message = scene.update("connection.attention");

        assertThat(message.at("/data/code").asText()).isEqualTo("api_disabled");
        assertThat(outbox(scene)).isEmpty();
    }

    @Test
    void a_check_tells_at_once() {
        Scene scene = aConnectedCompany();
        scene.tenant.apiEnabled(false);

        JsonNode checked = scene.asMaster("POST /v1/connection/check").send().json();

        assertThat(checked.path("state").asText()).isEqualTo("attention");
        assertThat(checked.at("/attention/code").asText()).isEqualTo("api_disabled");
        assertThat(aCompany().asMaster("POST /v1/connection/check").send().problem())
                .isEqualTo("409 not_connected");
    }

    @Test
    void the_first_export_shows_that_writing_works() {
        Scene scene = aMappedCompany().candidate(CANDIDATE).accept(CANDIDATE, "1");
        scene.settled(CANDIDATE);

        await(() -> connection(scene).at("/permissions/2/state").asText().equals("ok") ? true : null);
    }

    @Test
    void the_source_is_what_the_company_has_set() {
        Scene scene = aMappedCompany().candidate(CANDIDATE);
        String settings =
                "{\"channel\":\"paid_job_board\",\"channelSource\":\"hackajob UK\",\"notifyCandidate\":false}";

        Reply saved =
                scene.asMaster("PUT /v1/connection/settings").body(settings).send();

        assertThat(saved.json().path("settings")).hasToString(settings);
        scene.accept(CANDIDATE, "1");
        JsonNode receipt = scene.settled(CANDIDATE).path("receipt");
        assertThat(receipt.path("source"))
                .hasToString("{\"channel\":\"paid_job_board\",\"channelSource\":\"hackajob UK\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"channel\": \"nonsense\", \"channelSource\": \"x\"}",
                "{\"channel\": \"direct\"}",
                "{\"channel\": \"direct\", \"channelSource\": \" \"}",
                "{\"channel\": \"direct\", \"channelSource\": \"a\\u0000b\"}",
                "{\"channel\": \"direct\", \"channelSource\": \"x\", \"notifyCandidate\": 1}",
                "{\"channel\": \"direct\", \"channelSource\": \"x\", \"notifyCandidates\": true}"
            })
    void settings_that_pinpoint_would_not_take_are_refused(String settings) {
        Scene scene = aConnectedCompany();

        assertThat(scene.asMaster("PUT /v1/connection/settings")
                        .body(settings)
                        .send()
                        .problem())
                .isEqualTo("400 invalid_request");
        assertThat(connection(scene).at("/settings/channel").asText()).isEqualTo("job_board");
    }

    @Test
    void an_ended_connection_keeps_its_mappings_and_can_be_taken_up_again() {
        Scene scene = aMappedCompany().candidate(CANDIDATE);
        URI webhook = URI.create(connection(scene).at("/webhook/address").asText());

        Reply ended = scene.asMaster("DELETE /v1/connection").send();

        assertThat(ended.json().path("state").asText()).isEqualTo("disconnected");
        assertThat(scene.asMaster("DELETE /v1/connection").send().status()).isEqualTo(200);
        assertThat(scene.asMember("GET /v1/pinpoint/jobs").send().problem()).isEqualTo("409 not_connected");
        assertThat(isScheduledForDeletion(scene)).isTrue();
        assertThat(call(
                                "POST /webhooks/pinpoint/{connectionId}",
                                webhook.getPath().replaceFirst(".*/", ""))
                        .body("{}")
                        .send()
                        .status())
                .isEqualTo(410);
        scene.accept(CANDIDATE, "1");
        assertThat(scene.settled(CANDIDATE).path("code").asText()).isEqualTo("not_connected");

        scene.connect();
        assertThat(connection(scene).at("/webhook/address").asText()).isEqualTo(webhook.toString());
        assertThat(scene.asMember("GET /v1/jobs/{jobId}/mapping", Scene.JOB)
                        .send()
                        .status())
                .isEqualTo(200);
        scene.poll();
        await(() -> verified(scene, CANDIDATE) ? true : null);
    }

    @Test
    void a_credential_that_was_left_behind_is_deleted_when_the_connection_is_looked_after() {
        Scene scene = aConnectedCompany();
        scene.asMaster("DELETE /v1/connection").send();
        leaveBehind(scene);
        assertThat(isScheduledForDeletion(scene)).isFalse();

        scene.poll();

        await(() -> isScheduledForDeletion(scene) ? true : null);
    }

    /** As if the process had died after it wrote the row and before it deleted the secret. */
    private static void leaveBehind(Scene scene) {
        CLOUD.secretsManager().restoreSecret(restore -> restore.secretId("pinpoint/" + scene.company));
        CLOUD.dynamodb().updateItem(update -> update.tableName(Scene.table())
                .key(Map.of(
                        "PK", AttributeValue.fromS("COMPANY#" + scene.company),
                        "SK", AttributeValue.fromS("CONNECTION")))
                .updateExpression("SET secretDeleted = :no")
                .expressionAttributeValues(Map.of(":no", AttributeValue.fromBool(false))));
    }

    @Test
    void ending_what_was_never_connected_is_refused() {
        assertThat(aCompany().asMaster("DELETE /v1/connection").send().problem())
                .isEqualTo("409 not_connected");
    }

    @Test
    void failed_attempts_are_in_the_audit_with_who_gave_the_link() {
        Scene scene = aCompany();
        submit(scene.session(), scene.company, "wrong-key");

        JsonNode newest =
                scene.asMaster("GET /v1/connection/audit").send().json().at("/entries/0");

        assertThat(newest.path("action").asText()).isEqualTo("connect_failed");
        assertThat(newest.path("code").asText()).isEqualTo("credential_rejected");
        assertThat(newest.path("by").asText()).isEqualTo("link");
        assertThat(newest.path("userId").asText()).isEqualTo("user-1");
        assertThat(scene.asMaster("GET /v1/connection/audit")
                        .query("cursor", "nonsense")
                        .send()
                        .problem())
                .isEqualTo("400 invalid_request");
    }

    @Test
    void no_secret_is_in_any_log_row_or_message() throws IOException {
        Scene scene = aCompany();
        String link = scene.session("{\"returnUrl\": \"" + RETURN_URL + "\"}");
        String key = scene.key();
        String next = submit(link, scene.company, key).nextLink();
        String last = call(FORM, next)
                .form("action", "secret", "webhookSecret", "canary-webhook-secret")
                .send()
                .nextLink();
        String location = call(FORM, last)
                .form("action", "finish")
                .send()
                .header("Location")
                .orElseThrow();
        submit(scene.session(), scene.company, "canary-wrong-key");

        List<String> secrets = List.of(
                link,
                next,
                last,
                key,
                "canary-webhook-secret",
                "canary-wrong-key",
                location.replaceFirst(".*code=", ""));
        String rows = CLOUD.dynamodb()
                .scan(scan -> scan.tableName(Scene.table()))
                .items()
                .toString();
        assertThat(secrets).noneMatch(rows::contains);
        try (var logs = Files.list(Path.of("target/local/logs"))) {
            for (Path log : logs.toList()) {
                assertThat(secrets).noneMatch(Files.readString(log)::contains);
            }
        }
    }

    private static Reply page(String link) {
        return call("GET /connect/{session}", link).send();
    }

    private static JsonNode connection(Scene scene) {
        return scene.asMember("GET /v1/connection").send().json();
    }

    private static JsonNode asMasterSees(Scene scene) {
        return scene.asMaster("GET /v1/connection").send().json();
    }

    private static String state(Scene scene) {
        return connection(scene).path("state").asText();
    }

    private static boolean verified(Scene scene, String candidate) {
        // What is due is taken up at the next tick: here, at once.
        CLOUD.tick("reconcile");
        return scene.export(candidate).json().path("state").asText().equals("verified");
    }

    private static List<String> actions(Scene scene) {
        JsonNode audit = scene.asMaster("GET /v1/connection/audit").send().json();
        return StreamSupport.stream(audit.path("entries").spliterator(), false)
                .map(entry -> entry.path("action").asText())
                .toList();
    }

    /** What is written to be told of the connection, in the order in which it happened. */
    private static List<String> outbox(Scene scene) {
        return outboxRows(scene).stream()
                .map(row -> row.get("kind").s() + " "
                        + (row.containsKey("code") ? row.get("code").s() : ""))
                .toList();
    }

    private static List<Map<String, AttributeValue>> outboxRows(Scene scene) {
        return CLOUD.dynamodb()
                .query(query -> query.tableName(Scene.table())
                        .keyConditionExpression("PK = :company AND begins_with(SK, :outbox)")
                        .expressionAttributeValues(Map.of(
                                ":company", AttributeValue.fromS("COMPANY#" + scene.company),
                                ":outbox", AttributeValue.fromS("OUTBOX#" + scene.company + "~connection"))))
                .items();
    }

    private static String secret(Scene scene) {
        return CLOUD.secretsManager()
                .getSecretValue(get -> get.secretId("pinpoint/" + scene.company))
                .secretString();
    }

    private static boolean isScheduledForDeletion(Scene scene) {
        return CLOUD.secretsManager()
                        .describeSecret(describe -> describe.secretId("pinpoint/" + scene.company))
                        .deletedDate()
                != null;
    }
}
