package com.hackajob.pinpoint.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.hackajob.pinpoint.local.ApiClient.Reply;
import com.hackajob.pinpoint.local.pinpoint.Permission;
import com.hackajob.pinpoint.local.pinpoint.Tenant;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Connects an account as its people do: a hackajob user asks for a link, a Pinpoint administrator follows it step by step. */
final class Connecting {

    private static final Pattern WEBHOOK_ADDRESS = Pattern.compile("value=\"(http[^\"]*/webhooks/pinpoint/[^\"]*)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ApiClient api;
    private final String masterToken;
    private final Tenant tenant;
    private final URI returnUrl;
    private String link = "";

    Connecting(ApiClient api, String masterToken, Tenant tenant, URI returnUrl) {
        this.api = api;
        this.masterToken = masterToken;
        this.tenant = tenant;
        this.returnUrl = returnUrl;
    }

    String askForLink() {
        JsonNode session = expect(
                        201,
                        api.call("POST /v1/connection/sessions")
                                .as(masterToken)
                                .body("{\"returnUrl\": \"" + returnUrl + "\"}")
                                .send())
                .json();
        link = session.path("url").asText().replaceFirst(".*/", "");
        expect(200, page());
        return "the hosted page is at " + session.path("url").asText().replace(link, "…");
    }

    String pasteKey() {
        String key = tenant.createKey(
                "hackajob", Set.of(Permission.JOB_READ, Permission.APPLICATION_READ, Permission.APPLICATION_WRITE));
        follow(submit().form("subdomain", tenant.subdomain(), "apiKey", key));
        JsonNode connection = expect(
                        200, api.call("GET /v1/connection").as(masterToken).send())
                .json();
        return StreamSupport.stream(connection.path("permissions").spliterator(), false)
                .map(permission -> permission.path("name").asText() + " "
                        + permission.path("state").asText())
                .collect(Collectors.joining(", "));
    }

    String setUpWebhook() {
        Matcher address = WEBHOOK_ADDRESS.matcher(page().response().body());
        require(address.find(), "the page shows no webhook address");
        URI url = URI.create(address.group(1));
        String secret =
                tenant.addWebhookEndpoint(url, Set.of("application_stage_changed", "application_hired", "job_updated"));
        follow(submit().form("action", "secret", "webhookSecret", secret));
        tenant.webhooks().sendTest(url);
        tenant.webhooks().awaitQuiet(PATIENCE);
        require(
                page().response().body().contains("data-state=\"seen\""),
                "the test delivery did not turn the step green");
        return "secret stored, the first delivery was verified";
    }

    String comeBack() {
        Reply finished = expect(303, submit().form("action", "finish").send());
        String code = finished.header("Location").orElseThrow().replaceFirst(".*[?&]code=", "");
        JsonNode connection = expect(
                        200,
                        api.call("POST /v1/connection/results")
                                .as(masterToken)
                                .body("{\"code\": \"" + code + "\"}")
                                .send())
                .json();
        return "the connection is " + connection.path("state").asText();
    }

    private Reply page() {
        return api.call("GET /connect/{session}", link).send();
    }

    private ApiClient.Call submit() {
        return api.call("POST /connect/{session}", link);
    }

    private void follow(ApiClient.Call submission) {
        link = expect(303, submission.send()).nextLink();
    }

    private static Reply expect(int status, Reply reply) {
        require(reply.status() == status, "expected " + status + " and got " + reply.problem());
        return reply;
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalStateException(otherwise);
        }
    }
}
