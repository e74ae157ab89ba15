package com.hackajob.pinpoint.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.connection.Connections;
import com.hackajob.pinpoint.connection.StartSession;
import com.hackajob.pinpoint.connection.StartSession.Started;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the frontend asks about a company's connection, and the start of connecting. */
@Named("connections")
@Singleton
final class ConnectionsHandler implements RequestHandler<ApiRequest, ApiResponse> {

    private final Api api;
    private final Connections connections;
    private final StartSession startSession;
    private final Optional<String> publicUrl;

    ConnectionsHandler(
            Api api,
            Connections connections,
            StartSession startSession,
            @ConfigProperty(name = "public.url") Optional<String> publicUrl) {
        this.api = api;
        this.connections = connections;
        this.startSession = startSession;
        this.publicUrl = publicUrl;
    }

    @Override
    public ApiResponse handleRequest(ApiRequest request, Context context) {
        return api.handle(request, call -> switch (call.route()) {
            case "GET /v1/connection" -> get(call);
            case "POST /v1/connection/sessions" -> start(call);
            default -> api.noSuchRoute();
        });
    }

    private ApiResponse get(Call call) {
        return api.ok(ConnectionJson.of(connections.find(call.company()), call.isMaster()));
    }

    private ApiResponse start(Call call) {
        if (!call.isMaster()) {
            return api.problem(ErrorCode.NOT_MASTER);
        }
        Started started = startSession.start(call.company(), call.user());
        String url = publicUrl.orElseThrow() + "/connect/" + started.token().value();
        return api.json(201, new SessionJson(url, started.expiresAt()));
    }

    @RegisterForReflection
    record SessionJson(String url, Instant expiresAt) {
        @Override
        public String toString() {
            return "SessionJson[hidden]";
        }
    }
}
