package com.hackajob.pinpoint.connection;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of the connection's webhook.
 *
 * @param isSecretKept whether we have its signing secret
 * @param lastSeen when a delivery with a right signature arrived, to the day; empty before the first
 * @param silentSince when it was noticed that none come any more
 */
public record Webhook(boolean isSecretKept, Optional<Instant> lastSeen, Optional<Instant> silentSince) {

    static final Webhook NONE = new Webhook(false, Optional.empty(), Optional.empty());

    Webhook withSecret() {
        return new Webhook(true, lastSeen, silentSince);
    }

    Webhook seen(Instant at) {
        return new Webhook(isSecretKept, Optional.of(at), Optional.empty());
    }

    Webhook silent(Instant since) {
        return new Webhook(isSecretKept, lastSeen, Optional.of(since));
    }
}
