package com.hackajob.pinpoint.local.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server on one address, with a virtual thread for each request. Port 0 takes a free one. */
public final class HttpEndpoint implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private HttpEndpoint(HttpServer server) {
        this.server = server;
    }

    /** Listens at once; requests wait until {@link #serve}. */
    public static HttpEndpoint bind(InetAddress address, int port) {
        try {
            return new HttpEndpoint(HttpServer.create(new InetSocketAddress(address, port), 0));
        } catch (IOException taken) {
            throw new UncheckedIOException("Can't listen on port " + port + " of " + address.getHostAddress(), taken);
        }
    }

    public HttpEndpoint serve(HttpHandler handler) {
        server.setExecutor(threads);
        server.createContext("/", exchange -> guard(exchange, handler));
        server.start();
        return this;
    }

    /** The server would drop the connection without a word. */
    private static void guard(HttpExchange exchange, HttpHandler handler) throws IOException {
        try {
            handler.handle(exchange);
        } catch (RuntimeException | Error bug) {
            bug.printStackTrace();
            throw bug;
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Where this machine reaches it: the bound address, or loopback when it listens on all of them. */
    public URI baseUrl() {
        return Addresses.http(server.getAddress().getAddress(), port());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
