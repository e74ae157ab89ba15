package com.hackajob.pinpoint.attack;

import static com.hackajob.pinpoint.attack.Attack.attack;
import static com.hackajob.pinpoint.attack.Defence.BROWSER_BOUND;
import static com.hackajob.pinpoint.attack.Defence.COOKIE_CLOSED;
import static com.hackajob.pinpoint.attack.Defence.FORMS_NOT_SENT_ON;
import static com.hackajob.pinpoint.attack.Defence.LOOKING_IS_HARMLESS;
import static com.hackajob.pinpoint.attack.Defence.NOTHING_CACHED;
import static com.hackajob.pinpoint.attack.Defence.NO_REFERRER;
import static com.hackajob.pinpoint.attack.Defence.PAGES_CLOSED;
import static com.hackajob.pinpoint.attack.Defence.PKCE_IS_S256;
import static com.hackajob.pinpoint.attack.World.ACME;
import static com.hackajob.pinpoint.attack.World.EVIL;

import com.hackajob.pinpoint.SecretToken;
import com.hackajob.pinpoint.attack.Written.Place;
import com.hackajob.pinpoint.connection.PkceVerifier;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What answers give away to other sites, caches, frames and scripts (RFC 9700, sections 4.2, 4.3, 4.12 and 4.16). */
final class LeakAttacks {

    private static final List<Answered> ANSWERS = List.of(
            new Answered("a page", world -> world.victim.open(world.grace.link())),
            new Answered("a dead link", world -> world.victim.open("/connect/unknown")),
            new Answered("a redirect to Pinpoint", world -> world.victim.startAuthorization(world.grace.link(), ACME)),
            new Answered(
                    "a refused start",
                    world -> world.victim.startAuthorization(
                            world.grace.link(), Params.of("subdomain", ACME), Browser.ELSEWHERE)),
            new Answered(
                    "a callback", world -> world.victim.callback(world.victim.authorize(world.grace.link(), ACME))),
            new Answered(
                    "a refused callback",
                    world -> world.attacker.callback(world.victim.authorize(world.grace.link(), ACME))),
            new Answered("a callback without state", world -> world.victim.callback(Params.of("code", "any"))),
            new Answered("a step further", world -> world.victim.connect(world.grace.link(), ACME)),
            new Answered(
                    "a refused key",
                    world -> world.victim.post(
                            world.grace.link(), Params.of("subdomain", ACME).and("apiKey", "wrong"))),
            new Answered("the way back", world -> world.victim.finish(world.connected())));

    private LeakAttacks() {}

    static List<Attack> all() {
        return Stream.concat(ANSWERS.stream().flatMap(LeakAttacks::attacks), others().stream())
                .toList();
    }

    private static Stream<Attack> attacks(Answered answered) {
        String what = answered.what;
        Function<World, Reply> answer = answered.answer;
        return Stream.of(
                attack(
                                "another site learns the address from the referrer of " + what,
                                "RFC 9700, 4.2.4",
                                world -> () -> answer.apply(world).header("Referrer-Policy"))
                        .ends("no-referrer")
                        .leaving(Place.values())
                        .heldOffBy(NO_REFERRER),
                attack(
                                "a cache keeps " + what,
                                "RFC 6749, 5.1",
                                world -> () -> answer.apply(world).header("Cache-Control"))
                        .ends("no-store")
                        .leaving(Place.values())
                        .heldOffBy(NOTHING_CACHED));
    }

    private static List<Attack> others() {
        return List.of(
                attack("a page is put into a frame (clickjacking)", "RFC 9700, 4.16", world -> {
                            String link = world.grace.link();
                            return () -> directive(world.victim.open(link), "frame-ancestors");
                        })
                        .ends("frame-ancestors 'none'")
                        .heldOffBy(PAGES_CLOSED, LOOKING_IS_HARMLESS),
                attack(
                                "an error's page is put into a frame (clickjacking)",
                                "RFC 9700, 4.16",
                                world -> () -> directive(world.victim.open("/connect/unknown"), "frame-ancestors"))
                        .ends("frame-ancestors 'none'")
                        .heldOffBy(PAGES_CLOSED),
                attack("a page loads what is not its own", "RFC 9700, 4.2.4", world -> {
                            String link = world.grace.link();
                            return () -> directive(world.victim.open(link), "default-src");
                        })
                        .ends("default-src 'none'")
                        .heldOffBy(PAGES_CLOSED, LOOKING_IS_HARMLESS),
                attack("a page's form is sent to another site", "RFC 9700, 4.2", world -> {
                            String link = world.grace.link();
                            return () -> directive(world.victim.open(link), "form-action");
                        })
                        .ends("form-action 'self' https://*.pinpoint.example https://app.hackajob.example")
                        .heldOffBy(PAGES_CLOSED, LOOKING_IS_HARMLESS),
                attack("a script, a sub-domain or plain HTTP gets the cookie", "RFC 9700, 4.7.1", world -> {
                            String link = world.grace.link();
                            return () -> world.victim.startAuthorization(link, ACME).cookies().stream()
                                    .map(cookie -> cookie.replaceFirst("=[\\w-]+\\.[\\w-]+\\.[\\w-]+;", ";"))
                                    .toList()
                                    .toString();
                        })
                        .ends("[__Host-connect; Max-Age=600; Path=/; Secure; HttpOnly; SameSite=Lax]")
                        .leaving(Place.AUTHORIZATIONS)
                        .heldOffBy(COOKIE_CLOSED),
                attack("the cookie outlives its callback", "RFC 9700, 4.7.1", world -> {
                            Params answer = world.victim.authorize(world.grace.link(), ACME);
                            return () -> {
                                world.victim.callback(answer);
                                return "[" + world.victim.cookie() + "]";
                            };
                        })
                        .ends("[]")
                        .leaving(Place.values()),
                attack("a key is sent on with a redirect", "RFC 9700, 4.12", world -> {
                            String link = world.grace.link();
                            return () -> world.victim.connect(link, ACME).outcome();
                        })
                        .ends("303")
                        .leaving(Place.values())
                        .heldOffBy(FORMS_NOT_SENT_ON),
                attack("a webhook's secret is sent on with a redirect", "RFC 9700, 4.12", world -> {
                            String link = world.connected();
                            return () -> world.victim
                                    .storeWebhookSecret(link, "the-secret")
                                    .outcome();
                        })
                        .ends("303")
                        .leaving(Place.values())
                        .heldOffBy(FORMS_NOT_SENT_ON),
                attack("Pinpoint learns link, cookie or verifier from the request", "RFC 9700, 4.2.1", world -> {
                            String link = world.grace.link();
                            return () -> secretsIn(world, link);
                        })
                        .ends("nothing")
                        .leaving(Place.AUTHORIZATIONS)
                        .heldOffBy(PKCE_IS_S256),
                attack("hackajob's frontend learns a link from the way back", "RFC 9700, 4.2", world -> {
                            String link = world.connected();
                            return () -> world.victim.finish(link).location().replaceFirst("code=[\\w-]+$", "code");
                        })
                        .ends(World.RETURN_URL + "?code")
                        .leaving(Place.values()),
                attack("a refused callback shows the page of a stranger's link", "RFC 9700, 4.7", world -> {
                            Params answer = world.attacker.authorize(world.mallory.link(), EVIL);
                            return () -> world.victim.callback(answer).body().contains("attacker-company")
                                    ? "the stranger's"
                                    : "nobody's";
                        })
                        .ends("nobody's")
                        .heldOffBy(BROWSER_BOUND));
    }

    private static String directive(Reply page, String name) {
        return Stream.of(page.header("Content-Security-Policy").split("; "))
                .filter(directive -> directive.startsWith(name + " "))
                .findFirst()
                .orElse("no " + name);
    }

    private static String secretsIn(World world, String link) {
        String request = world.victim.startAuthorization(link, ACME).location();
        String browser = world.victim.cookie().split("\\.")[0];
        String verifier = PkceVerifier.of(new SecretToken(browser)).value();
        return Stream.of(link.substring("/connect/".length()), browser, verifier)
                        .filter(secret -> !secret.isEmpty())
                        .anyMatch(request::contains)
                ? "a secret"
                : "nothing";
    }

    private record Answered(String what, Function<World, Reply> answer) {}
}
