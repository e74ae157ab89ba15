package com.hackajob.pinpoint.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.document.Way.End;
import com.hackajob.pinpoint.export.RemoteFiles;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Addresses that must not be called, both ways and after a redirect: the edge of the network proves that no packet went there. */
class UrlAttackTest {

    private static final Attacked ATTACKED = new Attacked();
    private static final URI FILE = URI.create(Attacked.ALLOWED + "/file");
    private static final String PUBLIC_SOCKET = FakeResolver.PUBLIC + ":8080";

    private final FakeResolver resolver = new FakeResolver();
    private final RemoteFiles files = ATTACKED.files(resolver);

    @AfterAll
    static void close() {
        ATTACKED.close();
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("urls")
    void calls_no_address_that_is_not_on_the_list(UrlAttack attack, Way way) {
        ATTACKED.edge.answer(Attacked::serveCv);

        Optional<URI> address = parse(attack.url());

        assertThat(address.map(uri -> way.end(files, uri))).isIn(Optional.empty(), Optional.of(End.UNREACHABLE));
        assertThat(ATTACKED.edge.connections()).isEmpty();
        assertThat(resolver.asked()).as("not even a question to a name server").isEmpty();
    }

    static Stream<Arguments> urls() {
        return both(UrlAttack.all().stream());
    }

    @ParameterizedTest(name = "{1}: redirect to {0}")
    @MethodSource("locations")
    void follows_no_redirect_off_the_list(UrlAttack attack, Way way) {
        ATTACKED.edge.answer(Attacked.redirecting(attack.url()));

        assertThat(way.end(files, FILE)).isEqualTo(End.UNREACHABLE);
        assertThat(ATTACKED.edge.connections()).containsExactly(PUBLIC_SOCKET);
    }

    static Stream<Arguments> locations() {
        return both(UrlAttack.locations());
    }

    @ParameterizedTest(name = "{1}: a name for {0}")
    @MethodSource("addresses")
    void connects_to_no_address_that_is_not_public(AddressAttack attack, Way way) {
        ATTACKED.edge.answer(Attacked::serveCv);
        resolver.answer("files.hackajob.test", attack.address());

        assertThat(way.end(files, FILE)).isEqualTo(End.UNREACHABLE);
        assertThat(ATTACKED.edge.connections()).isEmpty();
    }

    @ParameterizedTest(name = "{1}: a name for a public address, and for {0}")
    @MethodSource("addresses")
    void connects_to_no_host_one_of_whose_addresses_is_not_public(AddressAttack attack, Way way) {
        ATTACKED.edge.answer(Attacked::serveCv);
        resolver.answer("files.hackajob.test", FakeResolver.address(FakeResolver.PUBLIC), attack.address());

        assertThat(way.end(files, FILE)).isEqualTo(End.UNREACHABLE);
        assertThat(ATTACKED.edge.connections()).isEmpty();
    }

    @ParameterizedTest(name = "{1}: redirect to a name for {0}")
    @MethodSource("addresses")
    void follows_no_redirect_to_an_address_that_is_not_public(AddressAttack attack, Way way) {
        ATTACKED.edge.answer(Attacked.redirecting("http://a.store.test:8080/other"));
        resolver.answer("a.store.test", attack.address());

        assertThat(way.end(files, FILE)).isEqualTo(End.UNREACHABLE);
        assertThat(ATTACKED.edge.connections()).containsExactly(PUBLIC_SOCKET);
    }

    @ParameterizedTest(name = "{1}: a name that turns to {0}")
    @MethodSource("addresses")
    void connects_to_the_address_that_was_checked_wherever_the_name_points_next(AddressAttack attack, Way way) {
        ATTACKED.edge.answer(Attacked::serveCv);
        resolver.answer("files.hackajob.test", FakeResolver.PUBLIC).answer("files.hackajob.test", attack.address());

        assertThat(way.end(files, FILE)).isEqualTo(End.FETCHED);
        assertThat(ATTACKED.edge.connections()).containsExactly(PUBLIC_SOCKET);
        assertThat(resolver.asked()).containsExactly("files.hackajob.test");
    }

    @ParameterizedTest(name = "{1}: a name that turns to {0} before the redirect")
    @MethodSource("addresses")
    void checks_a_name_anew_after_a_redirect(AddressAttack attack, Way way) {
        ATTACKED.edge.answer(Attacked.redirecting("/other"));
        resolver.answer("files.hackajob.test", FakeResolver.PUBLIC).answer("files.hackajob.test", attack.address());

        assertThat(way.end(files, FILE)).isEqualTo(End.UNREACHABLE);
        assertThat(ATTACKED.edge.connections()).containsExactly(PUBLIC_SOCKET);
    }

    static Stream<Arguments> addresses() {
        return both(AddressAttack.all().stream());
    }

    private static Stream<Arguments> both(Stream<?> attacks) {
        return attacks.flatMap(attack -> Stream.of(Way.values()).map(way -> Arguments.of(attack, way)));
    }

    @ParameterizedTest
    @EnumSource
    void follows_one_redirect_and_no_second(Way way) {
        ATTACKED.edge.answer((_, connection) -> {
            Attacked.head(connection);
            Attacked.send(connection, "HTTP/1.1 302 Found\r\nLocation: /file\r\nContent-Length: 0\r\n\r\n");
        });

        assertThat(way.end(files, FILE)).isEqualTo(End.UNREACHABLE);
        assertThat(ATTACKED.edge.connections()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void follows_a_redirect_on_the_list(Way way) {
        ATTACKED.edge.answer(Attacked.redirecting("http://a.store.test:8080/other"));

        assertThat(way.end(files, FILE)).isEqualTo(End.FETCHED);
        assertThat(ATTACKED.edge.connections()).containsExactly(PUBLIC_SOCKET, PUBLIC_SOCKET);
    }

    @ParameterizedTest
    @EnumSource
    void asks_with_nothing_but_our_name_before_a_redirect_and_after(Way way) {
        List<String> heads = new CopyOnWriteArrayList<>();
        ATTACKED.edge.answer((_, connection) -> {
            heads.add(Attacked.head(connection));
            String cookie = "Set-Cookie: session=1; Domain=test\r\nWWW-Authenticate: Basic realm=x\r\n";
            Attacked.send(
                    connection,
                    heads.size() == 1
                            ? "HTTP/1.1 302 Found\r\n" + cookie + "Location: /other\r\nContent-Length: 0\r\n\r\n"
                            : "HTTP/1.1 401 Unauthorized\r\n" + cookie + "Content-Length: 0\r\n\r\n");
        });

        assertThat(way.end(files, FILE)).isEqualTo(End.REFUSED);
        assertThat(heads)
                .containsExactly(
                        "GET /file HTTP/1.1\nConnection: close\nUser-Agent: hackajob\nHost: files.hackajob.test:8080\n",
                        "GET /other HTTP/1.1\nConnection: close\nUser-Agent: hackajob\nHost: files.hackajob.test:8080\n");
    }

    @ParameterizedTest
    @EnumSource
    void sends_one_request_however_the_path_is_written(Way way) throws URISyntaxException {
        List<String> heads = new CopyOnWriteArrayList<>();
        ATTACKED.edge.answer((_, connection) -> {
            heads.add(Attacked.head(connection));
            Attacked.send(connection, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
        });

        way.end(files, new URI(Attacked.ALLOWED + "/\u010D\u010AHost:%0d%0aevil%20HTTP/1.1?\u560D\u560Aa=%00#\u010A"));

        assertThat(heads)
                .containsExactly("GET /%C4%8D%C4%8AHost:%0d%0aevil%20HTTP/1.1?%E5%98%8D%E5%98%8Aa=%00 HTTP/1.1\n"
                        + "Connection: close\nUser-Agent: hackajob\nHost: files.hackajob.test:8080\n");
    }

    /** A lone surrogate, and a character that becomes a grave accent: both are addresses to Java, and to nobody else. */
    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("unwritable")
    void asks_for_nothing_that_can_not_be_written_into_a_request(String path, Way way) throws URISyntaxException {
        ATTACKED.edge.answer(Attacked::serveCv);

        assertThat(way.end(files, new URI(Attacked.ALLOWED + path))).isEqualTo(End.UNREACHABLE);
        assertThat(ATTACKED.edge.connections()).isEmpty();
    }

    static Stream<Arguments> unwritable() {
        return both(Stream.of("/\uD800", "/a\uDC00b?c", "/\u1FEF"));
    }

    @Test
    void tries_a_cv_again_when_nobody_knows_the_name() {
        resolver.knowsNot("files.hackajob.test");

        assertThat(Way.CV.end(files, FILE)).isEqualTo(End.OUTAGE);
        assertThat(Way.ATTACHMENT.end(files, FILE)).isEqualTo(End.UNREACHABLE);
    }

    @Test
    void public_addresses_next_to_those_that_are_not_are_called() {
        List<String> neighbours = List.of(
                "1.0.0.0",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "168.63.129.15",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2001:200::1",
                "2001:db7::1",
                "2001:db9::1",
                "2003::1",
                "2600:1f18::1",
                "2a00:1450::1",
                "3ffe:ffff::1");

        assertThat(neighbours).map(FakeResolver::address).allMatch(PublicAddresses::isPublic);
    }

    /** No exception to what is public is left out: every /16 of IPv4 but these is called. */
    @Test
    void most_of_the_internet_is_public() {
        long networks = IntStream.range(0, 65536)
                .filter(network -> PublicAddresses.isPublic(address(network)))
                .count();

        assertThat(networks).isEqualTo(65536 - 8192 - 3 * 256 - 64 - 1 - 16 - 1 - 2);
    }

    private static InetAddress address(int network) {
        try {
            return Inet4Address.getByAddress(
                    new byte[] {(byte) (network >> 8), (byte) network, (byte) 200, (byte) 200});
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Optional<URI> parse(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }
}
