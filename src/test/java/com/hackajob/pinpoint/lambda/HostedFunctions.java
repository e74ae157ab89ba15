package com.hackajob.pinpoint.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.hackajob.pinpoint.audit.AuditLog;
import com.hackajob.pinpoint.connection.Authorizations;
import com.hackajob.pinpoint.connection.CheckConnection;
import com.hackajob.pinpoint.connection.Companies;
import com.hackajob.pinpoint.connection.CompleteConnection;
import com.hackajob.pinpoint.connection.ConnectResults;
import com.hackajob.pinpoint.connection.ConnectSessions;
import com.hackajob.pinpoint.connection.Connections;
import com.hackajob.pinpoint.connection.Credentials;
import com.hackajob.pinpoint.connection.OAuthServer;
import com.hackajob.pinpoint.connection.PinpointAccounts;
import com.hackajob.pinpoint.connection.Prerequisites;
import com.hackajob.pinpoint.connection.SecretLeases;
import com.hackajob.pinpoint.export.InMemoryLedger;
import com.hackajob.pinpoint.lambda.ApiRequest.Authorizer;
import com.hackajob.pinpoint.lambda.ApiRequest.Jwt;
import com.hackajob.pinpoint.lambda.ApiRequest.RequestContext;
import com.hackajob.pinpoint.stagesync.Hints;
import com.hackajob.pinpoint.stagesync.InMemoryPolls;
import com.hackajob.pinpoint.updates.InMemoryOutbox;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.random.RandomGenerator;

/**
 * The functions that a browser, a hackajob user and Pinpoint's webhooks reach, wired as in production but for what is
 * around them, and called as API Gateway calls them.
 */
public final class HostedFunctions {

    private static final Logger LOG = Logger.getLogger(Api.class.getName());
    private static final ConnectPages PAGES = new ConnectPages();
    private static final JsonBodies BODIES =
            new JsonBodies(JsonMapper.builder().findAndAddModules().build());
    /** None of the functions asks it anything but for the log. */
    private static final Context CONTEXT = (Context)
            Proxy.newProxyInstance(Context.class.getClassLoader(), new Class<?>[] {Context.class}, (_, method, _) -> {
                if (method.getName().equals("getAwsRequestId")) {
                    return "request";
                }
                throw new UnsupportedOperationException(method.getName());
            });

    private final ConnectHandler connect;
    private final ConnectionsHandler connections;
    private final WebhookHandler webhook;

    static {
        LOG.setLevel(Level.OFF); // thousands of requests
    }

    /** @param returnUrls the addresses that are registered to return to */
    public HostedFunctions(Surroundings around, String publicUrl, List<URI> returnUrls) {
        var wiring = new ConnectionWiring();
        var auditor = wiring.auditor(around.random, around.clock);
        var prerequisites = wiring.prerequisites(around.companies, "your contact");
        var addresses = new Addresses(Optional.of(publicUrl), Optional.empty());
        var api = new Api(BODIES, addresses, untold(around.clock));
        var complete = wiring.completeConnection(
                around.accounts,
                around.credentials,
                around.connections,
                around.sessions,
                around.audit,
                auditor,
                around.random,
                around.clock);
        connect = connect(around, wiring, complete, api, addresses);
        connections = connections(around, wiring, prerequisites, returnUrls, api, addresses);
        webhook = new WebhookHandler(
                api,
                wiring.receiveWebhook(around.connections, around.credentials, around.clock),
                new WebhookBody(JsonMapper.builder().build(), around.clock),
                around.hints,
                around.clock);
    }

    private static Invocations untold(InstantSource clock) {
        return new Invocations("hosted", new Emf("hosted"), () -> Trace.of(null), clock, _ -> {});
    }

    private static ConnectHandler connect(
            Surroundings around, ConnectionWiring wiring, CompleteConnection complete, Api api, Addresses addresses) {
        var steps = new ConnectSteps(
                around.sessions, around.connections, around.oauth, PAGES, api, addresses, around.clock);
        return new ConnectHandler(
                api,
                steps,
                complete,
                wiring.startAuthorization(
                        around.oauth, around.sessions, around.authorizations, around.random, around.clock),
                wiring.completeAuthorization(around.authorizations, around.oauth, complete, around.clock),
                wiring.setWebhookSecret(
                        around.credentials,
                        around.connections,
                        around.sessions,
                        around.leases,
                        wiring.auditor(around.random, around.clock),
                        around.random,
                        around.clock),
                wiring.finishConnecting(around.sessions, around.results, around.random, around.clock));
    }

    private static ConnectionsHandler connections(
            Surroundings around,
            ConnectionWiring wiring,
            Prerequisites prerequisites,
            List<URI> returnUrls,
            Api api,
            Addresses addresses) {
        var auditor = wiring.auditor(around.random, around.clock);
        return new ConnectionsHandler(
                api,
                addresses,
                new ConnectionReport(
                        around.connections,
                        prerequisites,
                        new InMemoryLedger(new InMemoryOutbox()),
                        new InMemoryPolls(),
                        addresses),
                prerequisites,
                wiring.startSession(
                        prerequisites,
                        around.companies,
                        around.connections,
                        around.sessions,
                        Optional.of(returnUrls),
                        around.audit,
                        auditor,
                        around.random,
                        around.clock),
                wiring.revokeSession(around.sessions, around.audit, auditor),
                around.results,
                check(around, wiring),
                wiring.changeSettings(around.connections, auditor),
                wiring.endConnection(around.connections, around.credentials, auditor, around.clock),
                around.audit,
                around.clock);
    }

    private static CheckConnection check(Surroundings around, ConnectionWiring wiring) {
        var health = wiring.recordHealth(around.connections, wiring.auditor(around.random, around.clock), around.clock);
        var refresh = wiring.refreshCredential(
                around.oauth,
                around.credentials,
                around.connections,
                around.leases,
                health,
                wiring.pause(),
                around.clock);
        return wiring.checkConnection(
                around.connections,
                around.accounts,
                around.credentials,
                wiring.currentCredential(around.credentials, refresh, around.clock),
                health);
    }

    public Answer call(Request request) {
        Optional<PublishedRoutes.Match> match = PublishedRoutes.match(request.method, request.path());
        if (match.isEmpty()) {
            return new Answer(404, Map.of(), List.of(), "{\"message\":\"Not Found\"}");
        }
        ApiResponse response = answer(event(request, match.get()));
        return new Answer(response.statusCode(), response.headers(), response.cookies(), response.body());
    }

    private ApiResponse answer(ApiRequest event) {
        return switch (event.routeKey().split("/", 3)[1]) {
            case "v1" -> connections.handleRequest(event, CONTEXT);
            case "webhooks" -> webhook.handleRequest(event, CONTEXT);
            default -> connect.handleRequest(event, CONTEXT);
        };
    }

    private static ApiRequest event(Request request, PublishedRoutes.Match match) {
        return new ApiRequest(
                match.routeKey(),
                match.parameters(),
                PublishedRoutes.query(request.target),
                request.headers,
                request.cookies,
                request.body,
                false,
                new RequestContext("request", new Authorizer(new Jwt(request.claims))));
    }

    /** What the functions find around them. */
    public record Surroundings(
            Connections connections,
            ConnectSessions sessions,
            Authorizations authorizations,
            ConnectResults results,
            Credentials credentials,
            SecretLeases leases,
            AuditLog audit,
            Companies companies,
            PinpointAccounts accounts,
            OAuthServer oauth,
            Hints hints,
            RandomGenerator random,
            InstantSource clock) {}

    /**
     * A request as it arrives at API Gateway.
     *
     * @param target path and query, percent-encoded
     * @param headers by name in lower case
     * @param cookies each with its name
     * @param claims of the token, which API Gateway has verified
     */
    public record Request(
            String method,
            String target,
            Map<String, String> headers,
            List<String> cookies,
            String body,
            Map<String, String> claims) {

        private String path() {
            return target.split("\\?", 2)[0];
        }
    }

    public record Answer(int status, Map<String, String> headers, List<String> cookies, String body) {}
}
