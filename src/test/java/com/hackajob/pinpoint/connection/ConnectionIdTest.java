package com.hackajob.pinpoint.connection;

import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.hackajob.pinpoint.CompanyId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a connection is named in an address that anybody can call. */
class ConnectionIdTest {

    private static final int SEED = 7;

    @ParameterizedTest
    @ValueSource(strings = {"a", "company-1", "A_b.c-d", "3f1c2d4e-0000-4000-8000-000000000000"})
    void reads_back_as_it_was_written(String company) {
        var id = ConnectionId.random(new CompanyId(company), new SplittableRandom(SEED));

        assertThat(ConnectionId.parse(id.text())).contains(id);
    }

    @Test
    void the_longest_company_still_fits() {
        var id = ConnectionId.random(new CompanyId("a".repeat(128)), new SplittableRandom(SEED));

        assertThat(ConnectionId.parse(id.text())).contains(id);
    }

    @Test
    void is_safe_in_an_address() {
        var random = new SplittableRandom(SEED);

        assertThat(Stream.generate(() -> ConnectionId.random(COMPANY, random).text())
                        .limit(100))
                .allMatch(text -> text.matches("[A-Za-z0-9_-]+"));
    }

    @Test
    void each_is_another() {
        var random = new SplittableRandom(SEED);

        assertThat(Stream.generate(() -> ConnectionId.random(COMPANY, random)).limit(100))
                .doesNotHaveDuplicates();
    }

    /** Empty, not Base64, Base64 of something else, and ours with something added or taken away. */
    static Stream<String> hostile() {
        return Stream.of(
                "",
                "/",
                "..",
                "../../etc/passwd",
                "%2e%2e",
                "=",
                "====",
                "a",
                "a b",
                "a\n",
                "a\u0000",
                "ä",
                "\ud83d\ude00",
                "company-1/nonce-1",
                ID.text() + "!",
                ID.text() + "\n",
                " " + ID.text(),
                ID.text().replace('b', '+').replace('Y', '/') + "+/",
                encoded(""),
                encoded("/"),
                encoded("company-1"),
                encoded("/nonce"),
                encoded("a/b/c"),
                encoded("../nonce"),
                encoded("a#b/nonce"),
                encoded("a b/nonce"),
                encoded("a\u0000/nonce"),
                encoded("ä/nonce"),
                encoded("a".repeat(129) + "/nonce"),
                encoded("a/" + "n".repeat(300)),
                "A".repeat(1_000_000));
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("hostile")
    void what_is_none_of_ours_is_nobodys(String text) {
        assertThat(ConnectionId.parse(text)).isEmpty();
    }

    @Test
    void never_throws_whatever_stands_in_the_address() {
        var random = new SplittableRandom(SEED);

        IntStream.range(0, 10_000).forEach(_ -> {
            String text = random(random);
            assertThatCode(() -> ConnectionId.parse(text)).doesNotThrowAnyException();
            assertThatCode(() -> ConnectionId.parse(encoded(text))).doesNotThrowAnyException();
        });
    }

    @Test
    void a_change_of_any_letter_makes_it_another_or_nobodys() {
        String text = ID.text();

        IntStream.range(0, text.length()).forEach(at -> {
            char other = text.charAt(at) == 'Q' ? 'R' : 'Q';
            String changed = text.substring(0, at) + other + text.substring(at + 1);
            assertThat(ConnectionId.parse(changed)).isNotEqualTo(ConnectionId.parse(text));
        });
    }

    private static String random(SplittableRandom random) {
        return random.ints(random.nextInt(40), 0, 0x250)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
