package com.hackajob.pinpoint.attack;

import static com.hackajob.pinpoint.attack.Attack.attack;
import static com.hackajob.pinpoint.attack.AuthorizationServers.issuer;
import static com.hackajob.pinpoint.attack.Defence.ISSUER_CHECKED;
import static com.hackajob.pinpoint.attack.Defence.TOKEN_ADDRESS_KEPT;
import static com.hackajob.pinpoint.attack.World.ACME;
import static com.hackajob.pinpoint.attack.World.EVIL;
import static com.hackajob.pinpoint.attack.Written.Place.TOKEN_REQUESTS;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Mix-up, and codes led to somebody else's token endpoint (RFC 9207; RFC 9700, section 4.4). */
final class IssuerAttacks {

    private static final String REFUSED = "400 oauth_refused";

    private IssuerAttacks() {}

    static List<Attack> all() {
        return List.of(
                bent("no issuer", answer -> answer.without("iss")),
                bent("an empty issuer", answer -> answer.with("iss", "")),
                issued("of another account", issuer -> issuer(EVIL)),
                issued("of the attacker's own server", issuer -> "https://evil.example"),
                issued("with a slash at its end", issuer -> issuer + "/"),
                issued("in upper case", issuer -> issuer.toUpperCase(Locale.ROOT)),
                issued("without TLS", issuer -> issuer.replace("https:", "http:")),
                issued("with the standard port", issuer -> issuer + ":443"),
                issued("that only begins as ours", issuer -> issuer + ".evil.example"),
                issued("cut short", issuer -> issuer.substring(0, issuer.length() - 1)),
                issued("with a path", issuer -> issuer + "/oauth"),
                issued("after a user", issuer -> issuer.replace("https://", "https://" + ACME + "@")),
                bent("its issuer twice", answer -> answer.and("iss", answer.get("iss"))),
                bent("the right issuer and another", answer -> answer.and("iss", issuer(EVIL))),
                attack("the request is led to another account's server (mix-up)", "RFC 9700, 4.4.1", world -> {
                            String request = world.victim
                                    .startAuthorization(world.grace.link(), ACME)
                                    .location();
                            Params answer = world.servers.approve(request.replace(issuer(ACME), issuer(EVIL)));
                            return () -> world.victim.callback(answer).outcome();
                        })
                        .ends(REFUSED)
                        .heldOffBy(ISSUER_CHECKED),
                attack("another server pretends that ours is out of order", "RFC 9207, 2.4", world -> {
                            Params answer = world.victim.authorize(world.grace.link(), ACME);
                            return () -> world.victim
                                    .callback(Params.of("state", answer.get("state"))
                                            .and("error", "server_error")
                                            .and("iss", issuer(EVIL)))
                                    .outcome();
                        })
                        .ends(REFUSED)
                        .heldOffBy(ISSUER_CHECKED),
                substituted("names a token endpoint", "token_endpoint", "https://evil.example/oauth/token"),
                substituted("names another account", "subdomain", EVIL));
    }

    private static Attack issued(String how, UnaryOperator<String> bending) {
        return bent("an issuer " + how, answer -> answer.with("iss", bending.apply(answer.get("iss"))));
    }

    private static Attack bent(String what, UnaryOperator<Params> bending) {
        return attack("a callback has " + what, "RFC 9207, 2.4", world -> {
                    Params answer = world.victim.authorize(world.grace.link(), ACME);
                    return () -> world.victim.callback(bending.apply(answer)).outcome();
                })
                .ends(REFUSED)
                .heldOffBy(ISSUER_CHECKED);
    }

    /** The code is worth nothing at the right endpoint, which is where it goes. */
    private static Attack substituted(String how, String parameter, String value) {
        return attack("a callback " + how + " to redeem the code at", "RFC 9700, 4.4", world -> {
                    Params answer = world.victim.authorize(world.grace.link(), ACME);
                    Params bent = answer.with("code", "worthless").and(parameter, value);
                    return () -> world.victim.callback(bent).outcome() + " after asking "
                            + world.servers.presentedAt().getLast();
                })
                .ends(REFUSED + " after asking " + AuthorizationServers.tokenAddress(ACME))
                .leaving(TOKEN_REQUESTS)
                .heldOffBy(TOKEN_ADDRESS_KEPT);
    }
}
