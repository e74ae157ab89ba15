package com.hackajob.pinpoint.document;

import com.hackajob.pinpoint.Remote;
import com.hackajob.pinpoint.Telemetry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One GET to one checked address. The host name still goes into TLS and the Host header, but it is not resolved again: a
 * name that points elsewhere a moment later changes nothing. No header of ours goes along.
 */
@Singleton
final class Download {

    private static final Logger LOG = Logger.getLogger(Download.class);

    private static final Duration CONNECT = Duration.ofSeconds(3);

    /** From asking for the connection to the last byte, however busy the server is in between. */
    private static final Duration TOTAL = Duration.ofSeconds(15);

    private final Vertx vertx;
    private final Telemetry telemetry;
    private final HttpClientOptions options;
    private final Duration total;
    private @Nullable HttpClient client;

    @Inject
    Download(Vertx vertx, Telemetry telemetry) {
        this(vertx, telemetry, new HttpClientOptions(), TOTAL);
    }

    /** @param options what is particular about the network and whom it trusts */
    Download(Vertx vertx, Telemetry telemetry, HttpClientOptions options, Duration total) {
        this.vertx = vertx;
        this.telemetry = telemetry;
        this.options = options;
        this.total = total;
    }

    /**
     * @param limit bytes; of more than that, no more than that is written
     * @param to takes the content as it arrives, on the connection's own thread
     * @throws NoAnswer when the server did not answer in time, or with "not now", or not to the end
     */
    Result get(URI address, InetAddress server, int limit, OutputStream to) throws NoAnswer {
        telemetry.called(Remote.FILES);
        Transfer transfer = new Transfer(address, limit, to);
        try {
            return transfer.begin(client(), request(address, server)).get(total.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException noAnswer) {
            LOG.warnf("no answer from %s: %s", address.getHost(), kind(noAnswer));
            throw new NoAnswer();
        } catch (TimeoutException tooSlow) {
            LOG.warnf("no answer from %s within %s", address.getHost(), total);
            throw new NoAnswer();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NoAnswer();
        } finally {
            transfer.stop();
        }
    }

    /** The class alone: messages may quote addresses with signatures. */
    private static String kind(ExecutionException failure) {
        return String.valueOf(failure.getCause()).split(":", 2)[0];
    }

    private synchronized HttpClient client() {
        if (client == null) {
            client = vertx.createHttpClient(new HttpClientOptions(options)
                    .setConnectTimeout((int) CONNECT.toMillis())
                    .setIdleTimeout((int) TOTAL.toSeconds())
                    .setKeepAlive(false)
                    .setDecompressionSupported(false));
        }
        return client;
    }

    private static RequestOptions request(URI address, InetAddress server) {
        int port = Origins.Origin.portOf(address);
        return new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setServer(SocketAddress.inetSocketAddress(port, server.getHostAddress()))
                .setHost(address.getHost())
                .setPort(port)
                .setSsl("https".equalsIgnoreCase(address.getScheme()))
                .setURI(pathAndQuery(URI.create(address.toASCIIString())))
                .setFollowRedirects(false);
    }

    private static String pathAndQuery(URI address) {
        String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
    }

    /** The server did not answer. */
    static final class NoAnswer extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** What the server answered. */
    sealed interface Result {
        /** All of it has been written. */
        record Complete() implements Result {}

        record TooLarge() implements Result {}

        /** 4xx, an encoding that nobody asked for, or a redirect that leads nowhere. */
        record Refused() implements Result {}

        record Redirect(URI to) implements Result {}
    }
}
