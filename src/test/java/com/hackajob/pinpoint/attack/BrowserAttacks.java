package com.hackajob.pinpoint.attack;

import static com.hackajob.pinpoint.attack.Attack.attack;
import static com.hackajob.pinpoint.attack.Defence.BROWSER_BOUND;
import static com.hackajob.pinpoint.attack.Defence.STARTED_ON_OUR_PAGE;
import static com.hackajob.pinpoint.attack.World.ACME;
import static com.hackajob.pinpoint.attack.World.EVIL;

import java.util.List;
import java.util.function.BiFunction;

/** Callbacks and starts in a browser that is not the one they belong to (RFC 9700, sections 4.5 and 4.7). */
final class BrowserAttacks {

    private static final String REFUSED = "400 oauth_refused";

    private BrowserAttacks() {}

    static List<Attack> all() {
        return List.of(
                attack("the victim follows the attacker's callback (login CSRF)", "RFC 9700, 4.7", world -> {
                            Params answer = world.attacker.authorize(world.mallory.link(), EVIL);
                            return () -> world.victim.callback(answer).outcome();
                        })
                        .ends(REFUSED)
                        .heldOffBy(BROWSER_BOUND),
                attack(
                                "the victim follows the attacker's callback in the middle of their own",
                                "RFC 9700, 4.7",
                                world -> {
                                    Params answer = world.attacker.authorize(world.mallory.link(), EVIL);
                                    world.victim.authorize(world.grace.link(), ACME);
                                    return () -> world.victim.callback(answer).outcome();
                                })
                        .ends(REFUSED)
                        .heldOffBy(BROWSER_BOUND),
                attack(
                                "the victim is sent to Pinpoint with the attacker's state (fixation)",
                                "RFC 9700, 4.7",
                                world -> {
                                    String request = world.attacker
                                            .startAuthorization(world.mallory.link(), ACME)
                                            .location();
                                    Params answer = world.servers.approve(request);
                                    return () -> world.victim.callback(answer).outcome();
                                })
                        .ends(REFUSED)
                        .heldOffBy(BROWSER_BOUND),
                attack("the attacker plays a stolen callback in a browser without cookie", "RFC 9700, 4.5", world -> {
                            Params answer = world.victim.authorize(world.grace.link(), ACME);
                            return () -> world.attacker.callback(answer).outcome();
                        })
                        .ends(REFUSED)
                        .heldOffBy(BROWSER_BOUND),
                attack("the attacker plays a stolen callback with their own cookie", "RFC 9700, 4.5", world -> {
                            Params answer = world.victim.authorize(world.grace.link(), ACME);
                            world.attacker.authorize(world.mallory.link(), EVIL);
                            return () -> world.attacker.callback(answer).outcome();
                        })
                        .ends(REFUSED)
                        .heldOffBy(BROWSER_BOUND),
                attack(
                                "a callback comes with the cookie of another link of the same company",
                                "RFC 9700, 4.7",
                                world -> {
                                    Params answer = world.victim.authorize(world.grace.link(), ACME);
                                    world.victim.authorize(world.grace.link(), ACME);
                                    return () -> world.victim.callback(answer).outcome();
                                })
                        .ends(REFUSED)
                        .heldOffBy(BROWSER_BOUND),
                planted("the attacker's cookie, planted over it", (theirs, own) -> theirs),
                planted("nothing in the cookie", (_, _) -> ""),
                planted("half a cookie", (_, own) -> own.split("\\.")[0]),
                planted("a cookie with a part too many", (_, own) -> own + ".more"),
                planted(
                        "a cookie with its parts changed round",
                        (_, own) -> own.split("\\.")[1] + "." + own.split("\\.")[0]),
                planted(
                        "a cookie whose first part is the state",
                        (_, own) -> "state-in-its-place." + own.split("\\.")[1]),
                started("another site", Browser.ELSEWHERE, Params.of("subdomain", ACME)),
                started("a sibling of our domain", Browser.SIBLING, Params.of("subdomain", ACME)),
                started("a link in a mail", Browser.MAIL_OR_TYPED, Params.of("subdomain", ACME)),
                started(
                        "another site, the change of account confirmed for the victim",
                        Browser.ELSEWHERE,
                        Params.of("subdomain", ACME).and("confirm", "true")));
    }

    private static Attack planted(String what, BiFunction<String, String, String> cookie) {
        return attack("a callback comes with " + what, "RFC 9700, 4.7.1", world -> {
                    Params answer = world.victim.authorize(world.grace.link(), ACME);
                    world.attacker.authorize(world.mallory.link(), EVIL);
                    world.victim.plant(cookie.apply(world.attacker.cookie(), world.victim.cookie()));
                    return () -> world.victim.callback(answer).outcome();
                })
                .ends(REFUSED)
                .heldOffBy(BROWSER_BOUND);
    }

    /** Where Pinpoint asks nobody twice, starting is all it takes to open the victim's account to the attacker. */
    private static Attack started(String where, String site, Params query) {
        return attack("the victim is led into the attacker's authorization by " + where, "RFC 9700, 4.7", world -> {
                    String link = world.mallory.link();
                    return () ->
                            world.victim.startAuthorization(link, query, site).outcome();
                })
                .ends(REFUSED)
                .heldOffBy(STARTED_ON_OUR_PAGE);
    }
}
