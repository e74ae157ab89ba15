package com.hackajob.pinpoint.local.hackajob;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Serves CV files, rightly or wrongly. */
final class CvFiles {

    private static final byte[] PAGE = "<!doctype html><title>Sign in</title>".getBytes(StandardCharsets.UTF_8);
    private static final int CHUNK = 64 * 1024;

    private CvFiles() {}

    static void send(HttpExchange exchange, Candidate.Cv cv, Optional<FileFault> fault) throws IOException {
        if (fault.isEmpty()) {
            whole(exchange, cv.contentType(), cv.content());
            return;
        }
        switch (fault.get()) {
            case FileFault.Missing() -> exchange.sendResponseHeaders(404, -1);
            case FileFault.Expired() -> exchange.sendResponseHeaders(403, -1);
            case FileFault.ServerError() -> exchange.sendResponseHeaders(500, -1);
            case FileFault.TooLarge(var bytes) -> endless(exchange, cv, bytes);
            case FileFault.SlowDrip(var pause) -> drip(exchange, cv, pause);
            case FileFault.WrongType() -> whole(exchange, cv.contentType(), PAGE);
            case FileFault.Redirect(var target) -> {
                exchange.getResponseHeaders().set("Location", target.toString());
                exchange.sendResponseHeaders(302, -1);
            }
            case FileFault.Reset() -> exchange.close();
        }
    }

    private static void whole(HttpExchange exchange, String contentType, byte[] content) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", contentType);
        exchange.sendResponseHeaders(200, content.length);
        exchange.getResponseBody().write(content);
    }

    private static void endless(HttpExchange exchange, Candidate.Cv cv, long bytes) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", cv.contentType());
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(cv.content());
        for (var sent = (long) cv.content().length; sent < bytes; sent += CHUNK) {
            exchange.getResponseBody().write(new byte[CHUNK]);
        }
    }

    private static void drip(HttpExchange exchange, Candidate.Cv cv, Duration pause) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", cv.contentType());
        exchange.sendResponseHeaders(200, cv.content().length);
        for (var b : cv.content()) {
            exchange.getResponseBody().write(b);
            exchange.getResponseBody().flush();
            Pause.of(pause);
        }
    }
}
