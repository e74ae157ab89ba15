package com.hackajob.pinpoint.local.pinpoint;

import java.util.Optional;
import java.util.Set;

/**
 * Who may do what: first the key, then the switch of the account (documented), then the permission (its refusal is
 * invented).
 */
final class Credentials {

    private final Account account;

    Credentials(Account account) {
        this.account = account;
    }

    Set<Permission> check(Call call) {
        Set<Permission> granted = granted(call);
        if (!account.keys().apiEnabled()) {
            throw Refusal.of(ErrorKind.FORBIDDEN, "Integration not enabled");
        }
        if (account.policies().is(Policy.REQUIRE_VENDOR_NAME)
                && call.header("x-vendor-name").isEmpty()) {
            throw Refusal.of(ErrorKind.FORBIDDEN, "x-vendor-name header not provided");
        }
        return granted;
    }

    static void require(Set<Permission> granted, Permission needed) {
        if (!granted.contains(needed)) {
            throw Refusal.of(ErrorKind.FORBIDDEN, "API key does not have the permission " + needed);
        }
    }

    private Set<Permission> granted(Call call) {
        Optional<OAuth> oauth = account.oauth().get();
        return oauth.isPresent() && call.credential() == CredentialKind.BEARER
                ? byToken(oauth.get(), call)
                : byKey(call);
    }

    private Set<Permission> byToken(OAuth oauth, Call call) {
        String token = call.header("Authorization").orElse("").substring("Bearer ".length());
        if (!oauth.grants().allows(token, account.subdomain())) {
            throw Refusal.of(ErrorKind.UNAUTHORIZED, "Invalid access token");
        }
        return oauth.permissions();
    }

    private Set<Permission> byKey(Call call) {
        String key = call.header("X-API-KEY")
                .orElseThrow(() -> Refusal.of(ErrorKind.UNAUTHORIZED, "X-API-KEY header not provided"));
        return account.keys()
                .permissionsOf(key)
                .orElseThrow(() -> Refusal.of(ErrorKind.UNAUTHORIZED, "Invalid API key"));
    }
}
