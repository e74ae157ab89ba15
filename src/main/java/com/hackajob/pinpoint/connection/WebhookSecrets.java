package com.hackajob.pinpoint.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The secrets with which Pinpoint signs its webhooks: the current one, and for a day the one before, so that replacing it
 * loses nothing. The text form is hidden.
 *
 * @param previousUntil when the one before is no longer accepted
 */
public record WebhookSecrets(Optional<String> current, Optional<String> previous, Instant previousUntil) {

    public static final WebhookSecrets NONE = new WebhookSecrets(Optional.empty(), Optional.empty(), Instant.EPOCH);

    private static final Duration OVERLAP = Duration.ofHours(24);

    /** The same secret again changes nothing. */
    WebhookSecrets replacedBy(String next, Instant now) {
        if (current.equals(Optional.of(next))) {
            return this;
        }
        Instant until = current.isPresent() ? now.plus(OVERLAP) : previousUntil;
        return new WebhookSecrets(Optional.of(next), current, until);
    }

    /** Those that a signature may be made with. */
    public List<String> accepted(Instant now) {
        return Stream.of(current, previous.filter(_ -> now.isBefore(previousUntil)))
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public String toString() {
        return "WebhookSecrets[hidden]";
    }
}
