package com.hackajob.pinpoint.dynamodb;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Telemetry;
import com.hackajob.pinpoint.Trouble;
import com.hackajob.pinpoint.connection.Change;
import com.hackajob.pinpoint.connection.ConnectSession;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.connection.Connections;
import com.hackajob.pinpoint.connection.SecretLease;
import com.hackajob.pinpoint.updates.Update;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** {@link Connections} in the table. */
@Singleton
final class DynamoConnections implements Connections {

    private final Table table;
    private final Telemetry telemetry;

    DynamoConnections(Table table, Telemetry telemetry) {
        this.table = table;
        this.telemetry = telemetry;
    }

    @Override
    public Optional<Connection> find(CompanyId company) {
        return table.get(Keys.company(company), Keys.CONNECTION).map(ConnectionItem::read);
    }

    @Override
    public Saved save(Change change) {
        List<Part> parts = parts(change);
        List<Boolean> failed = table.transact(parts.stream().map(Part::write).toArray(TransactWriteItem[]::new));
        for (int i = 0; i < failed.size(); i++) {
            if (failed.get(i)) {
                return parts.get(i).unless();
            }
        }
        change.update()
                .filter(update -> update.kind() == Update.Kind.CONNECTION_ATTENTION)
                .map(DynamoConnections::trouble)
                .ifPresent(telemetry::noticed);
        return Saved.DONE;
    }

    private static Trouble trouble(Update attention) {
        return attention.code().equals(Optional.of(ErrorCode.WEBHOOK_SILENT))
                ? Trouble.WEBHOOK_SILENCE
                : Trouble.CONNECTION_ATTENTION;
    }

    /** What else could have happened is told by the first part that failed: a link that is used up before anything else. */
    private List<Part> parts(Change change) {
        List<Part> parts = new ArrayList<>();
        change.consumed().ifPresent(session -> parts.add(new Part(consume(session), Saved.SESSION_GONE)));
        change.lease().ifPresent(lease -> parts.add(new Part(giveBack(lease), Saved.LEASE_LOST)));
        parts.add(new Part(put(change.next(), change.seen()), Saved.CONNECTION_CHANGED));
        change.follow().map(SessionItem::write).ifPresent(row -> parts.add(along(row)));
        change.audit().map(AuditItem::write).ifPresent(row -> parts.add(along(row)));
        change.update().map(OutboxItem::write).ifPresent(row -> parts.add(along(row)));
        return parts;
    }

    // Whoever read an older revision loses, whatever it wanted to change: checks, renewals, settings, links used at
    // once.
    private TransactWriteItem put(Connection next, Optional<Connection> seen) {
        String condition = seen.isPresent() ? "revision = :seen" : "attribute_not_exists(PK)";
        Item values = Item.empty();
        seen.ifPresent(known -> values.with(":seen", known.revision()));
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table.name())
                        .item(ConnectionItem.write(next).values())
                        .conditionExpression(condition)
                        .expressionAttributeValues(Table.orNone(values)))
                .build();
    }

    // Two submissions of one link: the second finds it consumed.
    private TransactWriteItem consume(ConnectSession session) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table.name())
                        .key(SessionItem.key(session.tokenHash()).values())
                        .conditionExpression("attribute_exists(PK)"))
                .build();
    }

    // A holder whose lease ran out while it slept finds another version here: what it changed the secret from is not
    // what
    // the row names any more, or soon will not be.
    private TransactWriteItem giveBack(SecretLease lease) {
        return TransactWriteItem.builder()
                .update(update -> update.tableName(table.name())
                        .key(Item.key(Keys.company(lease.company()), Keys.SECRET_LEASE)
                                .values())
                        .updateExpression("REMOVE heldUntil")
                        .conditionExpression("version = :version AND attribute_exists(heldUntil)")
                        .expressionAttributeValues(
                                Item.empty().with(":version", lease.version()).values()))
                .build();
    }

    private Part along(Item row) {
        return new Part(table.putting(row), Saved.CONNECTION_CHANGED);
    }

    @Override
    public Set<CompanyId> due(Instant now) {
        return Keys.allPolls()
                .flatMap(shard -> Due.until(table, shard, now))
                .map(row -> new CompanyId(row.text("company")))
                .collect(Collectors.toSet());
    }

    /** @param unless what it means that its condition failed */
    private record Part(TransactWriteItem write, Saved unless) {}
}
