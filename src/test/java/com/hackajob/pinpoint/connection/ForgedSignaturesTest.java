package com.hackajob.pinpoint.connection;

import static com.hackajob.pinpoint.SettableClock.START;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aConnection;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.anApiKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.hackajob.pinpoint.Bytes;
import com.hackajob.pinpoint.SettableClock;
import com.hackajob.pinpoint.connection.Credentials.PutToken;
import com.hackajob.pinpoint.connection.ReceiveWebhook.Outcome;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** A million signatures and bodies that are all but right. */
class ForgedSignaturesTest {

    private static final int FORGERIES = 1_000_000;
    private static final byte[] BODY =
            "{\"event\":\"application_stage_changed\",\"data\":{\"application\":{\"id\":88001}}}"
                    .getBytes(StandardCharsets.UTF_8);

    private final FakeCredentials credentials = new FakeCredentials();
    private final InMemoryConnections store = new InMemoryConnections();
    private final ReceiveWebhook receiveWebhook = new ReceiveWebhook(store, credentials, new SettableClock());

    @Test
    void none_of_a_million_is_accepted() {
        credentials.put(
                COMPANY, new Secret(anApiKey(), WebhookSecrets.NONE.replacedBy("current", START)), new PutToken("put"));
        Connection connection = aConnection().with(Webhook.NONE.withSecret());
        store.put(connection);
        String right = signature("current");
        assertThat(receive(connection, BODY, right)).isEqualTo(Outcome.VERIFIED);
        Connection before = store.find(COMPANY).orElseThrow();

        long accepted = IntStream.range(0, FORGERIES)
                .filter(number -> receive(connection, forgery(number, right)) != Outcome.NOT_SIGNED)
                .count();

        assertThat(accepted).isZero();
        assertThat(store.find(COMPANY)).contains(before);
    }

    private static Forgery forgery(int number, String right) {
        var random = new SplittableRandom(number);
        return switch (number % 6) {
            case 0 -> new Forgery(BODY, flipped(right, random));
            case 1 -> new Forgery(BODY, right.substring(0, random.nextInt(right.length())));
            case 2 -> new Forgery(flipped(BODY, random), right);
            case 3 -> new Forgery(Arrays.copyOf(BODY, random.nextInt(BODY.length)), right);
            case 4 -> new Forgery(BODY, signature("current" + (char) random.nextInt(1, 0x7f)));
            default -> new Forgery(BODY, random(random));
        };
    }

    private static byte[] flipped(byte[] bytes, SplittableRandom random) {
        byte[] flipped = bytes.clone();
        flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        return flipped;
    }

    private static String flipped(String text, SplittableRandom random) {
        return new String(flipped(text.getBytes(StandardCharsets.ISO_8859_1), random), StandardCharsets.ISO_8859_1);
    }

    private static String random(SplittableRandom random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String signature(String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(BODY));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private Outcome receive(Connection connection, Forgery forgery) {
        return receive(connection, forgery.body(), forgery.signature());
    }

    private Outcome receive(Connection connection, byte[] body, String signature) {
        return receiveWebhook.receive(connection.id(), new Bytes(body), Optional.of(signature));
    }

    private record Forgery(byte[] body, String signature) {}
}
