package com.hackajob.pinpoint.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.hackajob.pinpoint.SecretToken;
import com.hackajob.pinpoint.connection.CompleteAuthorization;
import com.hackajob.pinpoint.connection.CompleteConnection;
import com.hackajob.pinpoint.connection.ConnectOutcome;
import com.hackajob.pinpoint.connection.ConnectOutcome.Connected;
import com.hackajob.pinpoint.connection.ConnectOutcome.NotConnected;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.connection.Credential.ApiKey;
import com.hackajob.pinpoint.connection.OAuthServer.AuthorizationCode;
import com.hackajob.pinpoint.connection.StartAuthorization;
import com.hackajob.pinpoint.connection.Subdomain;
import com.hackajob.pinpoint.lambda.ConnectionJson.PermissionJson;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a Pinpoint administrator's browser calls: the session in the path is all that identifies the caller. */
@Named("connect")
@Singleton
final class ConnectHandler implements RequestHandler<ApiRequest, ApiResponse> {

    /** The prefix makes browsers insist on Secure and Path=/, and refuse it from sub-domains. */
    private static final String COOKIE = "__Host-connect";

    private static final int LONGEST_KEY = 512;

    private final Api api;
    private final CompleteConnection completeConnection;
    private final StartAuthorization startAuthorization;
    private final CompleteAuthorization completeAuthorization;

    ConnectHandler(
            Api api,
            CompleteConnection completeConnection,
            StartAuthorization startAuthorization,
            CompleteAuthorization completeAuthorization) {
        this.api = api;
        this.completeConnection = completeConnection;
        this.startAuthorization = startAuthorization;
        this.completeAuthorization = completeAuthorization;
    }

    @Override
    public ApiResponse handleRequest(ApiRequest request, Context context) {
        return api.handle(request, this::route).with("Referrer-Policy", "no-referrer");
    }

    private ApiResponse route(Call call) {
        return switch (call.route()) {
            case "POST /connect/{session}" -> connectWithApiKey(call);
            case "GET /connect/{session}/oauth" -> startAuthorization(call);
            case "GET /oauth/callback" -> completeAuthorization(call);
            default -> api.noSuchRoute();
        };
    }

    private ApiResponse connectWithApiKey(Call call) {
        JsonNode body = call.body();
        var key = new ApiKey(subdomain(JsonBodies.optionalText(body, "subdomain")), key(body));
        String session = call.path("session", SecretToken::new).hash();
        return answer(completeConnection.complete(session, key, JsonBodies.flag(body, "confirm")));
    }

    // It goes into a header: printable ASCII, or it can't be a key.
    private static String key(JsonNode body) {
        String key = JsonBodies.text(body, "apiKey").strip();
        if (key.length() > LONGEST_KEY || !key.chars().allMatch(letter -> letter > ' ' && letter < 127)) {
            throw new InvalidRequest("apiKey");
        }
        return key;
    }

    private static Subdomain subdomain(Optional<String> typed) {
        return typed.flatMap(Subdomain::parse).orElseThrow(() -> new InvalidRequest("subdomain"));
    }

    private ApiResponse startAuthorization(Call call) {
        SecretToken session = call.path("session", SecretToken::new);
        return switch (startAuthorization.start(session, subdomain(call.query("subdomain")))) {
            case StartAuthorization.Outcome.Redirect(var to, var browser) ->
                ApiResponse.empty(302)
                        .with("Location", to.toString())
                        .withCookie(COOKIE + "=" + browser.value()
                                + "; Path=/; Max-Age=600; Secure; HttpOnly; SameSite=Lax");
            case StartAuthorization.Outcome.NotStarted(var code) -> api.problem(code);
        };
    }

    private ApiResponse completeAuthorization(Call call) {
        var callback = new CompleteAuthorization.Callback(
                Call.parsed("state", call.query("state"), SecretToken::new),
                call.cookie(COOKIE),
                call.query("code").map(AuthorizationCode::new),
                call.query("iss"));
        return answer(completeAuthorization.complete(callback));
    }

    private ApiResponse answer(ConnectOutcome outcome) {
        return switch (outcome) {
            case Connected(var connection) -> api.ok(ConnectedJson.of(connection));
            case NotConnected(var code) -> api.problem(code);
        };
    }

    @RegisterForReflection
    record ConnectedJson(String state, String subdomain, String credential, List<PermissionJson> permissions) {

        static ConnectedJson of(Connection connection) {
            return new ConnectedJson(
                    "active",
                    connection.subdomain().value(),
                    connection.kind().name().toLowerCase(Locale.ROOT),
                    PermissionJson.all(connection.permissions()));
        }
    }
}
