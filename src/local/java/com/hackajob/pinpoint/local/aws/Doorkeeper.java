package com.hackajob.pinpoint.local.aws;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/**
 * Stands in front of the services, notes which function called which operation, and lets through what IAM allows:
 * each function has a key of its own. Before anything is deployed nobody may do anything.
 */
public final class Doorkeeper implements AutoCloseable {

    private static final Pattern CALLER = Pattern.compile("Credential=([^/]+)/");
    private static final Pattern OPERATION = Pattern.compile("\\.([A-Za-z]+)$");
    private static final Set<String> PER_CONNECTION =
            Set.of("host", "connection", "content-length", "expect", "upgrade", "transfer-encoding", ":status");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<RemoteCall> calls = new CopyOnWriteArrayList<>();
    private final List<HttpEndpoint> proxies = new CopyOnWriteArrayList<>();
    private final InetAddress bind;
    private volatile Authorization authorization = Authorization.nobody();

    public Doorkeeper(InetAddress bind) {
        this.bind = bind;
    }

    /** A proxy in front of a service. */
    public URI inFrontOf(String service, URI target) {
        var proxy = HttpEndpoint.bind(bind, 0);
        proxies.add(proxy);
        return proxy.serve(exchange -> forward(exchange, service, target)).baseUrl();
    }

    /** From now on calls are allowed or not by this. */
    public void obey(Authorization deployed) {
        authorization = deployed;
    }

    /** Holds one more function to its policies. */
    public void admit(FunctionDefinition function) {
        authorization = authorization.with(function);
    }

    /** The calls since the start or the last {@link #forget}. */
    public List<RemoteCall> calls() {
        return List.copyOf(calls);
    }

    public void forget() {
        calls.clear();
    }

    private void forward(HttpExchange exchange, String service, URI target) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var call = call(exchange.getRequestHeaders(), service);
            if (!isWarmUp(body)) {
                calls.add(call);
            }
            var denied = authorization.denied(call, Json.read(body));
            if (denied.isPresent()) {
                refuse(exchange, denied.get());
            } else {
                reply(exchange, client.send(request(exchange, target, body), BodyHandlers.ofByteArray()));
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** With which a function gets ready before its first invocation: part of none. */
    private static boolean isWarmUp(byte[] body) {
        return new String(body, StandardCharsets.UTF_8).contains("\"WARM_UP\"");
    }

    /** All three services speak JSON and name the operation in a header. */
    private static RemoteCall call(Headers headers, String service) {
        return new RemoteCall(
                first(CALLER, headers.getFirst("Authorization")),
                service,
                first(OPERATION, headers.getFirst("X-Amz-Target")));
    }

    private static String first(Pattern pattern, String text) {
        var match = pattern.matcher(String.valueOf(text));
        return match.find() ? match.group(1) : "unknown";
    }

    /** As AWS does. Whoever runs the local cloud is told too, for a function may keep it to itself. */
    private static void refuse(HttpExchange exchange, Access denied) throws IOException {
        System.err.println("Denied, as template.yaml does not grant it: " + denied);
        var body =
                Json.write(Json.object().put("__type", "AccessDeniedException").put("Message", message(denied)));
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(400, body.length);
        exchange.getResponseBody().write(body);
    }

    private static String message(Access denied) {
        return "User: arn:aws:sts::%s:assumed-role/%s is not authorized to perform: %s on resource: %s"
                .formatted(AwsAccount.LOCAL.id(), denied.function(), denied.action(), denied.resource());
    }

    private static HttpRequest request(HttpExchange exchange, URI target, byte[] body) {
        var request = HttpRequest.newBuilder(
                        target.resolve(exchange.getRequestURI().toString()))
                .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!isPerConnection(name)) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    private static void reply(HttpExchange exchange, HttpResponse<byte[]> answer) throws IOException {
        answer.headers().map().forEach((name, values) -> {
            if (!isPerConnection(name)) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
    }

    private static boolean isPerConnection(String header) {
        return PER_CONNECTION.contains(header.toLowerCase(Locale.ROOT));
    }

    @Override
    public void close() {
        proxies.forEach(HttpEndpoint::close);
        client.shutdownNow();
    }
}
