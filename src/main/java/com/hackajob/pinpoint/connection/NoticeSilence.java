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

    /** What is noted is the first webhook of a day: the last one may have come a day later. */
    private static final Duration SILENCE = Duration.ofDays(2);

    private static final Duration HEARD = Duration.ofDays(1);

    private final Connections connections;
    private final InstantSource clock;

    public NoticeSilence(Connections connections, InstantSource clock) {
        this.connections = connections;
        this.clock = clock;
    }

    /** Whether a webhook came within the last day, to the day. */
    public boolean isHeard(Connection connection) {
        return isHeard(connection, HEARD);
    }

    private boolean isHeard(Connection connection, Duration within) {
        Instant since = clock.instant().minus(within);
        return connection.webhook().lastSeen().filter(since::isBefore).isPresent();
    }

    /** Something happened of which a webhook should have told. The employer is told once, until webhooks come again. */
    public void missed(Connection seen) {
        Webhook webhook = seen.webhook();
        if (webhook.lastSeen().isEmpty() || webhook.silentSince().isPresent() || isHeard(seen, SILENCE)) {
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
