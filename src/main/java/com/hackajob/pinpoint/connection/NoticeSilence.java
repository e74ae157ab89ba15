package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.updates.Update;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Notices that webhooks which used to come no longer do: Pinpoint switches a webhook off after it could not deliver it for a
 * day (third parties report it), and an administrator may.
 */
public final class NoticeSilence {

    private static final Duration SILENCE = Duration.ofHours(24);

    private final Connections connections;
    private final InstantSource clock;

    public NoticeSilence(Connections connections, InstantSource clock) {
        this.connections = connections;
        this.clock = clock;
    }

    /** Whether a webhook came within the last day, to the day. */
    public boolean isHeard(Connection connection) {
        Instant yesterday = clock.instant().minus(SILENCE);
        return connection.webhook().lastSeen().filter(yesterday::isBefore).isPresent();
    }

    /** Something happened of which a webhook should have told. The employer is told once, until webhooks come again. */
    public void missed(Connection seen) {
        Webhook webhook = seen.webhook();
        if (webhook.lastSeen().isEmpty() || webhook.silentSince().isPresent() || isHeard(seen)) {
            return;
        }
        Instant now = clock.instant();
        Connection next = seen.with(webhook.silent(now));
        String id = next.company().value() + "~connection~" + next.revision();
        var update = new Update(
                id,
                Update.Kind.CONNECTION_ATTENTION,
                Update.Subject.of(next.company()),
                Optional.of(ErrorCode.WEBHOOK_SILENT),
                now);
        // Who was faster has changed something else: the next move that is missed tells.
        connections.save(Change.of(seen, next).telling(update));
    }
}
