package com.hackajob.pinpoint.local.pinpoint;

import com.hackajob.pinpoint.local.pinpoint.Grants.Approval;
import com.hackajob.pinpoint.local.pinpoint.Grants.Tokens;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/** {@code /oauth/token} (invented): trades a code or a refresh token for new tokens. */
final class TokenEndpoint {

    private final OAuth oauth;
    private final String subdomain;

    TokenEndpoint(OAuth oauth, String subdomain) {
        this.oauth = oauth;
        this.subdomain = subdomain;
    }

    Reply answer(Call call) {
        Form form = Form.of(new String(call.body(), StandardCharsets.UTF_8));
        if (!isClient(call, form)) {
            return error(401, "invalid_client").with("WWW-Authenticate", "Basic");
        }
        return switch (form.get("grant_type")) {
            case "authorization_code" -> reply(code(form));
            case "refresh_token" -> reply(oauth.grants().refresh(form.get("refresh_token"), subdomain));
            default -> error(400, "unsupported_grant_type");
        };
    }

    /** The client's secret comes as HTTP Basic or in the form, not both. */
    private boolean isClient(Call call, Form form) {
        Optional<String> basic = call.header("Authorization").filter(value -> value.startsWith("Basic "));
        if (basic.isEmpty()) {
            return oauth.isClient(form.get("client_id"), form.get("client_secret"));
        }
        byte[] decoded = Base64.getDecoder().decode(basic.get().substring("Basic ".length()));
        String[] parts = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
        return parts.length == 2
                && form.get("client_secret").isEmpty()
                && oauth.isClient(Form.decoded(parts[0]), Form.decoded(parts[1]));
    }

    private Optional<Tokens> code(Form form) {
        String code = form.get("code");
        return oauth.grants()
                .take(code)
                .filter(approval -> matches(approval, form))
                .map(_ -> oauth.grants().issue(code, subdomain));
    }

    private boolean matches(Approval approval, Form form) {
        return approval.subdomain().equals(subdomain)
                && approval.redirectUri().equals(form.get("redirect_uri"))
                && approval.challenge().equals(challengeOf(form.get("code_verifier")));
    }

    private static String challengeOf(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Reply reply(Optional<Tokens> tokens) {
        return tokens.map(TokenEndpoint::reply).orElseGet(() -> error(400, "invalid_grant"));
    }

    private static Reply reply(Tokens tokens) {
        return Reply.json(
                200,
                Wire.object()
                        .put("access_token", tokens.access())
                        .put("token_type", "Bearer")
                        .put("expires_in", tokens.lifetime().toSeconds())
                        .put("refresh_token", tokens.refresh()));
    }

    private static Reply error(int status, String error) {
        return Reply.json(status, Wire.object().put("error", error));
    }
}
