package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.audit.Actor;
import com.hackajob.pinpoint.audit.AuditEntry.Action;
import com.hackajob.pinpoint.audit.Auditor;
import com.hackajob.pinpoint.connection.Connections.Saved;
import com.hackajob.pinpoint.connection.PinpointAccounts.Probe;
import com.hackajob.pinpoint.connection.Status.Active;
import com.hackajob.pinpoint.connection.Status.Attention;
import com.hackajob.pinpoint.connection.Status.Disconnected;
import com.hackajob.pinpoint.updates.Update;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Writes down how a connection was found. Where that is news, the employer's update and the audit entry are written with
 * it; the update goes out when the outbox is next emptied, within two minutes.
 */
public final class RecordHealth {

    private final Connections connections;
    private final Auditor auditor;
    private final InstantSource clock;

    public RecordHealth(Connections connections, Auditor auditor, InstantSource clock) {
        this.connections = connections;
        this.auditor = auditor;
        this.clock = clock;
    }

    /**
     * What a probe found.
     *
     * @param forgetting whether what was known of permissions that no probe can try counts no longer
     * @return the connection as it is then: ours, or what somebody else made of it in the meantime
     */
    Connection probed(Connection seen, Probe probe, boolean forgetting) {
        Connection next = judged(seen, probe, forgetting, clock.instant());
        return save(seen, next);
    }

    private static Connection judged(Connection seen, Probe probe, boolean forgetting, Instant now) {
        List<Permission> known = forgetting ? List.of() : seen.link().permissions();
        return switch (probe) {
            case Probe.NotWorking(var code, var permissions) ->
                (permissions.isEmpty() ? seen : seen.with(Permission.merged(permissions, known)))
                        .inAttention(code, now)
                        .with(seen.upkeep().next(now));
            case Probe.Working(var permissions) -> working(seen, Permission.merged(permissions, known), now);
        };
    }

    private static Connection working(Connection seen, List<Permission> permissions, Instant now) {
        Connection next = seen.with(permissions);
        if (Permission.isAnyMissing(permissions)) {
            return next.inAttention(ErrorCode.PERMISSION_MISSING, now)
                    .with(seen.upkeep().next(now));
        }
        return seen.status() instanceof Attention
                ? next.restored(now)
                : next.with(seen.upkeep().next(now));
    }

    /** Pinpoint did not let us write. */
    Connection writingDenied(Connection seen) {
        List<Permission> known = Permission.writing(seen.link().permissions(), Permission.State.MISSING);
        Connection next = seen.with(known).inAttention(ErrorCode.PERMISSION_MISSING, clock.instant());
        return save(seen, next);
    }

    /** Pinpoint let us write: the one permission that only this can show. */
    Connection written(Connection seen) {
        List<Permission> known = Permission.writing(seen.link().permissions(), Permission.State.OK);
        return save(seen, working(seen, known, clock.instant()));
    }

    /** Pinpoint did not answer: for a while it is not asked. Somebody else's change stands, and the next failure tells again. */
    void unanswered(Connection seen, Optional<Duration> asked) {
        Backoff next = Backoff.after(seen.upkeep().backoff(), asked, clock.instant());
        connections.save(Change.of(seen, seen.with(seen.upkeep().with(Optional.of(next)))));
    }

    /** Pinpoint answers again. */
    void answered(Connection seen) {
        connections.save(Change.of(seen, seen.with(seen.upkeep().with(Optional.empty()))));
    }

    /** The authorization server no longer takes the refresh token. Inherited, it may be because a holder was lost with a newer one. */
    Saved credentialRefused(Connection seen, SecretLease lease) {
        Connection next = seen.inAttention(ErrorCode.CREDENTIAL_REJECTED, clock.instant());
        Action trouble = lease.isInherited() ? Action.CREDENTIAL_LOST : Action.ATTENTION;
        return connections.save(news(seen, next, trouble, Change.of(seen, next).under(lease)));
    }

    private Connection save(Connection seen, Connection next) {
        return connections.save(news(seen, next, Action.ATTENTION, Change.of(seen, next))) == Saved.DONE
                ? next
                : connections.find(seen.company()).orElse(seen);
    }

    private Change news(Connection seen, Connection next, Action trouble, Change change) {
        return switch (next.status()) {
            case Attention(var code, var since)
            when !seen.status().equals(new Attention(code, since)) ->
                told(change, next, Update.Kind.CONNECTION_ATTENTION, trouble, Optional.of(code));
            case Active()
            when seen.status() instanceof Attention ->
                told(change, next, Update.Kind.CONNECTION_RESTORED, Action.RESTORED, Optional.empty());
            case Attention _, Active _, Disconnected _ -> change;
        };
    }

    private Change told(Change change, Connection next, Update.Kind kind, Action action, Optional<ErrorCode> code) {
        return change.telling(update(next, kind, code, clock.instant()))
                .with(auditor.entry(next.company(), Actor.SYSTEM, action, code));
    }

    /** What the employer is told of that revision of the connection. */
    static Update update(Connection next, Update.Kind kind, Optional<ErrorCode> code, Instant now) {
        String id = next.company().value() + "~connection~" + next.revision();
        return new Update(id, kind, Update.Subject.of(next.company()), code, now);
    }
}
