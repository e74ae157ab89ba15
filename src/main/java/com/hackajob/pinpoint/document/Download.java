package com.hackajob.pinpoint.document;

import com.hackajob.pinpoint.Bytes;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
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

    private static final int CONNECT_MILLIS = 3_000;
    private static final int TOTAL_SECONDS = 15;

    private final Vertx vertx;
    private @Nullable HttpClient client;

    Download(Vertx vertx) {
        this.vertx = vertx;
    }

    /** @throws NoAnswer when the server did not answer in time, or with "not now" */
    Result get(URI address, InetAddress server, int limit) throws NoAnswer {
        try {
            return client().request(options(address, server))
                    .compose(request -> send(request, address, limit))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(TOTAL_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException noAnswer) {
            LOG.warnf("no answer from %s: %s", address.getHost(), kind(noAnswer));
            throw new NoAnswer();
        } catch (TimeoutException tooSlow) {
            LOG.warnf("no answer from %s within %d s", address.getHost(), TOTAL_SECONDS);
            throw new NoAnswer();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NoAnswer();
        }
    }

    /** The class alone: messages may quote addresses with signatures. */
    private static String kind(ExecutionException failure) {
        return String.valueOf(failure.getCause()).split(":", 2)[0];
    }

    private synchronized HttpClient client() {
        if (client == null) {
            client = vertx.createHttpClient(new HttpClientOptions()
                    .setConnectTimeout(CONNECT_MILLIS)
                    .setIdleTimeout(TOTAL_SECONDS)
                    .setKeepAlive(false)
                    .setDecompressionSupported(false));
        }
        return client;
    }

    private static RequestOptions options(URI address, InetAddress server) {
        int port = Origins.Origin.portOf(address);
        return new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setServer(SocketAddress.inetSocketAddress(port, server.getHostAddress()))
                .setHost(address.getHost())
                .setPort(port)
                .setSsl("https".equalsIgnoreCase(address.getScheme()))
                .setURI(pathAndQuery(address))
                .setFollowRedirects(false);
    }

    private static String pathAndQuery(URI address) {
        String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
    }

    // On the connection's own thread: handlers that come later than the answer's end would find it gone.
    private static Future<Result> send(HttpClientRequest request, URI address, int limit) {
        return request.send().compose(response -> receive(response, address, limit));
    }

    private static Future<Result> receive(HttpClientResponse response, URI address, int limit) {
        int status = response.statusCode();
        if (status >= 500 || status == 408 || status == 425 || status == 429) {
            return Future.failedFuture(new NoAnswer());
        }
        if (status >= 300 && status < 400 && response.getHeader("Location") != null) {
            return Future.succeededFuture(redirect(address, response.getHeader("Location")));
        }
        return status == 200 ? content(response, limit) : Future.succeededFuture(new Result.Refused());
    }

    private static Result redirect(URI from, String to) {
        try {
            return new Result.Redirect(from.resolve(to));
        } catch (IllegalArgumentException malformed) {
            return new Result.Refused();
        }
    }

    // Counted while it streams: neither a false Content-Length nor none at all makes us hold more than the limit.
    private static Future<Result> content(HttpClientResponse response, int limit) {
        Promise<Result> promise = Promise.promise();
        Buffer received = Buffer.buffer();
        response.handler(chunk -> {
            if (received.length() + chunk.length() > limit) {
                promise.tryComplete(new Result.TooLarge());
                response.request().reset();
            } else {
                received.appendBuffer(chunk);
            }
        });
        response.exceptionHandler(promise::tryFail);
        response.endHandler(_ -> promise.tryComplete(new Result.Content(new Bytes(received.getBytes()))));
        return promise.future();
    }

    /** The server did not answer. */
    static final class NoAnswer extends Exception {
        private static final long serialVersionUID = 1;
    }

    /** What the server answered. */
    sealed interface Result {
        record Content(Bytes bytes) implements Result {}

        record TooLarge() implements Result {}

        /** 4xx, or a redirect that leads nowhere. */
        record Refused() implements Result {}

        record Redirect(URI to) implements Result {}
    }
}
