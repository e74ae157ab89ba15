package com.hackajob.pinpoint.document;

import com.hackajob.pinpoint.document.Download.NoAnswer;
import com.hackajob.pinpoint.document.Download.Result;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A request and what comes of it. Runs on the connection's own thread, except where it is begun and stopped. */
final class Transfer {

    private final URI address;
    private final long limit;
    private final OutputStream to;
    private final Promise<Result> result = Promise.promise();
    private @Nullable HttpClientRequest request;
    private boolean isStopped;
    private long received;

    Transfer(URI address, long limit, OutputStream to) {
        this.address = address;
        this.limit = limit;
        this.to = to;
    }

    CompletableFuture<Result> begin(HttpClient client, RequestOptions options) {
        client.request(options).onFailure(result::tryFail).onSuccess(this::send);
        return result.future().toCompletionStage().toCompletableFuture();
    }

    /** Closes the connection, whatever the server is still sending: nothing is written any more. */
    synchronized void stop() {
        isStopped = true;
        if (request != null) {
            request.reset();
        }
    }

    private synchronized void send(HttpClientRequest connected) {
        request = connected;
        if (isStopped) {
            connected.reset();
        } else {
            connected.send().onFailure(result::tryFail).onSuccess(this::receive);
        }
    }

    private void receive(HttpClientResponse response) {
        response.exceptionHandler(result::tryFail);
        int status = response.statusCode();
        if (status >= 500 || status == 408 || status == 425 || status == 429) {
            result.tryFail(new NoAnswer());
        } else if (status >= 300 && status < 400 && response.getHeader("Location") != null) {
            result.tryComplete(redirect(response.getHeader("Location")));
        } else if (status != 200 || isEncoded(response)) {
            result.tryComplete(new Result.Refused());
        } else {
            receiveContent(response);
        }
    }

    private Result redirect(String location) {
        try {
            return new Result.Redirect(address.resolve(location));
        } catch (IllegalArgumentException malformed) {
            return new Result.Refused();
        }
    }

    /** We asked for none: what is packed counts as what it is, and nobody unpacks it. */
    private static boolean isEncoded(HttpClientResponse response) {
        return Optional.ofNullable(response.getHeader("Content-Encoding"))
                .filter(encoding -> !encoding.equalsIgnoreCase("identity"))
                .isPresent();
    }

    private void receiveContent(HttpClientResponse response) {
        if (!tellsItsEnd(response)) {
            result.tryFail(new NoAnswer());
            return;
        }
        if (announced(response) > limit) {
            result.tryComplete(new Result.TooLarge());
            return;
        }
        response.handler(this::write);
        response.endHandler(_ -> result.tryComplete(new Result.Complete()));
    }

    /** What ends with the connection may have been cut off anywhere. */
    private static boolean tellsItsEnd(HttpClientResponse response) {
        return response.getHeader("Content-Length") != null
                || response.headers().contains("Transfer-Encoding", "chunked", true);
    }

    private static long announced(HttpClientResponse response) {
        return Optional.ofNullable(response.getHeader("Content-Length"))
                .filter(length -> length.matches("[0-9]{1,18}"))
                .map(Long::parseLong)
                .orElse(0L);
    }

    // Counted while it streams: neither a false Content-Length nor none at all makes us take more than the limit.
    private synchronized void write(Buffer chunk) {
        received += chunk.length();
        if (isStopped || result.future().isComplete()) {
            return;
        }
        if (received > limit) {
            result.tryComplete(new Result.TooLarge());
            return;
        }
        try {
            to.write(chunk.getBytes());
        } catch (IOException full) {
            result.tryFail(full);
        }
    }
}
