package com.hackajob.pinpoint.lambda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicInteger;

/** Passes webhooks on, and loses the first answers. */
final class LossyProxy implements AutoCloseable {

    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI target;
    private final int losses;
    private final AtomicInteger delivered = new AtomicInteger();

    private LossyProxy(HttpServer server, URI target, int losses) {
        this.server = server;
        this.target = target;
        this.losses = losses;
    }

    static LossyProxy to(URI target, int losses) throws IOException {
        var proxy = new LossyProxy(
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0), target, losses);
        proxy.server.createContext("/", proxy::pass);
        proxy.server.start();
        return proxy;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** How many the target has acknowledged. */
    int delivered() {
        return delivered.get();
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = HttpRequest.newBuilder(target)
                    .header("Content-Type", "application/json")
                    .header("PINPOINT-HMAC-SHA256", exchange.getRequestHeaders().getFirst("PINPOINT-HMAC-SHA256"))
                    .POST(HttpRequest.BodyPublishers.ofByteArray(
                            exchange.getRequestBody().readAllBytes()))
                    .build();
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            boolean isLost = status == 200 && delivered.incrementAndGet() <= losses;
            exchange.sendResponseHeaders(isLost ? 504 : status, -1);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
