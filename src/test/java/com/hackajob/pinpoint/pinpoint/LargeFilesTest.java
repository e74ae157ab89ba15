package com.hackajob.pinpoint.pinpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hackajob.pinpoint.Content;
import com.hackajob.pinpoint.NoCloud;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.export.CvTypes;
import com.hackajob.pinpoint.export.CvTypes.CvType;
import com.hackajob.pinpoint.export.Document;
import com.hackajob.pinpoint.export.RemoteFiles;
import com.hackajob.pinpoint.export.RemoteFiles.Fetch;
import com.hackajob.pinpoint.export.RemoteFiles.Fingerprint;
import com.hackajob.pinpoint.pinpoint.RequestBody.DataUri;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A large CV on its way from hackajob's store to Pinpoint and back, over the real clients: never in memory as a whole. */
@QuarkusTest
@TestProfile(LargeFilesTest.OneServer.class)
class LargeFilesTest {

    private static final int SMALL = 10_000;
    private static final int LARGE = RemoteFiles.LIMIT_BYTES;

    /** Of memory that is still held after a collection: what was promised. */
    private static final long GROWTH = 1024 * 1024;

    @Inject
    RemoteFiles files;

    @Inject
    CvTypes types;

    @Inject
    PinpointHttp pinpoint;

    @Inject
    ObjectMapper mapper;

    @ConfigProperty(name = "test.port")
    int port;

    /** One for all tests: the client keeps its connections. */
    private static @Nullable HalfwayServer running;

    private HalfwayServer server;

    @BeforeEach
    void start() {
        running = running == null ? new HalfwayServer(port) : running;
        server = running;
        server.behave();
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void takes_no_more_memory_than_a_small_one() {
        journey(SMALL); // loads classes, opens pools
        Map<String, Long> small = journey(SMALL);
        Map<String, Long> large = journey(LARGE);

        assertThat(large.keySet()).isEqualTo(small.keySet()).hasSize(4);
        large.forEach((moment, held) ->
                assertThat(held - small.get(moment)).as(moment).isLessThan(GROWTH));
    }

    /** What is held at each of four moments. */
    private Map<String, Long> journey(int size) {
        Map<String, Long> held = new HashMap<>();
        server.halfway("half of it is fetched", moment -> held.put(moment, held()));
        try (Content cv = fetched(size)) {
            held.put("all of it is fetched", held());
            assertThat(types.typeOf(cv)).isEqualTo(new CvType.Known("application/pdf"));
            server.halfway("half of it is sent", moment -> held.put(moment, held()));
            assertThat(create(cv).status()).isEqualTo(201);
            server.halfway("half of it is read back", moment -> held.put(moment, held()));
            assertThat(files.fromPinpoint(server.file(size))).isEqualTo(new Fetch.Fetched<>(Fingerprint.of(cv)));
        }
        return held;
    }

    @Test
    void arrives_with_its_length_known_before() throws IOException {
        try (Content cv = fetched(LARGE)) {
            create(cv);

            assertThat(server.heads().getLast())
                    .startsWith("POST /api/v1/applications HTTP/1.1\n")
                    .containsIgnoringCase("\nContent-Length: " + body(cv).length() + "\n")
                    .containsIgnoringCase("\nContent-Type: application/vnd.api+json\n")
                    .containsIgnoringCase("\nX-API-KEY: the-key\n")
                    .doesNotContainIgnoringCase("Transfer-Encoding");
            assertThat(server.lastBody()).isEqualTo(HalfwayServer.fingerprint(body(cv).open()));
        }
    }

    @Test
    void is_sent_anew_when_the_first_time_was_broken_off() throws IOException {
        try (Content cv = fetched(LARGE)) {
            server.halfway("half of it is sent", _ -> {
                throw new UncheckedIOException(new IOException("hangs up"));
            });
            assertThatExceptionOfType(Outage.class).isThrownBy(() -> create(cv));
            server.behave();

            assertThat(create(cv).status()).isEqualTo(201);
            assertThat(server.lastBody()).isEqualTo(HalfwayServer.fingerprint(body(cv).open()));
        }
    }

    /** As a server does that looks at the key first. */
    @ParameterizedTest
    @ValueSource(ints = {401, 413, 422})
    void an_answer_before_all_of_it_was_sent_is_heard(int status) {
        try (Content cv = fetched(LARGE)) {
            server.answerAtOnce(status);

            assertThat(create(cv).status()).isEqualTo(status);
        }
    }

    private Content fetched(int size) {
        return switch (files.fromHackajob(server.file(size))) {
            case Fetch.Fetched<Content>(var content) -> content;
            case Fetch.TooLarge<Content> _, Fetch.Refused<Content> _, Fetch.Unreachable<Content> _ ->
                throw new AssertionError("not fetched");
        };
    }

    private Reply create(Content cv) {
        return pinpoint.create(new Account(server.address(), "X-API-KEY", "the-key"), "applications", json(cv));
    }

    private RequestBody body(Content cv) throws IOException {
        return RequestBody.of(to -> mapper.writeValue(to, json(cv)));
    }

    private ObjectNode json(Content cv) {
        ObjectNode json = mapper.createObjectNode();
        json.putPOJO("cv_base64_data", new DataUri(new Document("cv.pdf", "application/pdf", cv)));
        return json;
    }

    /** Bytes that the heap and buffers outside of it hold and that are in use. */
    private static long held() {
        pause();
        System.gc();
        System.gc();
        long direct = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() + direct;
    }

    /** Whoever wanted to take more than the other side takes from them, would have done so by now. */
    private static void pause() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Files may be fetched from one port of this machine. */
    public static final class OneServer implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> overrides = new HashMap<>(new NoCloud().getConfigOverrides());
            int port = freePort();
            overrides.put("test.port", Integer.toString(port));
            overrides.put("hackajob.file.origins", "http://127.0.0.1:" + port);
            overrides.put("pinpoint.file.origins", "http://127.0.0.1:" + port);
            return overrides;
        }

        private static int freePort() {
            try (ServerSocket socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            } catch (IOException noPort) {
                throw new UncheckedIOException(noPort);
            }
        }
    }
}
