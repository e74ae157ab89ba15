package com.hackajob.pinpoint.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@link OutboundHttp} as each edge counts on it; what hostile servers do is in the attacks on files. */
class OutboundHttpTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final int LIMIT = 1000;

    private final OutboundHttp http = new OutboundHttp();
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/answer", exchange -> {
            byte[] answer = "an answer".getBytes(StandardCharsets.UTF_8);
            exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
            exchange.getResponseHeaders().set("Retry-After", "7");
            exchange.sendResponseHeaders(201, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.createContext("/silence", exchange -> {
            try {
                end.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
    }

    @Test
    void gives_status_content_and_when_to_come_again() throws IOException {
        HttpAnswer answer = http.ask(new HttpGet(address("/answer")), LONG, LIMIT);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.retryAfter(Instant.EPOCH)).contains(Duration.ofSeconds(7));
        assertThat(answer.content()).asString().isEqualTo("an answer");
    }

    @Test
    void takes_an_answer_of_just_the_limit_and_none_beyond() throws IOException {
        assertThat(http.ask(new HttpGet(address("/answer")), LONG, 9).content()).hasSize(9);
        assertThatIOException()
                .isThrownBy(() -> http.ask(new HttpGet(address("/answer")), LONG, 8))
                .withMessage("an answer of more than 8 bytes");
    }

    @Test
    void waits_no_longer_than_it_is_told() {
        assertThatExceptionOfType(SocketTimeoutException.class)
                .isThrownBy(() -> http.ask(new HttpGet(address("/silence")), Duration.ofMillis(200), LIMIT));
    }

    @Test
    void says_of_a_name_that_nobody_has_that_nobody_has_it() {
        URI nowhere = URI.create("http://nobody.invalid/");

        assertThatExceptionOfType(UnknownHostException.class)
                .isThrownBy(() -> http.ask(new HttpGet(nowhere), LONG, LIMIT));
    }

    /** Upon an Error the library closes its pool for good. */
    @Test
    void works_again_after_an_error_in_the_midst_of_an_exchange() throws IOException {
        HttpPost broken = new HttpPost(address("/answer"));
        broken.setEntity(new InputStreamEntity(
                new InputStream() {
                    @Override
                    public int read() {
                        throw new OutOfMemoryError("of the test");
                    }
                },
                9,
                ContentType.APPLICATION_OCTET_STREAM));

        assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(() -> http.ask(broken, LONG, LIMIT));

        assertThat(http.ask(new HttpGet(address("/answer")), LONG, LIMIT).status())
                .isEqualTo(201);
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }
}
