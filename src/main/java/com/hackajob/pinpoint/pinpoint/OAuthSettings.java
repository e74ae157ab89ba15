package com.hackajob.pinpoint.pinpoint;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** hackajob's OAuth client at Pinpoint; without a client id there is none, and only API keys are offered. */
@Singleton
final class OAuthSettings {

    private final Optional<String> authorizeUrl;
    private final Optional<String> tokenUrl;
    private final Optional<String> client;
    private final Optional<String> clientSecret;
    private final Optional<String> publicUrl;
    private final String issuer;

    OAuthSettings(
            @ConfigProperty(name = "oauth.authorize.url") Optional<String> authorizeUrl,
            @ConfigProperty(name = "oauth.token.url") Optional<String> tokenUrl,
            @ConfigProperty(name = "oauth.client.id") Optional<String> client,
            @ConfigProperty(name = "oauth.client.secret") Optional<String> clientSecret,
            @ConfigProperty(name = "public.url") Optional<String> publicUrl,
            @ConfigProperty(name = "pinpoint.url") String issuer) {
        this.authorizeUrl = authorizeUrl;
        this.tokenUrl = tokenUrl;
        this.client = client;
        this.clientSecret = clientSecret;
        this.publicUrl = publicUrl;
        this.issuer = issuer;
    }

    /** With {@code {subdomain}}. */
    Optional<String> authorizeUrl() {
        return authorizeUrl;
    }

    /** With {@code {subdomain}}. */
    Optional<String> tokenUrl() {
        return tokenUrl;
    }

    /** What a server calls itself: the account's own address, with {@code {subdomain}}. */
    String issuer() {
        return issuer;
    }

    Optional<String> client() {
        return client;
    }

    /** Name of the secret in Secrets Manager. */
    String clientSecret() {
        return clientSecret.orElseThrow();
    }

    String redirectUri() {
        return publicUrl.orElseThrow() + "/oauth/callback";
    }
}
