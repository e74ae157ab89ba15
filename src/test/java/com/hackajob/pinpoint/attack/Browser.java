package com.hackajob.pinpoint.attack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Somebody's browser: keeps cookies, and tells where a request comes from, as browsers do. */
final class Browser {

    /** Values of {@code Sec-Fetch-Site}. */
    static final String OUR_PAGE = "same-origin";

    static final String SIBLING = "same-site";
    static final String ELSEWHERE = "cross-site";
    static final String MAIL_OR_TYPED = "none";

    private final World world;
    private final Map<String, String> cookies = new HashMap<>();

    Browser(World world) {
        this.world = world;
    }

    /** Follows a link in a mail. */
    Reply open(String target) {
        return get(target, MAIL_OR_TYPED);
    }

    Reply get(String target, String from) {
        return send("GET", target, "", Map.of("sec-fetch-site", from));
    }

    /** Sends the page's form. */
    Reply post(String link, Params form) {
        return send("POST", link, form.encoded(), Map.of("sec-fetch-site", OUR_PAGE));
    }

    /** Types account and key. */
    Reply connect(String link, String subdomain) {
        return post(link, Params.of("subdomain", subdomain).and("apiKey", World.keyOf(subdomain)));
    }

    Reply storeWebhookSecret(String link, String secret) {
        return post(link, Params.of("action", "secret").and("webhookSecret", secret));
    }

    Reply finish(String link) {
        return post(link, Params.of("action", "finish"));
    }

    /** Presses the button to sign in to Pinpoint. */
    Reply startAuthorization(String link, String subdomain) {
        return startAuthorization(link, Params.of("subdomain", subdomain), OUR_PAGE);
    }

    Reply startAuthorization(String link, Params query, String from) {
        return get(link + "/oauth?" + query.encoded(), from);
    }

    /** Signs in to Pinpoint and approves; what comes is to be brought back. */
    Params authorize(String link, String subdomain) {
        return world.servers.approve(startAuthorization(link, subdomain).location());
    }

    /** Is sent back from Pinpoint. */
    Reply callback(Params answer) {
        return get("/oauth/callback?" + answer.encoded(), ELSEWHERE);
    }

    Reply send(String method, String target, String body, Map<String, String> headers) {
        Reply reply = world.send(method, target, body, headers, List.copyOf(cookieHeaders()));
        reply.cookies().forEach(this::keep);
        return reply;
    }

    private List<String> cookieHeaders() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .toList();
    }

    private void keep(String setCookie) {
        String[] parts = setCookie.split(";")[0].split("=", 2);
        if (setCookie.contains("Max-Age=0")) {
            cookies.remove(parts[0]);
        } else {
            cookies.put(parts[0], parts[1]);
        }
    }

    /** The one cookie that we set. */
    String cookie() {
        return cookies.getOrDefault(World.COOKIE, "");
    }

    /** What somebody else put there. */
    void plant(String cookie) {
        cookies.put(World.COOKIE, cookie);
    }
}
