package com.hackajob.pinpoint.connection;

import java.time.Instant;
import java.util.Optional;

/** What opens a Pinpoint account. Lives in Secrets Manager and in memory; its text form is always hidden. */
public sealed interface Credential {

    Subdomain subdomain();

    default Kind kind() {
        return switch (this) {
            case ApiKey _ -> Kind.API_KEY;
            case OAuthTokens _ -> Kind.OAUTH;
        };
    }

    /** The kinds, by the names that callers see in lower case. */
    enum Kind {
        API_KEY,
        OAUTH
    }

    /** A key that a Pinpoint Administrator created. */
    record ApiKey(Subdomain subdomain, String key) implements Credential {
        @Override
        public String toString() {
            return "ApiKey[hidden]";
        }
    }

    /** Tokens that Pinpoint gave hackajob's OAuth client. */
    record OAuthTokens(
            Subdomain subdomain, String accessToken, Optional<String> refreshToken, Optional<Instant> expiresAt)
            implements Credential {

        /** The same, to be renewed with that token unless the server gave one of its own. */
        public OAuthTokens refreshableBy(String token) {
            return refreshToken.isPresent()
                    ? this
                    : new OAuthTokens(subdomain, accessToken, Optional.of(token), expiresAt);
        }

        @Override
        public String toString() {
            return "OAuthTokens[hidden]";
        }
    }
}
