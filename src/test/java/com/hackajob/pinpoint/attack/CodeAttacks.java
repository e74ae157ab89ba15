package com.hackajob.pinpoint.attack;

import static com.hackajob.pinpoint.attack.Attack.attack;
import static com.hackajob.pinpoint.attack.AuthorizationServers.tokenAddress;
import static com.hackajob.pinpoint.attack.Defence.CODE_NEEDED;
import static com.hackajob.pinpoint.attack.Defence.ERROR_COUNTS;
import static com.hackajob.pinpoint.attack.Defence.PKCE_IS_S256;
import static com.hackajob.pinpoint.attack.Defence.PKCE_OF_THE_BROWSER;
import static com.hackajob.pinpoint.attack.Defence.PKCE_USED;
import static com.hackajob.pinpoint.attack.World.ACME;
import static com.hackajob.pinpoint.attack.World.EVIL;
import static com.hackajob.pinpoint.attack.Written.Place.AUTHORIZATIONS;
import static com.hackajob.pinpoint.attack.Written.Place.TOKEN_REQUESTS;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Stolen and injected codes, and PKCE (RFC 7636; RFC 9700, sections 4.5 and 4.8). */
final class CodeAttacks {

    private static final String REFUSED = "400 oauth_refused";

    private CodeAttacks() {}

    static List<Attack> all() {
        return List.of(
                attack("a stolen code is put into the attacker's own callback", "RFC 9700, 4.5", world -> {
                            Params stolen = world.victim.authorize(world.grace.link(), ACME);
                            Params own = world.attacker.authorize(world.mallory.link(), ACME);
                            return () -> world.attacker
                                    .callback(own.with("code", stolen.get("code")))
                                    .outcome();
                        })
                        .ends(REFUSED)
                        .leaving(TOKEN_REQUESTS)
                        .heldOffBy(PKCE_OF_THE_BROWSER, PKCE_USED),
                attack("the attacker's code is put into the victim's callback", "RFC 9700, 4.5", world -> {
                            Params own = world.attacker.authorize(world.mallory.link(), ACME);
                            Params answer = world.victim.authorize(world.grace.link(), ACME);
                            return () -> world.victim
                                    .callback(answer.with("code", own.get("code")))
                                    .outcome();
                        })
                        .ends(REFUSED)
                        .leaving(TOKEN_REQUESTS)
                        .heldOffBy(PKCE_OF_THE_BROWSER, PKCE_USED),
                attack("a code got without a challenge is put into the victim's callback", "RFC 9700, 4.8", world -> {
                            String request = world.attacker
                                    .startAuthorization(world.mallory.link(), ACME)
                                    .location();
                            Params own = world.servers.approve(withoutChallenge(request));
                            Params answer = world.victim.authorize(world.grace.link(), ACME);
                            return () -> world.victim
                                    .callback(answer.with("code", own.get("code")))
                                    .outcome();
                        })
                        .ends(REFUSED)
                        .leaving(TOKEN_REQUESTS)
                        .heldOffBy(PKCE_USED),
                attack(
                                "the challenge is taken out of the victim's request (PKCE downgrade)",
                                "RFC 9700, 4.8",
                                world -> {
                                    String request = world.victim
                                            .startAuthorization(world.grace.link(), ACME)
                                            .location();
                                    Params answer = world.servers.approve(withoutChallenge(request));
                                    return () -> world.victim.callback(answer).outcome();
                                })
                        .ends(REFUSED)
                        .leaving(TOKEN_REQUESTS)
                        .heldOffBy(PKCE_USED),
                attack("the victim's request is changed to a plain challenge", "RFC 7636, 7.2", world -> {
                            String request = world.victim
                                    .startAuthorization(world.grace.link(), ACME)
                                    .location();
                            Params answer = world.servers.approve(request.replace("S256", "plain"));
                            return () -> world.victim.callback(answer).outcome();
                        })
                        .ends(REFUSED)
                        .leaving(TOKEN_REQUESTS)
                        .heldOffBy(PKCE_IS_S256, PKCE_USED),
                attack("whoever saw request and code redeems it with the challenge", "RFC 7636, 7.2", world -> {
                            String request = world.victim
                                    .startAuthorization(world.grace.link(), ACME)
                                    .location();
                            String code = world.servers.approve(request).get("code");
                            return () -> redeem(world, code, asked(request).get("code_challenge"));
                        })
                        .ends("400")
                        .leaving(TOKEN_REQUESTS)
                        .heldOffBy(PKCE_IS_S256, PKCE_USED),
                attack("whoever saw the code redeems it without a verifier", "RFC 7636, 1", world -> {
                            String code = world.victim
                                    .authorize(world.grace.link(), ACME)
                                    .get("code");
                            return () -> redeem(world, code, "");
                        })
                        .ends("400")
                        .leaving(TOKEN_REQUESTS)
                        .heldOffBy(PKCE_USED),
                attack("an observer looks for a weak challenge", "RFC 7636, 4.2", world -> {
                            String link = world.grace.link();
                            return () -> challenge(
                                    world.victim.startAuthorization(link, ACME).location());
                        })
                        .ends("S256 of 43 letters")
                        .leaving(AUTHORIZATIONS)
                        .heldOffBy(PKCE_IS_S256, PKCE_USED),
                attack("an observer waits for a challenge that is used again", "RFC 7636, 7.1", world -> {
                            String link = world.grace.link();
                            String first =
                                    world.victim.startAuthorization(link, ACME).location();
                            return () -> isSame(
                                            first,
                                            world.victim
                                                    .startAuthorization(link, ACME)
                                                    .location())
                                    ? "the same"
                                    : "another";
                        })
                        .ends("another")
                        .leaving(AUTHORIZATIONS)
                        .heldOffBy(PKCE_OF_THE_BROWSER, PKCE_USED),
                attack("a code of another account comes with the right issuer", "RFC 9700, 4.5", world -> {
                            Params own = world.attacker.authorize(world.mallory.link(), EVIL);
                            Params answer = world.victim.authorize(world.grace.link(), ACME);
                            return () -> world.victim
                                    .callback(answer.with("code", own.get("code")))
                                    .outcome();
                        })
                        .ends(REFUSED)
                        .leaving(TOKEN_REQUESTS),
                answered("neither code nor error", answer -> answer.without("code"), REFUSED)
                        .heldOffBy(CODE_NEEDED),
                answered("an empty code", answer -> answer.with("code", ""), REFUSED)
                        .heldOffBy(CODE_NEEDED),
                answered("a code and a refusal", answer -> answer.and("error", "access_denied"), REFUSED)
                        .heldOffBy(ERROR_COUNTS),
                answered("a code and an error nobody knows", answer -> answer.and("error", "whatever"), REFUSED)
                        .heldOffBy(ERROR_COUNTS),
                answered(
                                "a code and two errors",
                                answer -> answer.and("error", "server_error").and("error", "server_error"),
                                REFUSED)
                        .heldOffBy(ERROR_COUNTS),
                answered(
                                "a code and a passing error",
                                answer -> answer.and("error", "server_error"),
                                "503 pinpoint_unavailable")
                        .heldOffBy(ERROR_COUNTS));
    }

    private static Attack answered(String what, UnaryOperator<Params> bending, String end) {
        return attack("a callback has " + what, "RFC 6749, 4.1.2.1", world -> {
                    Params answer = world.victim.authorize(world.grace.link(), ACME);
                    return () -> world.victim.callback(bending.apply(answer)).outcome();
                })
                .ends(end);
    }

    private static String withoutChallenge(String request) {
        return request.split("\\?")[0] + "?"
                + asked(request)
                        .without("code_challenge")
                        .without("code_challenge_method")
                        .encoded();
    }

    private static Params asked(String request) {
        return Params.parse(URI.create(request).getRawQuery());
    }

    private static String challenge(String request) {
        return asked(request).get("code_challenge_method") + " of "
                + asked(request).get("code_challenge").length() + " letters";
    }

    private static boolean isSame(String one, String other) {
        return asked(one).get("code_challenge").equals(asked(other).get("code_challenge"));
    }

    /** By somebody who has even got hold of the client's secret. */
    private static String redeem(World world, String code, String verifier) {
        Map<String, String> form = Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                World.PUBLIC_URL + "/oauth/callback",
                "code_verifier",
                verifier);
        return String.valueOf(world.servers
                .answer(tokenAddress(ACME), AuthorizationServers.basic(), form)
                .status());
    }
}
