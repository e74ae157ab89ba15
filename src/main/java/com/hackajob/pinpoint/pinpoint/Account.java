package com.hackajob.pinpoint.pinpoint;

import com.hackajob.pinpoint.connection.Credential;
import com.hackajob.pinpoint.connection.Credential.ApiKey;
import com.hackajob.pinpoint.connection.Credential.OAuthTokens;
import org.apache.hc.core5.http.HttpMessage;

/** An account's address and the header that opens it: {@code X-API-KEY} as documented, or a bearer token. */
record Account(String address, String header, String value) {

    /** @param template the account's address with {@code {subdomain}}; a subdomain can't hold anything but its own letters */
    static Account of(String template, Credential credential) {
        String address = template.replace("{subdomain}", credential.subdomain().value());
        return switch (credential) {
            case ApiKey key -> new Account(address, "X-API-KEY", key.key());
            case OAuthTokens tokens -> new Account(address, "Authorization", "Bearer " + tokens.accessToken());
        };
    }

    void openFor(HttpMessage request) {
        request.setHeader(header, value);
    }

    @Override
    public String toString() {
        return "Account[" + address + "]";
    }
}
