package com.hackajob.pinpoint.pinpoint;

import com.hackajob.pinpoint.Sha256;
import com.hackajob.pinpoint.export.RemoteFiles.Fingerprint;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Serves files and takes requests of any size, holds nothing of either, and stops halfway to have a look. */
final class HalfwayServer implements AutoCloseable {

    private static final int BLOCK = 8192;

    private final ServerSocket listener;
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private volatile Runnable halfway = () -> {};
    private volatile Fingerprint lastBody = new Fingerprint(0, "");
    private volatile int statusAtOnce;

    HalfwayServer(int port) {
        try {
            listener = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        Thread.ofVirtual().start(this::accept);
    }

    String address() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    /** A PDF of so many bytes. */
    URI file(int size) {
        return URI.create(address() + "/" + size);
    }

    /** What to do once half of a file or a request has gone by. */
    void halfway(String moment, Consumer<String> look) {
        halfway = () -> look.accept(moment);
    }

    /** Looks at nothing, and answers when everything has come. */
    void behave() {
        halfway = () -> {};
        statusAtOnce = 0;
    }

    /** Answers requests when their heads have come, and reads no further. */
    void answerAtOnce(int status) {
        statusAtOnce = status;
    }

    List<String> heads() {
        return List.copyOf(heads);
    }

    Fingerprint lastBody() {
        return lastBody;
    }

    static Fingerprint fingerprint(InputStream in) throws IOException {
        MessageDigest digest = Sha256.digest();
        int size = 0;
        byte[] block = new byte[BLOCK];
        for (int read = in.read(block); read > 0; read = in.read(block)) {
            digest.update(block, 0, read);
            size += read;
        }
        return new Fingerprint(size, Sha256.hex(digest));
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                Thread.ofPlatform().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            while (!socket.isOutputShutdown()) {
                String head = head(in);
                heads.add(head);
                if (head.startsWith("GET /")) {
                    send(socket.getOutputStream(), Integer.parseInt(head.substring(5, head.indexOf(' ', 5))));
                } else if (statusAtOnce > 0) {
                    answer(socket.getOutputStream(), statusAtOnce);
                    socket.shutdownOutput();
                    pause();
                } else {
                    receive(in, length(head));
                    answer(socket.getOutputStream(), 201);
                }
            }
        } catch (IOException | UncheckedIOException gone) {
            // the test tells
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int read = in.read();
            if (read < 0) {
                throw new IOException("no request");
            }
            head.append((char) read);
        }
        return head.toString().replace("\r", "");
    }

    private static int length(String head) {
        return head.lines()
                .filter(line -> line.regionMatches(true, 0, "Content-Length: ", 0, 16))
                .mapToInt(line -> Integer.parseInt(line.substring(16)))
                .findFirst()
                .orElseThrow();
    }

    private void send(OutputStream to, int size) throws IOException {
        to.write(("HTTP/1.1 200 OK\r\nContent-Length: " + size + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        SplittableRandom random = new SplittableRandom(size);
        byte[] start = "%PDF-1.7 ".getBytes(StandardCharsets.US_ASCII);
        to.write(start);
        boolean isHalf = false;
        byte[] block = new byte[BLOCK];
        for (int left = size - start.length; left > 0; left -= BLOCK) {
            if (!isHalf && left <= size / 2) {
                isHalf = true;
                halfway.run();
            }
            random.nextBytes(block);
            to.write(block, 0, Math.min(left, BLOCK));
        }
    }

    private void receive(InputStream in, int size) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] block = new byte[BLOCK];
        boolean isHalf = false;
        int received = 0;
        while (received < size) {
            if (!isHalf && received >= size / 2) {
                isHalf = true;
                halfway.run();
            }
            int read = in.read(block, 0, Math.min(block.length, size - received));
            if (read < 0) {
                throw new IOException("broken off");
            }
            digest.update(block, 0, read);
            received += read;
        }
        lastBody = new Fingerprint(size, Sha256.hex(digest));
    }

    private static void answer(OutputStream to, int status) throws IOException {
        to.write(("HTTP/1.1 " + status + " X\r\nContent-Type: application/vnd.api+json\r\n"
                        + "Content-Length: 2\r\n\r\n{}")
                .getBytes(StandardCharsets.US_ASCII));
        to.flush();
    }

    private static void pause() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
