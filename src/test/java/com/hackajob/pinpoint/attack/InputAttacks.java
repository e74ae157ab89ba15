package com.hackajob.pinpoint.attack;

import static com.hackajob.pinpoint.attack.Attack.attack;
import static com.hackajob.pinpoint.attack.Defence.FORMS_STRICT;
import static com.hackajob.pinpoint.attack.Defence.SECRETS_PRINTABLE;
import static com.hackajob.pinpoint.attack.Defence.SUBDOMAINS_PLAIN;
import static com.hackajob.pinpoint.attack.World.ACME;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is typed: led to other hosts, broken into headers, said twice (CWE-113, CWE-235, CWE-918). */
final class InputAttacks {

    private static final String INVALID = "400 invalid_request";
    private static final List<Map.Entry<String, String>> SUBDOMAINS = List.of(
            Map.entry("names another host", "acme.evil.example/"),
            Map.entry("names a user", "acme@evil"),
            Map.entry("ends the host", "acme/x?"),
            Map.entry("begins a fragment", "acme#"),
            Map.entry("has two labels", "acme.other"),
            Map.entry("has a port", "acme:8443"),
            Map.entry("has a line break", "acme\r\nSet-Cookie: a=b"),
            Map.entry("has a hyphen in front", "-acme"),
            Map.entry("is 64 letters long", "a".repeat(64)),
            Map.entry("looks like ours and is not", "аcme"));

    private InputAttacks() {}

    static List<Attack> all() {
        return Stream.of(subdomains(), secrets(), forms()).flatMap(List::stream).toList();
    }

    private static List<Attack> subdomains() {
        return SUBDOMAINS.stream()
                .flatMap(subdomain -> Stream.of(
                        typed(subdomain.getKey(), subdomain.getValue()),
                        asked(subdomain.getKey(), subdomain.getValue())))
                .toList();
    }

    private static Attack typed(String how, String subdomain) {
        return attack("an account's name " + how + " beside a key", "CWE-918", world -> {
                    String link = world.grace.link();
                    return () -> world.attacker.connect(link, subdomain).outcome();
                })
                .ends(INVALID)
                .heldOffBy(SUBDOMAINS_PLAIN);
    }

    private static Attack asked(String how, String subdomain) {
        return attack("an account's name " + how + " to sign in", "RFC 9700, 4.11.1", world -> {
                    String link = world.grace.link();
                    return () ->
                            world.attacker.startAuthorization(link, subdomain).outcome();
                })
                .ends(INVALID)
                .heldOffBy(SUBDOMAINS_PLAIN);
    }

    private static List<Attack> secrets() {
        return List.of(
                key("has a line break", World.keyOf(ACME) + "\r\nX-Evil: 1"),
                key("has a tab inside", World.keyOf(ACME) + "\tx"),
                key("has a NUL", World.keyOf(ACME) + "\0"),
                key("is not ASCII", World.keyOf(ACME) + "é"),
                key(
                        "is 513 letters long",
                        World.keyOf(ACME) + "x".repeat(513 - World.keyOf(ACME).length())),
                webhookSecret("has a line break", "secret\nsecret"),
                webhookSecret("is not ASCII", "secret\u2028secret"),
                webhookSecret("is 513 letters long", "x".repeat(513)));
    }

    private static Attack key(String how, String key) {
        return attack("a key " + how, "CWE-113", world -> {
                    String link = world.grace.link();
                    Params form = Params.of("subdomain", ACME).and("apiKey", key);
                    return () -> world.attacker.post(link, form).outcome();
                })
                .ends(INVALID)
                .heldOffBy(SECRETS_PRINTABLE);
    }

    private static Attack webhookSecret(String how, String secret) {
        return attack("a webhook's secret " + how, "CWE-113", world -> {
                    String link = world.connected();
                    return () -> world.attacker.storeWebhookSecret(link, secret).outcome();
                })
                .ends(INVALID)
                .heldOffBy(SECRETS_PRINTABLE);
    }

    private static List<Attack> forms() {
        String form =
                Params.of("subdomain", ACME).and("apiKey", World.keyOf(ACME)).encoded();
        return List.of(
                form("names two accounts", "subdomain=evil&" + form),
                form("has two keys", form + "&apiKey=" + World.keyOf(ACME)),
                form("has a field twice under two spellings", form + "&%73ubdomain=evil"),
                form("is larger than any", form + "&more=" + "x".repeat(16_384)),
                form("has a broken escape", form + "&more=%zz"));
    }

    private static Attack form(String how, String body) {
        return attack("a form " + how, "CWE-235", world -> {
                    String link = world.grace.link();
                    return () ->
                            world.attacker.send("POST", link, body, Map.of()).outcome();
                })
                .ends(INVALID)
                .heldOffBy(FORMS_STRICT);
    }
}
