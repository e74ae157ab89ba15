package com.hackajob.pinpoint.pinpoint;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A token endpoint that answers whatever it is told to. */
final class FakeTokenEndpoint implements AutoCloseable {

    private final HttpServer server = start();
    private final List<Request> requests = new ArrayList<>();
    private volatile Answer answer = FakeTokenEndpoint::hangUp;

    private HttpServer start() {
        try {
            HttpServer created = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            created.createContext("/", this::handle);
            created.start();
            return created;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        requests.add(new Request(
                exchange.getRequestURI().getPath(),
                exchange.getRequestHeaders().getFirst("Authorization"),
                sorted(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))));
        answer.send(exchange);
    }

    private static List<String> sorted(String form) {
        return Stream.of(form.split("&")).sorted().toList();
    }

    String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/{subdomain}";
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    void answer(int status, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        answer = exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.getResponseHeaders().set("Location", base().replace("{subdomain}", "elsewhere"));
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        };
    }

    /** Takes the question and closes the connection. */
    void hangUp() {
        answer = FakeTokenEndpoint::hangUp;
    }

    private static void hangUp(HttpExchange exchange) {
        exchange.close();
    }

    /** Closes the connection in the middle of what it promised to send. */
    void breakOff(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        answer = exchange -> {
            exchange.sendResponseHeaders(200, bytes.length + 100);
            exchange.getResponseBody().write(bytes);
            exchange.getResponseBody().flush();
            exchange.close();
        };
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private interface Answer {

        void send(HttpExchange exchange) throws IOException;
    }

    /** @param form its fields by name, as they came */
    record Request(String path, String client, List<String> form) {}
}
