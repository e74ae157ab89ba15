package com.hackajob.pinpoint.document;

import com.hackajob.pinpoint.Remote;
import com.hackajob.pinpoint.Telemetry;
import com.hackajob.pinpoint.http.OutboundHttp;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * One GET to one checked address. The host name still goes into TLS and the Host header, but it is not resolved again: a
 * name that points elsewhere a moment later changes nothing. No header of ours goes along but our name.
 */
@Singleton
final class Download {

    private static final Logger LOG = Logger.getLogger(Download.class);

    private final OutboundHttp http;
    private final Telemetry telemetry;
    private final Duration total;

    /** @param total from asking for the connection to the last byte, however busy the server is in between */
    Download(
            OutboundHttp http,
            Telemetry telemetry,
            @ConfigProperty(name = "file.timeout", defaultValue = "15s") Duration total) {
        this.http = http;
        this.telemetry = telemetry;
        this.total = total;
    }

    /**
     * @param limit bytes; of more than that, no more than that is written
     * @param to takes the content as it arrives
     * @throws NoAnswer when the server did not answer in time, or with "not now", or not to the end
     */
    Result get(URI address, InetAddress server, int limit, OutputStream to) throws NoAnswer {
        Optional<URI> encoded = encoded(address);
        if (encoded.isEmpty()) {
            return new Result.Astray();
        }
        telemetry.called(Remote.FILES);
        HttpHost host = new HttpHost(address.getScheme(), server, address.getHost(), address.getPort());
        HttpGet request = new HttpGet(encoded.get());
        request.setHeader(HttpHeaders.CONNECTION, "close");
        try {
            return http.exchange(host, request, total, new Transfer(address, limit, to)::receive);
        } catch (IOException noAnswer) {
            // The class alone: messages may quote addresses with signatures.
            LOG.warnf(
                    "no answer from %s: %s",
                    address.getHost(), noAnswer.getClass().getName());
            throw new NoAnswer();
        }
    }

    /** With nothing but ASCII. Half a character has no encoding, and a few characters turn into what no address may hold. */
    private static Optional<URI> encoded(URI address) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(address.toString())) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(address.toASCIIString()));
        } catch (URISyntaxException impossible) {
            return Optional.empty();
        }
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

        /** 4xx, or an encoding that nobody asked for. */
        record Refused() implements Result {}

        /** An address, or a redirect, that leads nowhere. */
        record Astray() implements Result {}

        record Redirect(URI to) implements Result {}
    }
}
