package com.hackajob.pinpoint.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;

/** Lambda's Runtime API for one process: it asks for the next event, and says what came of it. */
final class RuntimeApi implements AutoCloseable {

    private static final String RUNTIME = "/2018-06-01/runtime/";
    private static final int RESPONSE_LIMIT = 6_291_556;

    private final HttpEndpoint endpoint = HttpEndpoint.bind(InetAddress.getLoopbackAddress(), 0);
    private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
    private final AtomicReference<Optional<Invocation>> current = new AtomicReference<>(Optional.empty());
    private final CompletableFuture<Optional<InvocationResult.Failed>> initialised = new CompletableFuture<>();
    private final String functionArn;

    RuntimeApi(String functionArn) {
        this.functionArn = functionArn;
        endpoint.serve(this::handle);
    }

    String address() {
        return endpoint.baseUrl().getAuthority();
    }

    /** Done when the process asks for its first event (empty) or could not start. */
    CompletableFuture<Optional<InvocationResult.Failed>> initialised() {
        return initialised;
    }

    void deliver(Invocation invocation) {
        waiting.add(invocation);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath().replace(RUNTIME, "");
            switch (path.substring(path.lastIndexOf('/') + 1)) {
                case "next" -> next(exchange);
                case "response" -> response(exchange);
                case "error" -> error(exchange, path.startsWith("init/"));
                default -> exchange.sendResponseHeaders(404, -1);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void next(HttpExchange exchange) throws IOException, InterruptedException {
        initialised.complete(Optional.empty());
        var invocation = waiting.take();
        current.set(Optional.of(invocation));
        var headers = exchange.getResponseHeaders();
        headers.set("Lambda-Runtime-Aws-Request-Id", invocation.requestId());
        headers.set(
                "Lambda-Runtime-Deadline-Ms",
                Long.toString(invocation.deadline().toEpochMilli()));
        headers.set("Lambda-Runtime-Invoked-Function-Arn", functionArn);
        headers.set("Lambda-Runtime-Trace-Id", traceId(invocation));
        headers.set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, invocation.event().length);
        exchange.getResponseBody().write(invocation.event());
    }

    private static String traceId(Invocation invocation) {
        var id = UUID.fromString(invocation.requestId()).toString().replace("-", "");
        return "Root=1-%08x-%s;Parent=%s;Sampled=0"
                .formatted(invocation.deadline().getEpochSecond(), id.substring(0, 24), id.substring(16));
    }

    private void response(HttpExchange exchange) throws IOException {
        var payload = exchange.getRequestBody().readAllBytes();
        if (payload.length > RESPONSE_LIMIT) {
            current()
                    .ifPresent(invocation -> invocation.failed(
                            "Function.ResponseSizeTooLarge",
                            "Response payload size exceeded maximum allowed payload size (" + RESPONSE_LIMIT
                                    + " bytes)."));
            exchange.sendResponseHeaders(413, -1);
            return;
        }
        exchange.sendResponseHeaders(202, -1);
        current().ifPresent(invocation -> invocation.returned(payload));
    }

    private void error(HttpExchange exchange, boolean isInit) throws IOException {
        var failure = failure(Json.read(exchange.getRequestBody().readAllBytes()));
        exchange.sendResponseHeaders(202, -1);
        if (isInit) {
            initialised.complete(Optional.of(failure));
        }
        current().ifPresent(invocation -> invocation.result().complete(failure));
    }

    private static InvocationResult.Failed failure(JsonNode error) {
        return new InvocationResult.Failed(
                error.path("errorType").asText("Unknown"),
                error.path("errorMessage").asText(""));
    }

    private Optional<Invocation> current() {
        return current.getAndSet(Optional.empty());
    }

    /** The process is gone: whatever it was doing failed. */
    void exited(int status) {
        var type = "Runtime.ExitError";
        initialised.complete(Optional.of(new InvocationResult.Failed(type, exit("", status))));
        waiting.forEach(invocation -> invocation.failed(type, exit(invocation.requestId(), status)));
        current().ifPresent(invocation -> invocation.failed(type, exit(invocation.requestId(), status)));
    }

    private static String exit(String requestId, int status) {
        return "RequestId: " + requestId + " Error: Runtime exited with error: exit status " + status;
    }

    @Override
    public void close() {
        endpoint.close();
    }
}
