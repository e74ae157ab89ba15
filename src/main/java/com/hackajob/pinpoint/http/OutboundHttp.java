package com.hackajob.pinpoint.http;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.DefaultHostnameVerifier;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.MonitoringResponseOutOfOrderStrategy;
import org.apache.hc.core5.util.TimeValue;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1: one request, one answer. Nothing is repeated, redirected, unpacked or remembered, and nobody waits for longer
 * than said, however busy the other side is in between. Only how long a name is looked up is left to the system.
 */
@Singleton
public final class OutboundHttp {

    private static final Duration CONNECT = Duration.ofSeconds(2);

    /** A function that was frozen finds its kept connections dead: none is kept longer than an invocation needs it. */
    private static final TimeValue KEPT = TimeValue.ofSeconds(5);

    private static final TimeValue IDLE_AND_NOT_LOOKED_AT = TimeValue.ofMilliseconds(200);

    /** Of a header line, in characters, and of headers: the addresses of files carry long signatures. */
    private static final Http1Config LIMITS = Http1Config.custom()
            .setMaxLineLength(16 * 1024)
            .setMaxHeaderCount(100)
            .build();

    /** After how many bytes of a request it is looked whether the answer is there already: a look takes a millisecond. */
    private static final long LOOK_EVERY = 64L * 1024;

    /** RFC 9110, section 5.6.2. */
    private static final Pattern TOKEN = Pattern.compile("[-!#$%&'*+.^_`|~0-9A-Za-z]+");

    private static final Pattern LENGTH = Pattern.compile("[0-9]+");

    private final UnaryOperator<PoolingHttpClientConnectionManagerBuilder> network;
    private @Nullable CloseableHttpClient client;
    private @Nullable ScheduledThreadPoolExecutor alarms;

    @Inject
    public OutboundHttp() {
        this(UnaryOperator.identity());
    }

    /** @param network what is particular about the network and whom it trusts */
    public OutboundHttp(UnaryOperator<PoolingHttpClientConnectionManagerBuilder> network) {
        this.network = network;
    }

    /** Reads an answer. What it leaves unread is never waited for. */
    @FunctionalInterface
    public interface Reading<T> {
        T read(ClassicHttpResponse answer) throws IOException;
    }

    /**
     * Asks the host that the request names.
     *
     * @param longest from asking for the connection to the answer's last byte
     * @param limit of the answer's content, in bytes
     * @throws IOException when there is no whole answer within the limits
     */
    public HttpAnswer ask(HttpUriRequestBase request, Duration longest, int limit) throws IOException {
        return exchange(host(request), request, longest, answer -> HttpAnswer.of(answer, limit));
    }

    /**
     * Sends a request over a connection to a host.
     *
     * @param host with an address, which is then connected to: its name still goes into TLS and the header {@code Host}
     * @param longest from asking for the connection to the last byte that is read
     * @throws IOException when there is no answer within that time
     */
    public <T> T exchange(HttpHost host, HttpUriRequestBase request, Duration longest, Reading<T> reading)
            throws IOException {
        request.setConfig(RequestConfig.custom()
                .setConnectionRequestTimeout(longest.toMillis(), TimeUnit.MILLISECONDS)
                .setResponseTimeout(longest.toMillis(), TimeUnit.MILLISECONDS)
                .build());
        request.setHeader(HttpHeaders.USER_AGENT, "hackajob");
        Future<?> alarm = alarms().schedule(request::cancel, longest.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return reading.read(wellFormed(client().executeOpen(host, request, null)));
        } catch (IOException | IllegalStateException failure) {
            // The second is what the library says when the alarm takes the connection away between two of its steps.
            if (request.isCancelled()) {
                throw new SocketTimeoutException("no whole answer within " + longest);
            }
            throw failure;
        } catch (Error grave) {
            forgetClient(); // the library has closed it for good
            throw grave;
        } finally {
            alarm.cancel(false);
            // Closes the connection, unless all of the answer was read. Closing the answer would read the rest of it
            // first.
            request.cancel();
        }
    }

    /** What the library forgives, and what others may understand otherwise. */
    private static ClassicHttpResponse wellFormed(ClassicHttpResponse answer) throws IOException {
        for (Header header : answer.getHeaders()) {
            if (!TOKEN.matcher(header.getName()).matches()
                    || (header.getName().equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH)
                            && !LENGTH.matcher(header.getValue()).matches())) {
                throw new IOException("an answer that is not HTTP");
            }
        }
        return answer;
    }

    /** With the first of the name's addresses: the library would go on to the next one after the alarm, and know no end. */
    private static HttpHost host(HttpUriRequestBase request) throws IOException {
        try {
            URI address = request.getUri();
            InetAddress first = InetAddress.getByName(address.getHost());
            return new HttpHost(address.getScheme(), first, address.getHost(), address.getPort());
        } catch (URISyntaxException malformed) {
            throw new IOException("an address that can't be called", malformed);
        }
    }

    /** Has the client ready for a first call; needs no network. */
    public void prepare() {
        client();
        alarms();
    }

    private synchronized CloseableHttpClient client() {
        if (client == null) {
            client = HttpClients.createMinimal(network.apply(connections()).build());
        }
        return client;
    }

    private synchronized void forgetClient() {
        client = null;
    }

    private static PoolingHttpClientConnectionManagerBuilder connections() {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(LIMITS)
                        .responseOutOfOrderStrategy(new MonitoringResponseOutOfOrderStrategy(LOOK_EVERY))
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT.toMillis(), TimeUnit.MILLISECONDS)
                        .setTimeToLive(KEPT)
                        .setValidateAfterInactivity(IDLE_AND_NOT_LOOKED_AT)
                        .build())
                .setTlsSocketStrategy(tls().buildClassic());
    }

    /** How a host proves its name. */
    public static ClientTlsStrategyBuilder tls() {
        return ClientTlsStrategyBuilder.create()
                .setHostVerificationPolicy(HostnameVerificationPolicy.BUILTIN)
                // names are Java's to check; without this one the list of all public suffixes would be read
                .setHostnameVerifier(new DefaultHostnameVerifier());
    }

    private synchronized ScheduledThreadPoolExecutor alarms() {
        if (alarms == null) {
            alarms = new ScheduledThreadPoolExecutor(
                    1, Thread.ofPlatform().daemon().name("http-alarms").factory());
            alarms.setRemoveOnCancelPolicy(true);
        }
        return alarms;
    }
}
