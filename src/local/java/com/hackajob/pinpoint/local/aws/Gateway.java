package com.hackajob.pinpoint.local.aws;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** API Gateway's HTTP API: routes, the JWT check, CORS, limits, and the two-way translation between HTTP and functions. */
public final class Gateway implements AutoCloseable {

    /** API Gateway waits no longer for a function. */
    public static final Duration INTEGRATION_TIMEOUT = Duration.ofSeconds(30);

    private final HttpEndpoint endpoint;
    private final Clock clock;
    private final Duration timeout;
    private final Map<JwtRule, JwtAuthorizer> authorizers = new ConcurrentHashMap<>();
    private volatile Consumer<Exchange> witness = _ -> {};
    private final ExecutorService invocations = Executors.newVirtualThreadPerTaskExecutor();

    private Gateway(HttpEndpoint endpoint, Clock clock, Duration timeout) {
        this.endpoint = endpoint;
        this.clock = clock;
        this.timeout = timeout;
    }

    /** Takes the address, which the template needs before there is anything to serve. */
    public static Gateway bind(InetAddress address, int port, Clock clock, Duration timeout) {
        return new Gateway(HttpEndpoint.bind(address, port), clock, timeout);
    }

    /** Shows every exchange but preflights, which API Gateway answers by itself, to somebody before it is answered. */
    public Gateway watchedBy(Consumer<Exchange> everybody) {
        witness = everybody;
        return this;
    }

    public Gateway serve(HttpApiDefinition api, Functions functions) {
        endpoint.serve(exchange -> handle(exchange, api, functions));
        return this;
    }

    public URI baseUrl() {
        return endpoint.baseUrl();
    }

    private void handle(HttpExchange exchange, HttpApiDefinition api, Functions functions) throws IOException {
        try (exchange) {
            var request = ApiRequest.of(exchange);
            var requestId = UUID.randomUUID().toString();
            var cors = new Cors(api.cors());
            var reply = cors.answers(request) ? cors.preflight(request) : witnessed(request, requestId, api, functions);
            cors.decorate(reply, request)
                    .with(Map.of("apigw-requestid", requestId))
                    .send(exchange);
        }
    }

    private ApiReply witnessed(ApiRequest request, String requestId, HttpApiDefinition api, Functions functions) {
        var reply = answer(request, requestId, api, functions);
        witness.accept(Exchange.of(request, reply));
        return reply;
    }

    private ApiReply answer(ApiRequest request, String requestId, HttpApiDefinition api, Functions functions) {
        if (request.isTooLarge()) {
            return ApiReply.message(413, "Request Entity Too Large");
        }
        return RouteMatch.among(api.routes(), request)
                .map(match -> authorized(request, requestId, match, functions))
                .orElseGet(() -> ApiReply.message(404, "Not Found"));
    }

    private ApiReply authorized(ApiRequest request, String requestId, RouteMatch match, Functions functions) {
        var rule = match.route().jwt();
        var claims = rule.flatMap(known -> claims(known, request));
        if (rule.isPresent() && claims.isEmpty()) {
            return ApiReply.message(401, "Unauthorized").with(Map.of("www-authenticate", "Bearer"));
        }
        var event = new HttpApiEvent(request, match, claims, requestId, clock.instant());
        return invoke(match.route().function(), Json.write(event.json()), functions);
    }

    private Optional<Map<String, String>> claims(JwtRule rule, ApiRequest request) {
        return request.header("authorization").flatMap(authorization -> authorizers
                .computeIfAbsent(rule, known -> new JwtAuthorizer(known, clock))
                .authorize(authorization));
    }

    private ApiReply invoke(String function, byte[] event, Functions functions) {
        var invocation = new FutureTask<>(() -> functions.invoke(function, event));
        invocations.execute(invocation);
        try {
            return switch (invocation.get(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                case InvocationResult.Returned returned -> ApiReply.of(returned.payload());
                case InvocationResult.Failed _ -> ApiReply.internalServerError();
            };
        } catch (TimeoutException _) {
            return ApiReply.message(503, "Service Unavailable");
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return ApiReply.message(503, "Service Unavailable");
        } catch (ExecutionException _) {
            return ApiReply.internalServerError();
        }
    }

    @Override
    public void close() {
        endpoint.close();
        invocations.shutdownNow();
    }
}
