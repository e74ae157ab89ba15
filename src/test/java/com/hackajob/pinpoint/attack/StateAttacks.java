package com.hackajob.pinpoint.attack;

import static com.hackajob.pinpoint.attack.Attack.attack;
import static com.hackajob.pinpoint.attack.Defence.AUTHORIZATIONS_EXPIRE;
import static com.hackajob.pinpoint.attack.Defence.LINKS_EXPIRE;
import static com.hackajob.pinpoint.attack.Defence.LINK_REVOKED;
import static com.hackajob.pinpoint.attack.Defence.LINK_USED_ONCE;
import static com.hackajob.pinpoint.attack.Defence.ONLY_HASHES_KEPT;
import static com.hackajob.pinpoint.attack.Defence.STATE_KNOWN;
import static com.hackajob.pinpoint.attack.Defence.STATE_USED_ONCE;
import static com.hackajob.pinpoint.attack.World.ACME;
import static com.hackajob.pinpoint.attack.Written.Place.TOKEN_REQUESTS;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** The one-time state (RFC 6749, section 10.12; RFC 9700, sections 2.1 and 4.7). */
final class StateAttacks {

    private static final String EXPIRED = "410 session_expired";
    private static final String INVALID = "400 invalid_request";

    private StateAttacks() {}

    static List<Attack> all() {
        return List.of(
                attack("the state of a finished authorization is used again", "RFC 9700, 4.7.1", world -> {
                            Params answer = world.victim.authorize(world.grace.link(), ACME);
                            String cookie = world.victim.cookie();
                            world.victim.callback(answer).succeeded();
                            world.attacker.plant(cookie);
                            return () -> world.attacker.callback(answer).outcome();
                        })
                        .ends(EXPIRED)
                        .heldOffBy(STATE_USED_ONCE),
                attack("a state that a wrong browser has tried is used by the right one", "RFC 9700, 4.7.1", world -> {
                            Params answer = world.victim.authorize(world.grace.link(), ACME);
                            world.attacker.callback(answer);
                            return () -> world.victim.callback(answer).outcome();
                        })
                        .ends(EXPIRED)
                        .heldOffBy(STATE_USED_ONCE),
                bent("a state that was made up", answer -> answer.with("state", "A".repeat(43)), EXPIRED),
                bent(
                        "the state in another case",
                        answer -> answer.with("state", answer.get("state").toUpperCase(Locale.ROOT)),
                        EXPIRED),
                bent("no state", answer -> answer.without("state"), INVALID),
                bent("an empty state", answer -> answer.with("state", ""), INVALID),
                bent(
                        "a state given twice, the wrong one first",
                        answer -> Params.of("state", "wrong")
                                .and("state", answer.get("state"))
                                .and("code", answer.get("code"))
                                .and("iss", answer.get("iss")),
                        EXPIRED),
                bent("a state given twice, both right", answer -> answer.and("state", answer.get("state")), EXPIRED),
                attack("the token of a link is used as the state", "RFC 9700, 4.7.1", world -> {
                            String link = world.grace.link();
                            Params answer = world.victim.authorize(link, ACME);
                            String token = link.substring("/connect/".length());
                            return () -> world.victim
                                    .callback(answer.with("state", token))
                                    .outcome();
                        })
                        .ends(EXPIRED)
                        .heldOffBy(STATE_KNOWN),
                attack("what the table keeps of a state is used as the state", "RFC 9700, 4.7.1", world -> {
                            Params answer = world.victim.authorize(world.grace.link(), ACME);
                            String kept = world.authorizations
                                    .all()
                                    .keySet()
                                    .iterator()
                                    .next();
                            return () -> world.victim
                                    .callback(answer.with("state", kept))
                                    .outcome();
                        })
                        .ends(EXPIRED)
                        .heldOffBy(STATE_KNOWN, ONLY_HASHES_KEPT),
                attack("a state is used ten minutes after the start", "RFC 9700, 4.7.1", world -> {
                            Params answer = world.victim.authorize(world.grace.link(), ACME);
                            world.pass(Duration.ofMinutes(10));
                            return () -> world.victim.callback(answer).outcome();
                        })
                        .ends(EXPIRED)
                        .heldOffBy(AUTHORIZATIONS_EXPIRE),
                attack("a state is used after its link was", "RFC 9700, 4.7.1", world -> {
                            String link = world.grace.link();
                            Params answer = world.victim.authorize(link, ACME);
                            world.victim.connect(link, ACME).succeeded();
                            return () -> world.victim.callback(answer).outcome();
                        })
                        .ends(EXPIRED)
                        .leaving(TOKEN_REQUESTS)
                        .heldOffBy(LINK_USED_ONCE),
                attack("a state is used after its link was taken back", "RFC 9700, 4.7.1", world -> {
                            Reply session = world.grace.start("{}");
                            Params answer = world.victim.authorize(HackajobUser.path(session), ACME);
                            world.grace.revoke(session.field("id")).succeeded();
                            return () -> world.victim.callback(answer).outcome();
                        })
                        .ends(EXPIRED)
                        .leaving(TOKEN_REQUESTS)
                        .heldOffBy(LINK_REVOKED),
                attack("a state is used after its link has expired", "RFC 9700, 4.7.1", world -> {
                            String link = world.grace.link();
                            world.pass(Duration.ofMinutes(25));
                            Params answer = world.victim.authorize(link, ACME);
                            world.pass(Duration.ofMinutes(5));
                            return () -> world.victim.callback(answer).outcome();
                        })
                        .ends(EXPIRED)
                        .leaving(TOKEN_REQUESTS)
                        .heldOffBy(LINKS_EXPIRE));
    }

    private static Attack bent(String what, UnaryOperator<Params> bending, String end) {
        return attack("a callback has " + what, "RFC 9700, 4.7.1", world -> {
                    Params answer = world.victim.authorize(world.grace.link(), ACME);
                    return () -> world.victim.callback(bending.apply(answer)).outcome();
                })
                .ends(end)
                .heldOffBy(STATE_KNOWN);
    }
}
