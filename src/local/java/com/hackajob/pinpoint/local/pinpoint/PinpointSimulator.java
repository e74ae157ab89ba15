package com.hackajob.pinpoint.local.pinpoint;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A Pinpoint for many employers in this JVM. A tenant is reached at {@code /{subdomain}/api/v1/...} or by the host name
 * {@code {subdomain}.pinpointhq.com}.
 */
public final class PinpointSimulator implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Journal journal = new Journal();
    private final Tenants tenants;
    private final Clock clock;

    private PinpointSimulator(HttpServer server, Clock clock) {
        this.server = server;
        this.clock = clock;
        this.tenants = new Tenants(clock, new FileLinks(clock, this::baseUrl));
        server.setExecutor(threads);
        server.createContext("/", new Front(tenants, journal));
        server.start();
    }

    /** Starts on an address and a port, 0 for a free one. */
    public static PinpointSimulator start(InetAddress bind, int port, Clock clock) {
        try {
            return new PinpointSimulator(HttpServer.create(new InetSocketAddress(bind, port), 0), clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts on loopback and a free port, with the system's clock. */
    public static PinpointSimulator start() {
        return start(InetAddress.getLoopbackAddress(), 0, Clock.systemUTC());
    }

    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Makes an employer whose API is on, with no keys and no jobs. */
    public Tenant createTenant(String subdomain) {
        return tenants.create(subdomain);
    }

    public Tenant tenant(String subdomain) {
        return tenants.find(subdomain)
                .orElseThrow(() -> new IllegalArgumentException("no tenant " + subdomain))
                .tenant();
    }

    /**
     * Adds an authorization server with one client at {@code /{subdomain}/oauth/authorize} and {@code
     * /{subdomain}/oauth/token}, and takes its bearer tokens beside API keys. Pinpoint documents no OAuth: this is invented.
     */
    public OAuth enableOAuth(String clientId, String clientSecret, Set<URI> redirectUris) {
        OAuth oauth = new OAuth(clientId, clientSecret, redirectUris, clock);
        tenants.oauth(oauth);
        return oauth;
    }

    /** The requests since the start, or since they were forgotten. */
    public List<RecordedRequest> requests() {
        return journal.requests();
    }

    public void forgetRequests() {
        journal.forgetRequests();
    }

    /** What was asked for that the documentation does not know; a client should never cause any. */
    public List<String> violations() {
        return journal.violations();
    }

    @Override
    public void close() {
        server.stop(0);
        tenants.close();
        threads.shutdownNow();
    }
}
