package com.hackajob.pinpoint.document;

import static com.hackajob.pinpoint.document.Attacked.head;
import static com.hackajob.pinpoint.document.Attacked.send;

import com.hackajob.pinpoint.document.Way.End;
import com.hackajob.pinpoint.export.RemoteFiles;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.stream.Stream;

/**
 * A host that is allowed, and does not play by the rules.
 *
 * @param end how a CV's download has to end
 * @param bytes that may be passed on at most
 */
record TransferAttack(String name, Edge.Host host, End end, long bytes) {

    private static final int LIMIT = RemoteFiles.LIMIT_BYTES;
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";
    private static final byte[] KILOBYTES = new byte[64 * 1024];

    /** What somebody sends who has read the request. */
    private interface Sender {
        void send(Socket to) throws IOException;
    }

    static List<TransferAttack> all() {
        return Stream.of(lies(), endless(), slow(), encodings(), framing(), statuses())
                .flatMap(attacks -> attacks)
                .toList();
    }

    private static Stream<TransferAttack> lies() {
        return Stream.of(
                says("length too small", End.FETCHED, 5, OK + "Content-Length: 5\r\n\r\n%PDF-1.7 and more"),
                says("length too large", End.OUTAGE, 8, OK + "Content-Length: 1000\r\n\r\n%PDF-1.7"),
                says("length beyond the limit", End.TOO_LARGE, 0, OK + length(LIMIT + 1L) + "\r\n%PDF-1.7"),
                says("length beyond an int", End.TOO_LARGE, 0, OK + length(1L << 32) + "\r\n%PDF-1.7"),
                says(
                        "length beyond a long",
                        End.OUTAGE,
                        0,
                        OK + "Content-Length: 99999999999999999999\r\n\r\n%PDF-1.7"),
                says("length below zero", End.OUTAGE, 0, OK + "Content-Length: -1\r\n\r\n%PDF-1.7"),
                says("length no number", End.OUTAGE, 0, OK + "Content-Length: many\r\n\r\n%PDF-1.7"),
                says("length in hexadecimal", End.OUTAGE, 0, OK + "Content-Length: 0x8\r\n\r\n%PDF-1.7"),
                says("length with a sign", End.OUTAGE, 0, OK + "Content-Length: +8\r\n\r\n%PDF-1.7"),
                says("length empty", End.OUTAGE, 0, OK + "Content-Length:\r\n\r\n%PDF-1.7"),
                says("two lengths", End.OUTAGE, 0, OK + length(8) + length(9) + "\r\n%PDF-1.7"),
                says("two lengths in one", End.OUTAGE, 0, OK + "Content-Length: 8, 9\r\n\r\n%PDF-1.7"),
                says("neither length nor chunks", End.OUTAGE, 0, OK + "\r\n%PDF-1.7"),
                says("an old server's answer", End.OUTAGE, 0, "HTTP/1.0 200 OK\r\n\r\n%PDF-1.7"),
                says("cut off before the content", End.OUTAGE, 0, OK + "Content-Length: 8\r\n\r\n"),
                says("empty", End.FETCHED, 0, OK + "Content-Length: 0\r\n\r\n"),
                says("cut off within the head", End.OUTAGE, 0, OK + "Content-Le"),
                says("nothing at all", End.OUTAGE, 0, ""),
                sends("exactly the limit", End.FETCHED, LIMIT, to -> megabytes(to, length(LIMIT), LIMIT)),
                sends("a byte beyond the limit", End.TOO_LARGE, LIMIT, TransferAttack::chunkBeyondTheLimit));
    }

    private static Stream<TransferAttack> endless() {
        return Stream.of(
                sends("endless chunks", End.TOO_LARGE, LIMIT, TransferAttack::endlessChunks),
                sends("one endless chunk", End.TOO_LARGE, LIMIT, to -> {
                    send(to, CHUNKED + "7fffffff\r\n");
                    flood(to);
                }),
                sends("endless without a length", End.OUTAGE, 0, to -> {
                    send(to, OK + "\r\n");
                    flood(to);
                }),
                sends("endless head", End.OUTAGE, 0, to -> repeat(to, OK, "X-Header: 1\r\n")),
                sends("endless header", End.OUTAGE, 0, to -> repeat(to, OK + "X-Header: ", "1")),
                sends("endless status line", End.OUTAGE, 0, to -> repeat(to, "HTTP/1.1 200 ", "OK")),
                sends("endless chunk extension", End.OUTAGE, 0, to -> repeat(to, CHUNKED + "1;", "x")),
                sends("endless chunk size", End.OUTAGE, 0, to -> repeat(to, CHUNKED, "0")),
                sends(
                        "endless trailer",
                        End.OUTAGE,
                        1,
                        to -> repeat(to, CHUNKED + "1\r\nx\r\n0\r\n", "X-Trailer: 1\r\n")),
                sends("endless go-ahead", End.OUTAGE, 0, to -> repeat(to, "", "HTTP/1.1 100 Continue\r\n\r\n")),
                sends("endless early hints", End.OUTAGE, 0, to -> repeat(to, "", "HTTP/1.1 103 Early Hints\r\n\r\n")),
                endless("an endless redirect", End.UNREACHABLE, "302 Found\r\nLocation: http://10.0.0.1/"),
                endless("an endless refusal", End.REFUSED, "404 Not Found"),
                endless("an endless error", End.OUTAGE, "500 Internal Server Error"),
                endless("an endless page to sign in", End.REFUSED, "401 Unauthorized\r\nWWW-Authenticate: Basic"));
    }

    private static Stream<TransferAttack> slow() {
        return Stream.of(
                sends("silence", End.OUTAGE, 0, TransferAttack::wait),
                sends("silence after the head", End.OUTAGE, 0, to -> {
                    send(to, OK + "Content-Length: 8\r\n\r\n");
                    wait(to);
                }),
                sends("silence within the content", End.OUTAGE, 4, to -> {
                    send(to, OK + "Content-Length: 8\r\n\r\n%PDF");
                    wait(to);
                }),
                sends("silence before the last chunk", End.OUTAGE, 4, to -> {
                    send(to, CHUNKED + "4\r\n%PDF\r\n");
                    wait(to);
                }),
                sends("a drop at a time", End.OUTAGE, 1000, to -> drip(to, OK + "Content-Length: 100000\r\n\r\n")),
                sends("a drop of a chunk at a time", End.OUTAGE, 1000, to -> drip(to, CHUNKED + "100000\r\n")),
                sends("a drop of the head at a time", End.OUTAGE, 0, to -> drip(to, OK + "X-Header: ")));
    }

    private static Stream<TransferAttack> encodings() {
        return Stream.concat(
                Stream.of("gzip", "GZIP", "deflate", "br", "zstd", "x-gzip", "compress", "gzip, gzip", "anything")
                        .map(encoding -> sends("encoded as " + encoding, End.REFUSED, 0, to -> {
                            byte[] bomb = Zips.gzip(KILOBYTES.length * 1000L);
                            send(to, OK + "Content-Encoding: " + encoding + "\r\n" + length(bomb.length) + "\r\n");
                            to.getOutputStream().write(bomb);
                        })),
                Stream.of("gzip, chunked", "chunked, gzip", "identity", "gzip", "chunked, chunked", "xchunked")
                        .map(encoding -> sends("transferred as " + encoding, End.OUTAGE, 0, to -> {
                            byte[] bomb = Zips.gzip(KILOBYTES.length * 1000L);
                            send(to, OK + "Transfer-Encoding: " + encoding + "\r\n\r\n");
                            to.getOutputStream().write(bomb);
                        })));
    }

    private static Stream<TransferAttack> framing() {
        return Stream.of(
                says("chunk size below zero", End.OUTAGE, 0, CHUNKED + "-1\r\nx\r\n0\r\n\r\n"),
                says("chunk size no number", End.OUTAGE, 0, CHUNKED + "x\r\nx\r\n0\r\n\r\n"),
                says("chunk size beyond an int", End.OUTAGE, 0, CHUNKED + "ffffffffffffffff\r\nx\r\n0\r\n\r\n"),
                says("chunk shorter than it says", End.OUTAGE, 20, CHUNKED + "10\r\n%PDF\r\n0\r\n\r\n"),
                says("last chunk missing", End.OUTAGE, 4, CHUNKED + "4\r\n%PDF\r\n"),
                says("something after the last chunk", End.FETCHED, 4, CHUNKED + "4\r\n%PDF\r\n0\r\n\r\nmore"),
                says(
                        "a second answer",
                        End.FETCHED,
                        4,
                        OK + "Content-Length: 4\r\n\r\n%PDF" + OK + length(1) + "\r\nx"),
                says("no HTTP", End.OUTAGE, 0, "SSH-2.0-OpenSSH_9.9\r\n"),
                says("the oldest HTTP", End.OUTAGE, 0, "%PDF-1.7\r\n"),
                says("HTTP/2", End.OUTAGE, 0, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
                says("a version that is not there", End.OUTAGE, 0, "HTTP/9.9 200 OK\r\n" + length(4) + "\r\n%PDF"),
                says("a status that is no number", End.OUTAGE, 0, "HTTP/1.1 OK 200\r\n" + length(4) + "\r\n%PDF"),
                says("NUL in a header", End.OUTAGE, 0, OK + "X\0: 1\r\n" + length(4) + "\r\n%PDF"));
    }

    private static Stream<TransferAttack> statuses() {
        return Stream.concat(
                Stream.of(201, 202, 203, 205, 206, 226, 300, 304, 400, 401, 403, 404, 407, 410, 451)
                        .map(status -> status(status, End.REFUSED)),
                Stream.of(408, 425, 429, 500, 502, 503, 504, 599).map(status -> status(status, End.OUTAGE)));
    }

    private static TransferAttack status(int status, End end) {
        return says("status " + status, end, 0, "HTTP/1.1 " + status + " X\r\nContent-Length: 8\r\n\r\n%PDF-1.7");
    }

    private static TransferAttack says(String name, End end, long bytes, String answer) {
        return sends(name, end, bytes, to -> send(to, answer));
    }

    private static TransferAttack endless(String name, End end, String status) {
        return sends(name, end, 0, to -> {
            send(to, "HTTP/1.1 " + status + "\r\nTransfer-Encoding: chunked\r\n\r\n7fffffff\r\n");
            flood(to);
        });
    }

    private static TransferAttack sends(String name, End end, long bytes, Sender sender) {
        Edge.Host host = (_, connection) -> {
            head(connection);
            sender.send(connection);
        };
        return new TransferAttack(name, host, end, bytes);
    }

    private static String length(long bytes) {
        return "Content-Length: " + bytes + "\r\n";
    }

    private static void megabytes(Socket to, String length, int bytes) throws IOException {
        send(to, OK + length + "\r\n");
        to.getOutputStream().write(new byte[bytes]);
    }

    private static void chunkBeyondTheLimit(Socket to) throws IOException {
        send(to, CHUNKED + Integer.toHexString(LIMIT + 1) + "\r\n");
        to.getOutputStream().write(new byte[LIMIT + 1]);
        send(to, "\r\n0\r\n\r\n");
    }

    private static void endlessChunks(Socket to) throws IOException {
        send(to, CHUNKED);
        while (true) {
            send(to, Integer.toHexString(KILOBYTES.length) + "\r\n");
            to.getOutputStream().write(KILOBYTES);
            send(to, "\r\n");
        }
    }

    private static void flood(Socket to) throws IOException {
        while (true) {
            to.getOutputStream().write(KILOBYTES);
        }
    }

    private static void repeat(Socket to, String start, String part) throws IOException {
        send(to, start);
        while (true) {
            send(to, part.repeat(100));
        }
    }

    private static void drip(Socket to, String start) throws IOException {
        send(to, start);
        while (true) {
            send(to, "1");
            pause();
        }
    }

    private static void wait(Socket to) throws IOException {
        if (to.getInputStream().read() == -1) {
            throw new IOException("the client has had enough");
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
