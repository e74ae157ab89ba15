package com.hackajob.pinpoint.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.SecretToken;
import com.hackajob.pinpoint.audit.AuditLog;
import com.hackajob.pinpoint.connection.Caller;
import com.hackajob.pinpoint.connection.ChangeSettings;
import com.hackajob.pinpoint.connection.CheckConnection;
import com.hackajob.pinpoint.connection.ConnectResults;
import com.hackajob.pinpoint.connection.ConnectSession.Step;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.connection.EndConnection;
import com.hackajob.pinpoint.connection.Prerequisites;
import com.hackajob.pinpoint.connection.RevokeSession;
import com.hackajob.pinpoint.connection.Settings;
import com.hackajob.pinpoint.connection.StartSession;
import com.hackajob.pinpoint.connection.StartSession.Outcome.NotAllowed;
import com.hackajob.pinpoint.connection.StartSession.Outcome.Started;
import com.hackajob.pinpoint.connection.StartSession.Outcome.UnknownReturn;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/** What the frontend asks about a company's connection, and what its Master Account users do with it. */
@Named("connections")
@Singleton
final class ConnectionsHandler implements RequestHandler<ApiRequest, ApiResponse> {

    private static final int AUDIT_PAGE = 50;

    private final Api api;
    private final Addresses addresses;
    private final ConnectionReport report;
    private final Prerequisites prerequisites;
    private final StartSession startSession;
    private final RevokeSession revokeSession;
    private final ConnectResults results;
    private final CheckConnection checkConnection;
    private final ChangeSettings changeSettings;
    private final EndConnection endConnection;
    private final AuditLog audit;
    private final InstantSource clock;

    ConnectionsHandler(
            Api api,
            Addresses addresses,
            ConnectionReport report,
            Prerequisites prerequisites,
            StartSession startSession,
            RevokeSession revokeSession,
            ConnectResults results,
            CheckConnection checkConnection,
            ChangeSettings changeSettings,
            EndConnection endConnection,
            AuditLog audit,
            InstantSource clock) {
        this.api = api;
        this.addresses = addresses;
        this.report = report;
        this.prerequisites = prerequisites;
        this.startSession = startSession;
        this.revokeSession = revokeSession;
        this.results = results;
        this.checkConnection = checkConnection;
        this.changeSettings = changeSettings;
        this.endConnection = endConnection;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public ApiResponse handleRequest(ApiRequest request, Context context) {
        return api.handle(request, context, call -> switch (call.route()) {
            case "GET /v1/connection" -> api.ok(report.of(call.caller()));
            case "POST /v1/connection/sessions" -> start(call);
            case "DELETE /v1/connection/sessions/{id}" -> managed(call, caller -> revoke(call, caller));
            case "POST /v1/connection/results" -> managed(call, caller -> exchange(call, caller));
            case "POST /v1/connection/check" -> managed(call, this::check);
            case "PUT /v1/connection/settings" -> managed(call, caller -> change(call, caller));
            case "DELETE /v1/connection" -> managed(call, this::end);
            case "GET /v1/connection/audit" -> managed(call, caller -> audit(call, caller));
            default -> api.noSuchRoute();
        });
    }

    private ApiResponse managed(Call call, Function<Caller, ApiResponse> then) {
        Caller caller = call.caller();
        return prerequisites.toManage(caller).map(api::problem).orElseGet(() -> then.apply(caller));
    }

    private ApiResponse start(Call call) {
        return switch (startSession.start(call.caller(), wish(call))) {
            case Started(var token, var expiresAt) ->
                api.json(201, new SessionJson(token.hash(), addresses.connect(token), expiresAt));
            case NotAllowed(var obstacle) -> api.problem(obstacle);
            case UnknownReturn() -> api.problem(ErrorCode.INVALID_REQUEST, Optional.of("returnUrl"));
        };
    }

    private static StartSession.Wish wish(Call call) {
        JsonNode body = JsonBodies.of(call.optionalBody(), "reconnect", "webhook", "shareable", "returnUrl");
        Optional<String> returnUrl = JsonBodies.optionalText(body, "returnUrl");
        boolean isForWebhook = JsonBodies.flag(body, "webhook");
        return new StartSession.Wish(
                isForWebhook ? Step.WEBHOOK : Step.ACCOUNT,
                JsonBodies.flag(body, "reconnect") || isForWebhook,
                JsonBodies.flag(body, "shareable"),
                returnUrl.map(url -> Call.parsed("returnUrl", Optional.of(url), URI::create)));
    }

    private ApiResponse revoke(Call call, Caller caller) {
        return revokeSession.revoke(caller, call.path("id", ConnectionsHandler::sessionId))
                ? ApiResponse.empty(204)
                : api.problem(ErrorCode.SESSION_EXPIRED);
    }

    private static String sessionId(String text) {
        if (!text.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a session's id");
        }
        return text;
    }

    private ApiResponse exchange(Call call, Caller caller) {
        var code = new SecretToken(JsonBodies.text(JsonBodies.of(call.body(), "code"), "code"));
        return results.take(code.hash(), caller, clock.instant())
                ? api.ok(report.of(caller))
                : api.problem(ErrorCode.RESULT_EXPIRED);
    }

    private ApiResponse check(Caller caller) {
        return connected(caller, checkConnection.checkNow(caller.company()));
    }

    private ApiResponse change(Call call, Caller caller) {
        return connected(
                caller,
                changeSettings.change(
                        caller, settings(JsonBodies.of(call.body(), "channel", "channelSource", "notifyCandidate"))));
    }

    private static Settings settings(JsonNode body) {
        String channel = JsonBodies.text(body, "channel");
        if (!Settings.CHANNELS.contains(channel)) {
            throw new InvalidRequest("channel");
        }
        return Call.parsed(
                "channelSource",
                JsonBodies.optionalText(body, "channelSource"),
                source -> new Settings(channel, source, JsonBodies.flag(body, "notifyCandidate")));
    }

    private ApiResponse end(Caller caller) {
        return connected(caller, endConnection.end(caller));
    }

    private ApiResponse connected(Caller caller, Optional<Connection> connection) {
        return connection
                .map(found -> api.ok(report.of(caller, Optional.of(found))))
                .orElseGet(() -> api.problem(ErrorCode.NOT_CONNECTED));
    }

    private ApiResponse audit(Call call, Caller caller) {
        Optional<String> after = call.query("cursor");
        if (after.filter(id -> !id.matches("[0-9a-f]{24}")).isPresent()) {
            throw new InvalidRequest("cursor");
        }
        return api.ok(AuditJson.of(audit.list(caller.company(), after, AUDIT_PAGE)));
    }

    /** @param id names the session to its company without giving it away */
    @RegisterForReflection
    record SessionJson(String id, String url, Instant expiresAt) {
        @Override
        public String toString() {
            return "SessionJson[hidden]";
        }
    }
}
