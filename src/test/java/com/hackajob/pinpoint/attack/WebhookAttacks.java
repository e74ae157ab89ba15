package com.hackajob.pinpoint.attack;

import static com.hackajob.pinpoint.attack.Attack.attack;
import static com.hackajob.pinpoint.attack.Defence.ACCOUNT_KEPT;
import static com.hackajob.pinpoint.attack.Defence.CONNECTIONS_NAMED;
import static com.hackajob.pinpoint.attack.Defence.ENDED_IS_ENDED;
import static com.hackajob.pinpoint.attack.Defence.OLD_SECRETS_EXPIRE;
import static com.hackajob.pinpoint.attack.Defence.WEBHOOKS_SIGNED;

import com.hackajob.pinpoint.connection.ConnectionId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Webhooks that Pinpoint did not send, or not for this connection (CWE-345, CWE-347). */
final class WebhookAttacks {

    private static final String BODY = "{\"event\":\"application_hired\"}";
    private static final String SECRET = "the-webhook-secret";
    private static final String NOT_SIGNED = "401";
    private static final String UNKNOWN = "404";

    private WebhookAttacks() {}

    static List<Attack> all() {
        return List.of(
                attack("a webhook has no signature", "CWE-347", world -> {
                            world.connectedWithWebhook(SECRET);
                            return () -> world.attacker
                                    .send("POST", path(id(world)), BODY, Map.of())
                                    .outcome();
                        })
                        .ends(NOT_SIGNED)
                        .heldOffBy(WEBHOOKS_SIGNED),
                signed("is empty", _ -> ""),
                signed("is cut short", signature -> signature.substring(0, signature.length() - 1)),
                signed("has a blank after it", signature -> signature + " "),
                signed("has a blank before it", signature -> " " + signature),
                signed("has a line break", signature -> signature + "\n"),
                signed("comes twice", signature -> signature + "," + signature),
                signed("is in lower case", signature -> signature.toLowerCase(Locale.ROOT)),
                signed("lacks its padding", signature -> signature.replace("=", "")),
                signed("is in hexadecimal", signature -> HexFormat.of()
                        .formatHex(Base64.getDecoder().decode(signature))),
                signed("names its algorithm", signature -> "sha256=" + signature),
                signed("is made with another secret", _ -> signature("another", BODY)),
                signed("is made of another body", _ -> signature(SECRET, BODY + " ")),
                signed("is the secret", _ -> SECRET),
                attack("a webhook is signed where no secret was ever stored", "CWE-347", world -> {
                            world.connected();
                            return () -> post(world, id(world), signature("guess", BODY))
                                    .outcome();
                        })
                        .ends(NOT_SIGNED)
                        .heldOffBy(WEBHOOKS_SIGNED),
                attack("a company's webhook is sent to another company's address", "CWE-345", world -> {
                            world.connectedWithWebhook(SECRET);
                            connectAttacker(world);
                            return () -> post(world, id(world), signature("attackers-secret", BODY))
                                    .outcome();
                        })
                        .ends(NOT_SIGNED)
                        .heldOffBy(WEBHOOKS_SIGNED),
                attack("a webhook is signed with the secret before, a day after", "CWE-324", world -> {
                            String link = world.connectedWithWebhook("old-secret");
                            world.victim.storeWebhookSecret(link, SECRET).succeeded();
                            world.pass(Duration.ofHours(24));
                            return () -> post(world, id(world), signature("old-secret", BODY))
                                    .outcome();
                        })
                        .ends(NOT_SIGNED)
                        .heldOffBy(WEBHOOKS_SIGNED, OLD_SECRETS_EXPIRE),
                attack("a webhook is signed with the secret before the one before", "CWE-324", world -> {
                            String link = world.connectedWithWebhook("oldest-secret");
                            link = world.victim
                                    .storeWebhookSecret(link, "old-secret")
                                    .location();
                            world.victim.storeWebhookSecret(link, SECRET).succeeded();
                            return () -> post(world, id(world), signature("oldest-secret", BODY))
                                    .outcome();
                        })
                        .ends(NOT_SIGNED)
                        .heldOffBy(WEBHOOKS_SIGNED),
                attack("a webhook is signed with the secret of the account before", "CWE-324", world -> {
                            world.connectedWithWebhook(SECRET);
                            String link = world.grace.linkToReconnect();
                            world.victim
                                    .post(
                                            link,
                                            Params.of("subdomain", "acme-new")
                                                    .and("apiKey", World.keyOf("acme-new"))
                                                    .and("confirm", "true"))
                                    .succeeded();
                            return () -> post(world, id(world), signature(SECRET, BODY))
                                    .outcome();
                        })
                        .ends(NOT_SIGNED)
                        .heldOffBy(WEBHOOKS_SIGNED, ACCOUNT_KEPT),
                attack("a webhook comes for a connection that was ended", "CWE-672", world -> {
                            world.connectedWithWebhook(SECRET);
                            world.grace.disconnect().succeeded();
                            return () -> post(world, id(world), signature(SECRET, BODY))
                                    .outcome();
                        })
                        .ends("410")
                        .heldOffBy(ENDED_IS_ENDED),
                attack("a secret is planted in a connection that was ended", "CWE-672", world -> {
                            String link = world.connected();
                            world.grace.disconnect().succeeded();
                            return () -> world.attacker
                                    .storeWebhookSecret(link, "planted")
                                    .outcome();
                        })
                        .ends("409 not_connected")
                        .heldOffBy(ENDED_IS_ENDED),
                addressed("a guess at the random part", id -> new ConnectionId(id.company(), "A".repeat(43)).text()),
                addressed("no random part", id -> new ConnectionId(id.company(), "").text()),
                addressed("the random part cut short", id -> new ConnectionId(
                                id.company(), id.nonce().substring(0, id.nonce().length() - 1))
                        .text()),
                attack("a webhook's address has the random part of another company's", "CWE-639", world -> {
                            world.connectedWithWebhook(SECRET);
                            connectAttacker(world);
                            var mixed = new ConnectionId(
                                    id(world).company(),
                                    world.connectionOfAttacker().id().nonce());
                            return () ->
                                    post(world, mixed, signature(SECRET, BODY)).outcome();
                        })
                        .ends(UNKNOWN)
                        .heldOffBy(CONNECTIONS_NAMED),
                malformed("is no Base64", "%2A%2A%2A"),
                malformed("names a company alone", encoded("victim-company")),
                malformed("has a part too many", encoded("victim-company/nonce/more")),
                malformed("names a company that can't be", encoded("victim company/nonce")),
                malformed("is longer than any", "A".repeat(301)),
                attack("a webhook is larger than any", "CWE-770", world -> {
                            world.connectedWithWebhook(SECRET);
                            String large = "x".repeat(65_537);
                            return () -> world.attacker
                                    .send("POST", path(id(world)), large, headers(signature(SECRET, large)))
                                    .outcome();
                        })
                        .ends("413"));
    }

    private static Attack signed(String how, UnaryOperator<String> bending) {
        return attack("a webhook's signature " + how, "CWE-347", world -> {
                    world.connectedWithWebhook(SECRET);
                    return () -> post(world, id(world), bending.apply(signature(SECRET, BODY)))
                            .outcome();
                })
                .ends(NOT_SIGNED)
                .heldOffBy(WEBHOOKS_SIGNED);
    }

    private static Attack addressed(String how, Function<ConnectionId, String> bending) {
        return attack("a webhook's address has " + how, "CWE-639", world -> {
                    world.connectedWithWebhook(SECRET);
                    String path = "/webhooks/pinpoint/" + bending.apply(id(world));
                    return () -> world.attacker
                            .send("POST", path, BODY, headers(signature(SECRET, BODY)))
                            .outcome();
                })
                .ends(UNKNOWN)
                .heldOffBy(CONNECTIONS_NAMED);
    }

    /** Such an address names nothing that could be found. */
    private static Attack malformed(String how, String id) {
        return attack("a webhook's address " + how, "CWE-20", world -> {
                    world.connectedWithWebhook(SECRET);
                    return () -> world.attacker
                            .send("POST", "/webhooks/pinpoint/" + id, BODY, headers(signature(SECRET, BODY)))
                            .outcome();
                })
                .ends(UNKNOWN);
    }

    private static void connectAttacker(World world) {
        String link = world.attacker.connect(world.mallory.link(), World.EVIL).location();
        world.attacker.storeWebhookSecret(link, "attackers-secret").succeeded();
    }

    static Reply signed(World world, String secret) {
        return post(world, id(world), signature(secret, BODY));
    }

    private static Reply post(World world, ConnectionId id, String signature) {
        return world.attacker.send("POST", path(id), BODY, headers(signature));
    }

    private static ConnectionId id(World world) {
        return world.connection().id();
    }

    private static String path(ConnectionId id) {
        return "/webhooks/pinpoint/" + id.text();
    }

    private static Map<String, String> headers(String signature) {
        return Map.of("pinpoint-hmac-sha256", signature);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String signature(String secret, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
