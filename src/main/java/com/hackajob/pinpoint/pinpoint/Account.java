package com.hackajob.pinpoint.pinpoint;

import com.hackajob.pinpoint.connection.Credential;
import com.hackajob.pinpoint.connection.Credential.ApiKey;
import com.hackajob.pinpoint.connection.Credential.OAuthTokens;
import org.jspecify.annotations.Nullable;

/** An account's address and the header that opens it: {@code X-API-KEY} as documented, or a bearer token. */
record Account(
        String address, @Nullable String key, @Nullable String bearer) {

    /** @param template the account's address with {@code {subdomain}}; a subdomain can't hold anything but its own letters */
    static Account of(String template, Credential credential) {
        String address = template.replace("{subdomain}", credential.subdomain().value());
        return switch (credential) {
            case ApiKey key -> new Account(address, key.key(), null);
            case OAuthTokens tokens -> new Account(address, null, "Bearer " + tokens.accessToken());
        };
    }

    @Override
    public String toString() {
        return "Account[" + address + "]";
    }
}
