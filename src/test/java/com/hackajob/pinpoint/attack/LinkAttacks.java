package com.hackajob.pinpoint.attack;

import static com.hackajob.pinpoint.attack.Attack.attack;
import static com.hackajob.pinpoint.attack.Defence.ACCOUNT_KEPT;
import static com.hackajob.pinpoint.attack.Defence.ATTEMPTS_COUNTED;
import static com.hackajob.pinpoint.attack.Defence.LINKS_EXPIRE;
import static com.hackajob.pinpoint.attack.Defence.LINK_OF_ITS_TIME;
import static com.hackajob.pinpoint.attack.Defence.LINK_OF_ONE_STEP;
import static com.hackajob.pinpoint.attack.Defence.LINK_REVOKED;
import static com.hackajob.pinpoint.attack.Defence.LINK_USED_ONCE;
import static com.hackajob.pinpoint.attack.Defence.LOOKING_IS_HARMLESS;
import static com.hackajob.pinpoint.attack.Defence.ONLY_HASHES_KEPT;
import static com.hackajob.pinpoint.attack.Defence.TOKENS_RANDOM;
import static com.hackajob.pinpoint.attack.World.ACME;
import static com.hackajob.pinpoint.attack.World.EVIL;
import static com.hackajob.pinpoint.attack.Written.Place.TOKEN_REQUESTS;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Links to the connect page: replayed, guessed, expired, taken back, for another step or from another time. */
final class LinkAttacks {

    private static final String EXPIRED = "410 session_expired";
    private static final String OTHER_ACCOUNT = "409 already_connected";
    private static final String REPLAY = "RFC 9700, 4.14";
    private static final String GUESS = "RFC 6819, 5.1.4.2.2";

    private LinkAttacks() {}

    static List<Attack> all() {
        return List.of(
                used("with a key", world -> link -> world.attacker.connect(link, EVIL)),
                used("to sign in to Pinpoint", world -> link -> world.attacker.startAuthorization(link, ACME)),
                used("to look at the page", world -> link -> world.attacker.open(link)),
                attack("a link to a webhook's secret is used again", REPLAY, world -> {
                            String link = world.connected();
                            world.victim.storeWebhookSecret(link, "first").succeeded();
                            return () -> world.attacker
                                    .storeWebhookSecret(link, "planted")
                                    .outcome();
                        })
                        .ends(EXPIRED)
                        .heldOffBy(LINK_USED_ONCE),
                attack("a link is finished twice", REPLAY, world -> {
                            String link = world.connected();
                            world.victim.finish(link).succeeded();
                            return () -> world.attacker.finish(link).outcome();
                        })
                        .ends(EXPIRED)
                        .heldOffBy(LINK_USED_ONCE),
                revoked("with a key", world -> link -> world.attacker.connect(link, EVIL)),
                revoked("to sign in to Pinpoint", world -> link -> world.attacker.startAuthorization(link, ACME)),
                revoked("to look at the page", world -> link -> world.attacker.open(link)),
                expired("half an hour", Duration.ofMinutes(30), HackajobUser::link),
                expired("a week, where it was to be shared", Duration.ofDays(7), HackajobUser::shareableLink),
                attack("a link to a webhook's secret is used after half an hour", REPLAY, world -> {
                            String link = world.connected();
                            world.pass(Duration.ofMinutes(30));
                            return () -> world.attacker
                                    .storeWebhookSecret(link, "planted")
                                    .outcome();
                        })
                        .ends(EXPIRED)
                        .heldOffBy(LINKS_EXPIRE),
                attack("a link next to the attacker's own is guessed", GUESS, world -> {
                            world.grace.link();
                            String own = world.mallory.link();
                            return () ->
                                    world.attacker.connect(neighbour(own), EVIL).outcome();
                        })
                        .ends(EXPIRED)
                        .heldOffBy(TOKENS_RANDOM),
                attack("a state next to the attacker's own is guessed", GUESS, world -> {
                            Params answer = world.victim.authorize(world.grace.link(), ACME);
                            return () -> world.victim.cookie().startsWith(successor(answer.get("state")) + ".")
                                    ? "guessed"
                                    : "not guessed";
                        })
                        .ends("not guessed")
                        .heldOffBy(TOKENS_RANDOM),
                attack("the public id of a session is used as its link", GUESS, world -> {
                            String id = world.grace.start("{}").field("id");
                            return () -> world.attacker
                                    .connect("/connect/" + id, EVIL)
                                    .outcome();
                        })
                        .ends(EXPIRED)
                        .heldOffBy(ONLY_HASHES_KEPT),
                attack("the public id of a session is used to sign in to Pinpoint", GUESS, world -> {
                            String id = world.grace.start("{}").field("id");
                            return () -> world.attacker
                                    .startAuthorization("/connect/" + id, ACME)
                                    .outcome();
                        })
                        .ends(EXPIRED)
                        .heldOffBy(ONLY_HASHES_KEPT),
                attack("keys are tried until one fits", GUESS, world -> {
                            String link = world.grace.link();
                            world.attacker.open(link);
                            tryWrongKeys(world, link, 20);
                            return () -> world.attacker.connect(link, ACME).outcome();
                        })
                        .ends(EXPIRED)
                        .heldOffBy(ATTEMPTS_COUNTED),
                attack("keys are tried, with a look at the page and a start in between", GUESS, world -> {
                            String link = world.grace.link();
                            tryWrongKeys(world, link, 10);
                            world.attacker.open(link);
                            world.attacker.startAuthorization(link, ACME);
                            tryWrongKeys(world, link, 10);
                            return () -> world.attacker.connect(link, ACME).outcome();
                        })
                        .ends(EXPIRED)
                        .heldOffBy(ATTEMPTS_COUNTED),
                attack("a mail scanner follows the link", "RFC 9110, 9.2.1", world -> {
                            String link = world.grace.link();
                            return () -> world.attacker.open(link).outcome();
                        })
                        .ends("200")
                        .heldOffBy(LOOKING_IS_HARMLESS),
                attack("a mail scanner asks for the head of the page", "RFC 9110, 9.2.1", world -> {
                            String link = world.grace.link();
                            return () -> world.attacker
                                    .send("HEAD", link, "", Map.of())
                                    .outcome();
                        })
                        .ends("404"),
                attack("a link to the webhook's secret is used to connect another account", "RFC 9700, 2.3", world -> {
                            String link = world.connected();
                            return () -> world.attacker
                                    .post(link, keyOf(EVIL).and("confirm", "true"))
                                    .outcome();
                        })
                        .ends(EXPIRED)
                        .heldOffBy(LINK_OF_ONE_STEP),
                attack("a link to the webhook's secret is used to sign in to Pinpoint", "RFC 9700, 2.3", world -> {
                            String link = world.connected();
                            return () -> world.attacker
                                    .startAuthorization(link, EVIL)
                                    .outcome();
                        })
                        .ends(EXPIRED)
                        .heldOffBy(LINK_OF_ONE_STEP),
                attack("a link to the account is used to plant a webhook's secret", "RFC 9700, 2.3", world -> {
                            world.connected();
                            String link = world.grace.linkToReconnect();
                            return () -> world.attacker
                                    .storeWebhookSecret(link, "planted")
                                    .outcome();
                        })
                        .ends(EXPIRED)
                        .heldOffBy(LINK_OF_ONE_STEP),
                attack("a link to the account is finished without connecting", "RFC 9700, 2.3", world -> {
                            String link = world.grace.link();
                            return () -> world.attacker.finish(link).outcome();
                        })
                        .ends(EXPIRED)
                        .heldOffBy(LINK_OF_ONE_STEP),
                attack("a link from before moves the company to the attacker's account", "RFC 9700, 2.3", world -> {
                            String old = world.grace.shareableLink();
                            world.pass(Duration.ofMinutes(1));
                            world.connected();
                            return () -> world.attacker
                                    .post(old, keyOf(EVIL).and("confirm", "true"))
                                    .outcome();
                        })
                        .ends(EXPIRED)
                        .heldOffBy(LINK_OF_ITS_TIME),
                attack("a link from before signs the company in to the attacker's account", "RFC 9700, 2.3", world -> {
                            String old = world.grace.shareableLink();
                            world.pass(Duration.ofMinutes(1));
                            world.connected();
                            Params confirmed = Params.of("subdomain", EVIL).and("confirm", "true");
                            String request = world.attacker
                                    .startAuthorization(old, confirmed, Browser.OUR_PAGE)
                                    .location();
                            Params answer = world.servers.approve(request);
                            return () -> world.attacker.callback(answer).outcome();
                        })
                        .ends(EXPIRED)
                        .leaving(TOKEN_REQUESTS)
                        .heldOffBy(LINK_OF_ITS_TIME),
                attack("a link from before brings an ended connection back", "RFC 9700, 2.3", world -> {
                            world.connected();
                            String old = world.grace.linkToReconnect();
                            world.pass(Duration.ofMinutes(1));
                            world.grace.disconnect().succeeded();
                            return () -> world.attacker.connect(old, ACME).outcome();
                        })
                        .ends(EXPIRED)
                        .heldOffBy(LINK_OF_ITS_TIME),
                attack("a link from before plants a secret in the connection that followed", "RFC 9700, 2.3", world -> {
                            String old = world.connected();
                            String link = world.grace.linkToReconnect();
                            world.pass(Duration.ofMinutes(1));
                            world.victim.connect(link, ACME).succeeded();
                            return () -> world.attacker
                                    .storeWebhookSecret(old, "planted")
                                    .outcome();
                        })
                        .ends(EXPIRED)
                        .heldOffBy(LINK_OF_ITS_TIME),
                moved("by key, unasked", keyOf(EVIL)),
                moved("by key, the confirmation misspelt", keyOf(EVIL).and("confirm", "TRUE")),
                moved("by key, the confirmation empty", keyOf(EVIL).and("confirm", "")),
                attack("a company is moved to another account by signing in, unasked", "RFC 9700, 2.3", world -> {
                            world.connected();
                            Params answer = world.attacker.authorize(world.grace.linkToReconnect(), EVIL);
                            return () -> world.attacker.callback(answer).outcome();
                        })
                        .ends(OTHER_ACCOUNT)
                        .leaving(TOKEN_REQUESTS)
                        .heldOffBy(ACCOUNT_KEPT));
    }

    private static Attack used(String how, Function<World, Function<String, Reply>> use) {
        return attack("a used link is tried again " + how, REPLAY, world -> {
                    String link = world.grace.link();
                    world.victim.connect(link, ACME).succeeded();
                    return () -> use.apply(world).apply(link).outcome();
                })
                .ends(EXPIRED)
                .heldOffBy(LINK_USED_ONCE);
    }

    private static Attack revoked(String how, Function<World, Function<String, Reply>> use) {
        return attack("a link that was taken back is tried " + how, REPLAY, world -> {
                    Reply session = world.grace.start("{}");
                    world.grace.revoke(session.field("id")).succeeded();
                    return () ->
                            use.apply(world).apply(HackajobUser.path(session)).outcome();
                })
                .ends(EXPIRED)
                .heldOffBy(LINK_REVOKED);
    }

    private static Attack expired(String when, Duration life, Function<HackajobUser, String> link) {
        return attack("a link is used after " + when, REPLAY, world -> {
                    String old = link.apply(world.grace);
                    world.pass(life);
                    return () -> world.attacker.connect(old, EVIL).outcome();
                })
                .ends(EXPIRED)
                .heldOffBy(LINKS_EXPIRE);
    }

    private static Attack moved(String how, Params form) {
        return attack("a company is moved to another account " + how, "RFC 9700, 2.3", world -> {
                    world.connected();
                    String link = world.grace.linkToReconnect();
                    return () -> world.attacker.post(link, form).outcome();
                })
                .ends(OTHER_ACCOUNT)
                .heldOffBy(ACCOUNT_KEPT);
    }

    private static Params keyOf(String subdomain) {
        return Params.of("subdomain", subdomain).and("apiKey", World.keyOf(subdomain));
    }

    private static void tryWrongKeys(World world, String link, int times) {
        for (int i = 0; i < times; i++) {
            world.attacker.post(link, Params.of("subdomain", ACME).and("apiKey", "wrong-" + i));
        }
    }

    private static String neighbour(String link) {
        return "/connect/" + counted(link.substring("/connect/".length()), -1);
    }

    private static String successor(String token) {
        return counted(token, 1);
    }

    /** Counted on, if it ends in a number that can be; else with another letter at its end. */
    private static String counted(String token, int step) {
        if (token.matches("[a-z]+-[0-9]+")) {
            String[] parts = token.split("-");
            return parts[0] + "-" + (Integer.parseInt(parts[1]) + step);
        }
        return token.substring(0, token.length() - 1) + (token.endsWith("A") ? "B" : "A");
    }
}
