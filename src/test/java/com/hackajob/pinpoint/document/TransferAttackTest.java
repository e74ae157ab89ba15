package com.hackajob.pinpoint.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.document.Way.End;
import com.hackajob.pinpoint.export.RemoteFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Allowed hosts that lie, flood or stall: each ends soon, in the right way, and with its connection closed. */
class TransferAttackTest {

    private static final Attacked ATTACKED = new Attacked();
    private static final URI FILE = URI.create(Attacked.ALLOWED + "/file");
    private static final Duration PATIENCE = Duration.ofMillis(500);

    @AfterAll
    static void close() {
        ATTACKED.close();
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("attacks")
    void ends_as_it_has_to_and_hangs_up(TransferAttack attack, Way way) throws InterruptedException {
        CountDownLatch hungUp = new CountDownLatch(1);
        ATTACKED.edge.answer((target, connection) -> {
            try {
                attack.host().serve(target, connection);
                drain(connection);
            } finally {
                hungUp.countDown();
            }
        });

        RemoteFiles files = ATTACKED.files(new FakeResolver(), ATTACKED.edge.client(), patience(attack));
        assertThat(way.end(files, FILE)).isEqualTo(way == Way.CV ? attack.end() : seenFromPinpoint(attack.end()));

        assertThat(hungUp.await(5, TimeUnit.SECONDS))
                .as("the connection is closed")
                .isTrue();
        assertThat(ATTACKED.edge.connections()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("each")
    void passes_on_no_more_than_it_may(TransferAttack attack) {
        ATTACKED.edge.answer(attack.host());
        ByteArrayOutputStream passedOn = new ByteArrayOutputStream();

        try {
            ATTACKED.download(ATTACKED.edge.client(), patience(attack))
                    .get(FILE, FakeResolver.address(FakeResolver.PUBLIC), RemoteFiles.LIMIT_BYTES, passedOn);
        } catch (Download.NoAnswer noAnswer) {
            assertThat(attack.end()).isEqualTo(End.OUTAGE);
        }

        assertThat(passedOn.size()).isLessThanOrEqualTo((int) attack.bytes());
    }

    /** How long it is waited for what does not end well; what does gets the time that a busy machine needs. */
    private static Duration patience(TransferAttack attack) {
        return attack.end() == End.OUTAGE ? PATIENCE : PATIENCE.multipliedBy(40);
    }

    static List<TransferAttack> each() {
        return TransferAttack.all();
    }

    static Stream<Arguments> attacks() {
        return TransferAttack.all().stream()
                .flatMap(attack -> Stream.of(Way.values()).map(way -> Arguments.of(attack, way)));
    }

    /** An attachment that can't be read now is told as such, and asked for no more. */
    private static End seenFromPinpoint(End end) {
        return end == End.OUTAGE ? End.UNREACHABLE : end;
    }

    /** Says no more and waits for the other side to close: a client that is content with what it has got does so, too. */
    private static void drain(Socket connection) throws IOException {
        connection.shutdownOutput();
        connection.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    @ParameterizedTest
    @EnumSource
    void nobody_listens(Way way) throws IOException {
        URI closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/file");
        }

        assertThat(way.end(direct(closed), closed)).isEqualTo(way == Way.CV ? End.OUTAGE : End.UNREACHABLE);
    }

    @ParameterizedTest
    @EnumSource
    void an_address_that_the_operator_names_is_called_without_any_name(Way way) throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI literal = URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/file");
            Thread.ofVirtual().start(() -> {
                try (Socket connection = socket.accept()) {
                    Attacked.serveCv("", connection);
                } catch (IOException gone) {
                    // the test tells
                }
            });

            assertThat(way.end(direct(literal), literal)).isEqualTo(End.FETCHED);
        }
    }

    private static RemoteFiles direct(URI origin) {
        return ATTACKED.direct(origin);
    }
}
