package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.connection.Credentials.SecretVersion;
import com.hackajob.pinpoint.connection.Status.Active;
import com.hackajob.pinpoint.connection.Status.Attention;
import com.hackajob.pinpoint.connection.Status.Disconnected;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A company's link to its Pinpoint account, as it stands. Every change makes the next revision, and is written only
 * where the revision it was made from is still the newest.
 */
public record Connection(
        ConnectionId id, Link link, Status status, Settings settings, Webhook webhook, Upkeep upkeep, long revision) {

    /** A company's first. Looked after at once, since exports may wait for it. */
    static Connection first(ConnectionId id, Link link) {
        return new Connection(id, link, new Active(), Settings.STANDARD, Webhook.NONE, Upkeep.drainAt(link.since()), 1);
    }

    /** Connected again. What belongs to the account goes with it; ids and settings stay. */
    Connection relinked(Link next) {
        Webhook kept = next.generation() == link.generation() ? webhook : Webhook.NONE;
        return next(next, new Active(), kept, Upkeep.drainAt(next.since()));
    }

    public CompanyId company() {
        return id.company();
    }

    public Subdomain subdomain() {
        return link.subdomain();
    }

    public int generation() {
        return link.generation();
    }

    /** Since when the company is connected, or no longer. */
    public Instant since() {
        return switch (status) {
            case Active(), Attention _ -> link.since();
            case Disconnected(var at, var _) -> at;
        };
    }

    public SecretVersion secret() {
        return link.secret();
    }

    /** Whether Pinpoint may be asked anything with it. */
    public boolean isUsable() {
        return !(status instanceof Disconnected);
    }

    /** Why nothing can go through. A permission that is missing may have been given by now: only trying shows. */
    public Optional<ErrorCode> trouble() {
        return switch (status) {
            case Attention(var code, var _) when code != ErrorCode.PERMISSION_MISSING -> Optional.of(code);
            case Active(), Attention _, Disconnected _ -> Optional.empty();
        };
    }

    Connection with(SecretVersion version) {
        return next(link.with(version), status, webhook, upkeep);
    }

    Connection with(List<Permission> permissions) {
        return next(link.with(permissions), status, webhook, upkeep);
    }

    Connection with(Webhook next) {
        return next(link, status, next, upkeep);
    }

    Connection with(Upkeep next) {
        return next(link, status, webhook, next);
    }

    Connection with(Settings next) {
        return new Connection(id, link, status, next, webhook, upkeep, revision + 1);
    }

    /** The same trouble as before keeps its beginning. */
    Connection inAttention(ErrorCode code, Instant now) {
        Status next = status instanceof Attention known && known.code() == code ? known : new Attention(code, now);
        return next(link, next, webhook, upkeep);
    }

    /** It works again: what waits for it is let go as soon as possible. */
    Connection restored(Instant now) {
        return next(link, new Active(), webhook, Upkeep.drainAt(now));
    }

    /** Ended. Looked after until the credential is deleted. */
    Connection disconnected(Instant now) {
        return next(link, new Disconnected(now, false), Webhook.NONE, new Upkeep(Optional.of(now), false));
    }

    Connection withoutSecret(Instant disconnectedAt) {
        return next(link, new Disconnected(disconnectedAt, true), webhook, Upkeep.NONE);
    }

    private Connection next(Link nextLink, Status nextStatus, Webhook nextWebhook, Upkeep nextUpkeep) {
        return new Connection(id, nextLink, nextStatus, settings, nextWebhook, nextUpkeep, revision + 1);
    }
}
