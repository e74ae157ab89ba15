package com.hackajob.pinpoint.local.pinpoint;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code /oauth/authorize} (invented): approves, denies or asks, and sends the browser back with code, state and iss. */
final class AuthorizeEndpoint {

    private final OAuth oauth;
    private final String subdomain;
    private final String issuer;

    AuthorizeEndpoint(OAuth oauth, String subdomain, String issuer) {
        this.oauth = oauth;
        this.subdomain = subdomain;
        this.issuer = issuer;
    }

    /** The browser comes with the client's request. */
    Reply start(Call call) {
        Form form = Form.of(call.rawQuery());
        return trusted(form) ? decide(form, oauth.consent()) : Reply.html(400, "This request can't be trusted");
    }

    /** The consent page was answered. */
    Reply answered(Call call) {
        Form form = Form.of(new String(call.body(), StandardCharsets.UTF_8));
        OAuth.Consent decision = form.get("decision").equals("approve") ? OAuth.Consent.APPROVE : OAuth.Consent.DENY;
        return trusted(form) ? decide(form, decision) : Reply.html(400, "This request can't be trusted");
    }

    /** Whether the browser may be sent back at all. */
    private boolean trusted(Form form) {
        return oauth.isClient(form.get("client_id")) && oauth.allowsRedirectTo(form.get("redirect_uri"));
    }

    private Reply decide(Form form, OAuth.Consent decision) {
        if (!form.get("response_type").equals("code")) {
            return back(form, "error", "unsupported_response_type");
        }
        if (!form.get("code_challenge_method").equals("S256")
                || !form.get("code_challenge").matches("[A-Za-z0-9_-]{43}")) {
            return back(form, "error", "invalid_request");
        }
        return switch (decision) {
            case APPROVE ->
                back(
                        form,
                        "code",
                        oauth.grants().approve(subdomain, form.get("redirect_uri"), form.get("code_challenge")));
            case DENY -> back(form, "error", "access_denied");
            case ASK -> page(form);
        };
    }

    private Reply back(Form form, String name, String value) {
        String uri = form.get("redirect_uri");
        String state = form.get("state").isEmpty() ? "" : "&state=" + Form.encoded(form.get("state"));
        return Reply.redirect(uri + (uri.contains("?") ? "&" : "?") + name + "=" + Form.encoded(value) + state + "&iss="
                + Form.encoded(issuer));
    }

    private Reply page(Form form) {
        String hidden =
                form.values().entrySet().stream().map(AuthorizeEndpoint::hidden).collect(Collectors.joining());
        String page = "<!DOCTYPE html><html><head><title>Authorise</title></head><body>"
                + "<h1>Let this application use " + subdomain + "?</h1><form method=\"post\">" + hidden
                + "<button name=\"decision\" value=\"approve\">Authorise</button>"
                + "<button name=\"decision\" value=\"deny\">Deny</button></form></body></html>";
        return new Reply(
                200, Map.of("Content-Type", "text/html; charset=utf-8"), page.getBytes(StandardCharsets.UTF_8));
    }

    private static String hidden(Map.Entry<String, String> field) {
        return "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                .formatted(escaped(field.getKey()), escaped(field.getValue()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
