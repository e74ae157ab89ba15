package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.connection.Credentials.SecretVersion;
import java.util.Optional;

/**
 * All that a company's secret holds.
 *
 * @param replaces of a refresh, the version whose refresh token it used up: whoever finds the row still naming that one
 *     knows that this one follows it
 */
public record Secret(Credential credential, WebhookSecrets webhooks, Optional<SecretVersion> replaces) {

    Secret(Credential credential, WebhookSecrets webhooks) {
        this(credential, webhooks, Optional.empty());
    }

    /** Still follows what it followed: its tokens are the same. */
    Secret with(WebhookSecrets next) {
        return new Secret(credential, next, replaces);
    }

    Secret refreshed(Credential.OAuthTokens tokens, SecretVersion used) {
        return new Secret(tokens, webhooks, Optional.of(used));
    }
}
