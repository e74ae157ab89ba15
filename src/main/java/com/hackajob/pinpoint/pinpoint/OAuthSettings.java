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
    private final Optional<String> issuer;
    private final Optional<String> scope;

    OAuthSettings(
            @ConfigProperty(name = "oauth.authorize.url") Optional<String> authorizeUrl,
            @ConfigProperty(name = "oauth.token.url") Optional<String> tokenUrl,
            @ConfigProperty(name = "oauth.client.id") Optional<String> client,
            @ConfigProperty(name = "oauth.client.secret") Optional<String> clientSecret,
            @ConfigProperty(name = "public.url") Optional<String> publicUrl,
            @ConfigProperty(name = "oauth.issuer") Optional<String> issuer,
            @ConfigProperty(name = "oauth.scope") Optional<String> scope) {
        this.authorizeUrl = authorizeUrl;
        this.tokenUrl = tokenUrl;
        this.client = client;
        this.clientSecret = clientSecret;
        this.publicUrl = publicUrl;
        this.issuer = issuer;
        this.scope = scope;
    }

    /** With {@code {subdomain}}. */
    Optional<String> authorizeUrl() {
        return authorizeUrl;
    }

    /** With {@code {subdomain}}. */
    Optional<String> tokenUrl() {
        return tokenUrl;
    }

    /** What a server calls itself in its answers (RFC 9207), with {@code {subdomain}}; empty where it does not. */
    Optional<String> issuer() {
        return issuer;
    }

    /** What to ask for, where it is not the server that decides. */
    Optional<String> scope() {
        return scope;
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
