package com.hackajob.pinpoint.attack;

import static com.hackajob.pinpoint.attack.Attack.attack;
import static com.hackajob.pinpoint.attack.AuthorizationServers.issuer;
import static com.hackajob.pinpoint.attack.Defence.RETURN_REGISTERED;
import static com.hackajob.pinpoint.attack.World.ACME;
import static com.hackajob.pinpoint.attack.World.PUBLIC_URL;
import static com.hackajob.pinpoint.attack.World.RETURN_URL;
import static com.hackajob.pinpoint.attack.Written.Place.AUTHORIZATIONS;

import com.hackajob.pinpoint.attack.Written.Place;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Open redirects and variants of the redirect address (RFC 9700, sections 2.1, 4.1 and 4.11). */
final class ReturnAttacks {

    private static final String INVALID = "400 invalid_request";
    private static final String CALLBACK = PUBLIC_URL + "/oauth/callback";

    private ReturnAttacks() {}

    static List<Attack> all() {
        return List.of(
                returning("to the attacker", "https://evil.example/pinpoint"),
                returning("without TLS", RETURN_URL.replace("https", "http")),
                returning(
                        "after a user's name",
                        RETURN_URL.replace("https://", "https://app.hackajob.example@evil.example/")),
                returning("with a user's name", RETURN_URL.replace("https://", "https://evil@")),
                returning("to a name that begins as ours", "https://app.hackajob.example.evil.example/pinpoint"),
                returning("to a name that ends as ours", "https://evil-app.hackajob.example/pinpoint"),
                returning("to another port", RETURN_URL.replace("example/", "example:8443/")),
                returning("to a path below", RETURN_URL + "/more"),
                returning("out of the path", RETURN_URL + "/../redirect"),
                returning("out of the path, encoded", RETURN_URL + "/%2e%2e/redirect"),
                returning("with a slash more", RETURN_URL + "/"),
                returning("with a query", RETURN_URL + "?next=https://evil.example"),
                returning("with a fragment", RETURN_URL + "#evil"),
                returning("to the parent", "https://app.hackajob.example/"),
                returning("to no scheme", "//evil.example/pinpoint"),
                returning("to a path of our own", "/connect"),
                returning("to a script", "javascript:alert(1)"),
                returning("to data", "data:text/html,evil"),
                returning("to a name with a dot at its end", RETURN_URL.replace("example/", "example./")),
                returning("to two addresses", RETURN_URL + ",https://evil.example"),
                malformed("with a backslash", "https:\\\\\\\\evil.example"),
                malformed("with a line break", RETURN_URL + "\\r\\nSet-Cookie: a=b"),
                malformed("with a space", " " + RETURN_URL),
                attack(
                                "a link is shared that returns to hackajob",
                                "RFC 9700, 4.11",
                                world -> () -> world.grace
                                        .start("{\"shareable\":true,\"returnUrl\":\"" + RETURN_URL + "\"}")
                                        .outcome())
                        .ends(INVALID)
                        .heldOffBy(RETURN_REGISTERED),
                attack("the address to return to is put into the form", "RFC 9700, 4.11.1", world -> {
                            String link = world.connected();
                            Params form = Params.of("action", "finish").and("returnUrl", "https://evil.example");
                            return () -> host(world.victim.post(link, form).location());
                        })
                        .ends("app.hackajob.example")
                        .leaving(Place.LINKS, Place.RESULTS),
                redirected("a slash more", "/oauth/callback/"),
                redirected("a query", "/oauth/callback?next=1"),
                redirected("a way out of the path", "/oauth/callback/../../evil"),
                redirected("another case", "/OAUTH/callback"),
                hosted("Host", Map.of("host", "evil.example")),
                hosted("X-Forwarded-Host", Map.of("x-forwarded-host", "evil.example")),
                hosted("Forwarded", Map.of("forwarded", "host=evil.example;proto=http")));
    }

    private static Attack returning(String how, String url) {
        return malformed(how, url).heldOffBy(RETURN_REGISTERED);
    }

    /** {@code java.net.URI} does not take it. */
    private static Attack malformed(String how, String url) {
        return attack(
                        "a link is to return " + how,
                        "RFC 9700, 4.11.1",
                        world -> () -> world.grace
                                .start("{\"returnUrl\":\"" + url + "\"}")
                                .outcome())
                .ends(INVALID);
    }

    /** A server that compares carelessly gave the code out for it; it is not the address that we redeem codes for. */
    private static Attack redirected(String variant, String path) {
        return attack("a code was given out for our address with " + variant, "RFC 9700, 4.1.3", world -> {
                    Params answer = world.victim.authorize(world.grace.link(), ACME);
                    world.servers.gaveOutFor(answer.get("code"), PUBLIC_URL + path);
                    return () -> world.victim.callback(answer).outcome();
                })
                .ends("400 oauth_refused")
                .leaving(Place.TOKEN_REQUESTS);
    }

    private static Attack hosted(String header, Map<String, String> headers) {
        return attack("our name is forged by the header " + header, "RFC 9700, 4.1", world -> {
                    String target = world.grace.link() + "/oauth?subdomain=" + ACME;
                    return () -> {
                        URI request = URI.create(
                                world.victim.send("GET", target, "", headers).location());
                        return Params.parse(request.getRawQuery()).get("redirect_uri") + " at https://"
                                + request.getHost();
                    };
                })
                .ends(CALLBACK + " at " + issuer(ACME))
                .leaving(AUTHORIZATIONS);
    }

    private static String host(String address) {
        return URI.create(address).getHost();
    }
}
