package com.hackajob.pinpoint.dynamodb;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.UserId;
import com.hackajob.pinpoint.connection.Backoff;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.connection.ConnectionId;
import com.hackajob.pinpoint.connection.Credential;
import com.hackajob.pinpoint.connection.Credentials.SecretVersion;
import com.hackajob.pinpoint.connection.Link;
import com.hackajob.pinpoint.connection.Permission;
import com.hackajob.pinpoint.connection.Settings;
import com.hackajob.pinpoint.connection.Status;
import com.hackajob.pinpoint.connection.Status.Active;
import com.hackajob.pinpoint.connection.Status.Attention;
import com.hackajob.pinpoint.connection.Status.Disconnected;
import com.hackajob.pinpoint.connection.Subdomain;
import com.hackajob.pinpoint.connection.Upkeep;
import com.hackajob.pinpoint.connection.Webhook;
import java.time.Instant;

/** A connection as a row. */
final class ConnectionItem {

    private ConnectionItem() {}

    static Item write(Connection connection) {
        Item row = Item.key(Keys.company(connection.company()), Keys.CONNECTION)
                .with("company", connection.company().value())
                .with("nonce", connection.id().nonce())
                .with("revision", connection.revision());
        link(row, connection.link());
        status(row, connection.status());
        settings(row, connection.settings());
        row.with("webhookSecret", connection.webhook().isSecretKept());
        connection.webhook().lastSeen().ifPresent(seen -> row.with("webhookSeen", seen));
        connection.webhook().silentSince().ifPresent(since -> row.with("webhookSilent", since));
        row.with("drains", connection.upkeep().drains())
                .with("mappingsDue", connection.upkeep().mappingsDue());
        connection.upkeep().backoff().ifPresent(backoff -> row.with("backoffStep", backoff.step())
                .with("notBefore", backoff.until()));
        connection.upkeep().due().ifPresent(due -> row.with("due", due)
                .with("GSI2PK", Keys.poll(connection.company()))
                .with("GSI2SK", Keys.pollAt(due, connection.company())));
        return row;
    }

    private static void link(Item row, Link link) {
        row.with("subdomain", link.subdomain().value())
                .with("generation", link.generation())
                .with("kind", link.kind().name())
                .with("secretVersion", link.secret().id())
                .withItems(
                        "permissions",
                        link.permissions().stream()
                                .map(permission -> Item.empty()
                                        .with("name", permission.name())
                                        .with("state", permission.state().name()))
                                .toList())
                .with("connectedBy", link.connectedBy().value())
                .with("since", link.since());
    }

    private static void status(Item row, Status status) {
        switch (status) {
            case Active() -> row.with("status", "active");
            case Attention(var code, var since) ->
                row.with("status", "attention").with("code", code.code()).with("statusSince", since);
            case Disconnected(var at, var isSecretDeleted) ->
                row.with("status", "disconnected").with("statusSince", at).with("secretDeleted", isSecretDeleted);
        }
    }

    private static void settings(Item row, Settings settings) {
        row.with("channel", settings.channel())
                .with("channelSource", settings.channelSource())
                .with("notifyCandidate", settings.notifyCandidate());
    }

    static Connection read(Item item) {
        return new Connection(
                new ConnectionId(new CompanyId(item.text("company")), item.text("nonce")),
                link(item),
                status(item),
                new Settings(item.text("channel"), item.text("channelSource"), item.flag("notifyCandidate")),
                new Webhook(
                        item.flag("webhookSecret"),
                        item.optionalInstant("webhookSeen"),
                        item.optionalInstant("webhookSilent")),
                new Upkeep(
                        item.optionalInstant("due"),
                        item.flag("drains"),
                        item.optionalInstant("mappingsDue").orElse(Instant.EPOCH),
                        item.optionalInstant("notBefore")
                                .map(until -> new Backoff(Math.toIntExact(item.number("backoffStep")), until))),
                item.number("revision"));
    }

    private static Link link(Item item) {
        return new Link(
                new Subdomain(item.text("subdomain")),
                Math.toIntExact(item.number("generation")),
                Credential.Kind.valueOf(item.text("kind")),
                new SecretVersion(item.text("secretVersion")),
                item.items("permissions").stream()
                        .map(permission -> new Permission(
                                permission.text("name"), Permission.State.valueOf(permission.text("state"))))
                        .toList(),
                new UserId(item.text("connectedBy")),
                item.instant("since"));
    }

    private static Status status(Item item) {
        return switch (item.text("status")) {
            case "active" -> new Active();
            case "attention" -> new Attention(ErrorCode.of(item.text("code")), item.instant("statusSince"));
            case "disconnected" -> new Disconnected(item.instant("statusSince"), item.flag("secretDeleted"));
            default -> throw new IllegalStateException("a connection is in no known state");
        };
    }
}
