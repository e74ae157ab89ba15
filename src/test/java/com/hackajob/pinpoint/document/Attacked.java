package com.hackajob.pinpoint.document;

import com.hackajob.pinpoint.NoTelemetry;
import com.hackajob.pinpoint.http.OutboundHttp;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** The product's own guard, with the whole network and all names in the attackers' hands. */
final class Attacked implements AutoCloseable {

    /** Name and port that may be called, in every way that an operator can allow it. */
    static final String ORIGINS = "http://files.hackajob.test:8080,https://files.hackajob.test,"
            + "http://*.store.test:8080,https://*.store.test";

    static final String ALLOWED = "http://files.hackajob.test:8080";
    static final byte[] CV = "%PDF-1.7 the CV".getBytes(StandardCharsets.US_ASCII);

    private static final Spool SPOOL = new Spool(System.getProperty("java.io.tmpdir"));

    final Edge edge = new Edge();

    GuardedFiles files(Resolver resolver) {
        return files(resolver, edge.client(), Duration.ofSeconds(10));
    }

    GuardedFiles files(Resolver resolver, OutboundHttp http, Duration total) {
        Origins origins = Origins.parse(Optional.of(ORIGINS));
        return new GuardedFiles(download(http, total), SPOOL, new PublicAddresses(resolver), origins, origins);
    }

    Download download(OutboundHttp http, Duration total) {
        return new Download(http, new NoTelemetry(), total);
    }

    /** Without the edge, as in production: straight to an origin that the operator allows. */
    GuardedFiles direct(URI origin) {
        Origins origins = Origins.parse(Optional.of(origin.toString()));
        return new GuardedFiles(
                download(new OutboundHttp(), Duration.ofSeconds(15)), SPOOL, new PublicAddresses(), origins, origins);
    }

    /** A host that gives everybody the CV. */
    static void serveCv(String target, Socket connection) throws IOException {
        head(connection);
        send(connection, "HTTP/1.1 200 OK\r\nContent-Length: " + CV.length + "\r\n\r\n" + "%PDF-1.7 the CV");
    }

    /** A host that sends whoever asks for the file on to somewhere else, and there gives them the CV. */
    static Edge.Host redirecting(String location) {
        return (target, connection) -> {
            if (head(connection).startsWith("GET /file ")) {
                send(connection, "HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n");
            } else {
                send(connection, "HTTP/1.1 200 OK\r\nContent-Length: " + CV.length + "\r\n\r\n" + "%PDF-1.7 the CV");
            }
        };
    }

    /** The request's head, up to the empty line. */
    static String head(Socket connection) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
        StringBuilder head = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            head.append(line).append('\n');
        }
        return head.toString();
    }

    static void send(Socket connection, String text) throws IOException {
        connection.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        connection.getOutputStream().flush();
    }

    @Override
    public void close() {
        edge.close();
    }
}
