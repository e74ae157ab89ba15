package com.hackajob.pinpoint.connection;

import static com.hackajob.pinpoint.SettableClock.START;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.ID;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.OTHER_COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aConnection;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.anApiKey;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.ended;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.Bytes;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.SettableClock;
import com.hackajob.pinpoint.connection.Credentials.PutToken;
import com.hackajob.pinpoint.connection.Credentials.SecretVersion;
import com.hackajob.pinpoint.connection.ReceiveWebhook.Outcome;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whose webhooks are believed, and what they leave. */
class ReceiveWebhookTest {

    private static final Bytes BODY = bytes("{\"event\":\"application_stage_changed\"}");
    private static final Duration DAY = Duration.ofDays(1);

    private final SettableClock clock = new SettableClock();
    private final FakeCredentials credentials = new FakeCredentials();
    private final InMemoryConnections store = new InMemoryConnections();
    private final InterruptedConnections connections = new InterruptedConnections(store);
    private final ReceiveWebhook receiveWebhook = new ReceiveWebhook(connections, credentials, clock);

    @BeforeEach
    void connect() {
        var webhooks = WebhookSecrets.NONE.replacedBy("previous", START).replacedBy("current", START);
        credentials.put(COMPANY, new Secret(anApiKey(), webhooks), new PutToken("arranged"));
        store.put(connection());
    }

    @Test
    void believes_what_is_signed_as_pinpoint_documents_it() {
        // printf %s BODY | openssl dgst -sha256 -hmac current -binary | base64
        assertThat(signature("current", BODY)).isEqualTo("V9KsgHIZjZ0Br2GaUBeCVgHyKiS+W1uEZsmwWPLkZiA=");
        assertThat(receive(signature("current", BODY))).isEqualTo(Outcome.VERIFIED);
    }

    @Test
    void believes_the_secret_before_for_a_day_and_not_a_moment_longer() {
        clock.pass(DAY.minusNanos(1));
        assertThat(receive(signature("previous", BODY))).isEqualTo(Outcome.VERIFIED);

        clock.pass(Duration.ofNanos(1));
        assertThat(receive(signature("previous", BODY))).isEqualTo(Outcome.NOT_SIGNED);
        assertThat(receive(signature("current", BODY))).isEqualTo(Outcome.VERIFIED);
    }

    static Stream<String> wrong() {
        String right = signature("current", BODY);
        byte[] mac = Base64.getDecoder().decode(right);
        return Stream.of(
                signature("another", BODY),
                signature("current", bytes("{}")),
                signature("CURRENT", BODY),
                "",
                " ",
                " " + right,
                right + " ",
                right + "\n",
                right.substring(0, right.length() - 1),
                right.replace("=", ""),
                right.toLowerCase(Locale.ROOT),
                HexFormat.of().formatHex(mac),
                Base64.getUrlEncoder().encodeToString(mac),
                "sha256=" + right,
                "\u0000",
                "ä");
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("wrong")
    void does_not_believe_what_is_signed_otherwise(String signature) {
        assertThat(receive(signature)).isEqualTo(Outcome.NOT_SIGNED);

        assertThat(store.find(COMPANY)).contains(connection());
    }

    @Test
    void does_not_believe_what_is_not_signed() {
        assertThat(receiveWebhook.receive(ID, BODY, Optional.empty())).isEqualTo(Outcome.NOT_SIGNED);
    }

    @Test
    void checks_the_bytes_as_they_came_not_a_text_that_they_may_stand_for() {
        var broken = new Bytes(new byte[] {'{', (byte) 0xff, (byte) 0xc3, '}'});
        var repaired = bytes(new String(broken.array(), StandardCharsets.UTF_8));

        assertThat(receive(broken, signature("current", broken))).isEqualTo(Outcome.VERIFIED);
        assertThat(receive(broken, signature("current", repaired))).isEqualTo(Outcome.NOT_SIGNED);
    }

    @Test
    void takes_an_empty_body_like_any_other() {
        assertThat(receive(bytes(""), signature("current", bytes("")))).isEqualTo(Outcome.VERIFIED);
        assertThat(receive(bytes(""), signature("current", BODY))).isEqualTo(Outcome.NOT_SIGNED);
    }

    @Test
    void does_not_know_a_connection_of_another_name() {
        assertThat(receive(new ConnectionId(COMPANY, "nonce-2"))).isEqualTo(Outcome.UNKNOWN);
        assertThat(receive(new ConnectionId(COMPANY, ""))).isEqualTo(Outcome.UNKNOWN);
        assertThat(receive(new ConnectionId(OTHER_COMPANY, "nonce-1"))).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void tells_pinpoint_that_a_connection_has_ended() {
        store.put(ended());

        assertThat(receive(signature("current", BODY))).isEqualTo(Outcome.DISCONNECTED);

        assertThat(store.find(COMPANY)).contains(ended());
    }

    @Test
    void believes_nobody_as_long_as_no_secret_is_kept() {
        store.put(aConnection());

        assertThat(receive(signature("current", BODY))).isEqualTo(Outcome.NOT_SIGNED);
        assertThat(receive(signature("anything", BODY))).isEqualTo(Outcome.NOT_SIGNED);
    }

    @Test
    void a_connection_that_needs_attention_hears_webhooks_all_the_same() {
        Connection broken = connection().inAttention(ErrorCode.CREDENTIAL_REJECTED, START);
        store.put(broken);

        assertThat(receive(signature("current", BODY))).isEqualTo(Outcome.VERIFIED);

        assertThat(store.find(COMPANY)).contains(broken.with(broken.webhook().seen(START)));
    }

    @Test
    void writes_down_the_first_of_a_day_and_no_other() {
        receive(signature("current", BODY));
        Connection seen = connection().with(connection().webhook().seen(START));
        assertThat(store.find(COMPANY)).contains(seen);

        clock.pass(Duration.ofHours(15).minusNanos(1));
        receive(signature("current", BODY));
        assertThat(store.find(COMPANY)).contains(seen);

        clock.pass(Duration.ofNanos(1));
        receive(signature("current", BODY));
        assertThat(store.find(COMPANY)).contains(seen.with(seen.webhook().seen(START.plus(Duration.ofHours(15)))));
        assertThat(connections.saves()).isEqualTo(2);
    }

    @Test
    void writes_it_down_beside_a_change_in_the_meantime() {
        Connection changed = connection().with(new Settings("direct", "our board", true));
        connections.beforeNextSave(() -> store.put(changed));

        assertThat(receive(signature("current", BODY))).isEqualTo(Outcome.VERIFIED);

        assertThat(store.find(COMPANY)).contains(changed.with(changed.webhook().seen(START)));
    }

    @Test
    void leaves_it_at_what_another_webhook_of_the_day_wrote_in_the_meantime() {
        Connection seen = connection().with(connection().webhook().seen(START));
        connections.beforeNextSave(() -> store.put(seen));
        clock.pass(Duration.ofSeconds(1));

        assertThat(receive(signature("current", BODY))).isEqualTo(Outcome.VERIFIED);

        assertThat(store.find(COMPANY)).contains(seen);
        assertThat(connections.saves()).isEqualTo(1);
    }

    @Test
    void a_connection_that_was_ended_in_the_meantime_stays_ended() {
        Connection ended = connection().disconnected(START);
        connections.beforeNextSave(() -> store.put(ended));

        assertThat(receive(signature("current", BODY))).isEqualTo(Outcome.VERIFIED);

        assertThat(store.find(COMPANY)).contains(ended);
    }

    @Test
    void gives_up_writing_after_three_turns_and_believes_the_webhook_all_the_same() {
        connections.beforeEverySave(() -> store.put(next(store.find(COMPANY).orElseThrow())));

        assertThat(receive(signature("current", BODY))).isEqualTo(Outcome.VERIFIED);

        assertThat(connections.saves()).isEqualTo(3);
        assertThat(store.find(COMPANY).orElseThrow().webhook())
                .isEqualTo(connection().webhook());
    }

    @Test
    void believes_the_webhook_all_the_same_when_it_can_not_be_written_down_now() {
        connections.beforeEverySave(() -> {
            throw new Outage(ErrorCode.INTERNAL_ERROR, "the table is busy");
        });

        assertThat(receive(signature("current", BODY))).isEqualTo(Outcome.VERIFIED);

        assertThat(connections.saves()).isEqualTo(1);
    }

    private static Connection connection() {
        return aConnection().with(new SecretVersion("version-1")).with(Webhook.NONE.withSecret());
    }

    private static Connection next(Connection connection) {
        return connection.with(connection.settings());
    }

    private Outcome receive(String signature) {
        return receive(BODY, signature);
    }

    private Outcome receive(ConnectionId id) {
        return receiveWebhook.receive(id, BODY, Optional.of(signature("current", BODY)));
    }

    private Outcome receive(Bytes body, String signature) {
        return receiveWebhook.receive(ID, body, Optional.of(signature));
    }

    private static Bytes bytes(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String signature(String secret, Bytes body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(body.array()));
        } catch (GeneralSecurityException missing) {
            throw new AssertionError(missing);
        }
    }
}
