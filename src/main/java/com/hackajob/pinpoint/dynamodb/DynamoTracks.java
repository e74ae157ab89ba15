package com.hackajob.pinpoint.dynamodb;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.export.ExportKey;
import com.hackajob.pinpoint.stagesync.Track;
import com.hackajob.pinpoint.stagesync.Tracks;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** {@link Tracks} in the table. */
@Singleton
final class DynamoTracks implements Tracks {

    /** So long is a move kept of a candidate whose acceptance has not come. */
    private static final Duration PROVISIONAL = Duration.ofDays(90);

    private final Table table;

    DynamoTracks(Table table) {
        this.table = table;
    }

    @Override
    public Scene read(ExportKey key) {
        String company = Keys.company(key.company());
        Map<String, Item> rows = table.getAll(
                Item.key(company, Keys.CONNECTION),
                Item.key(company, Keys.mapping(key.job())),
                Item.key(company, Keys.export(key)),
                Item.key(company, Keys.track(key)));
        return new Scene(
                row(rows, Keys.CONNECTION).map(ConnectionItem::read).filter(Connection::isUsable),
                row(rows, Keys.mapping(key.job())).map(MappingItem::read),
                row(rows, Keys.export(key)).map(ExportItem::read),
                row(rows, Keys.track(key)).map(TrackItem::read).orElseGet(() -> Track.fresh(key)));
    }

    private static Optional<Item> row(Map<String, Item> rows, String sk) {
        return Optional.ofNullable(rows.get(sk));
    }

    // Two workers who have looked at the same candidate: the second finds another version, and looks again. One that
    // was erased in between gets no track any more, and hackajob is told nothing of them.
    @Override
    public boolean save(Change change) {
        List<TransactWriteItem> parts =
                new ArrayList<>(List.of(put(change), notErased(change.next().key())));
        change.update().map(OutboxItem::write).map(table::putting).ifPresent(parts::add);
        change.direction()
                .map(way -> passed(change.next().key().company(), way, change.at()))
                .ifPresent(parts::add);
        return table.write(parts);
    }

    private TransactWriteItem put(Change change) {
        Track next = change.next();
        Item row = TrackItem.write(next.written());
        if (change.isProvisional()) {
            row.expiring(change.at().plus(PROVISIONAL));
        }
        Item values = next.version() == 0 ? Item.empty() : Item.empty().with(":seen", next.version());
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table.name())
                        .item(row.values())
                        .conditionExpression(next.version() == 0 ? "attribute_not_exists(PK)" : "version = :seen")
                        .expressionAttributeValues(Table.orNone(values)))
                .build();
    }

    private TransactWriteItem notErased(ExportKey key) {
        return TransactWriteItem.builder()
                .conditionCheck(check -> check.tableName(table.name())
                        .key(Item.key(Keys.company(key.company()), Keys.export(key))
                                .values())
                        .conditionExpression("attribute_not_exists(erasedAt)"))
                .build();
    }

    /** When something last went that way, for whoever asks how the connection does. */
    private TransactWriteItem passed(CompanyId company, Direction way, Instant at) {
        String attribute =
                switch (way) {
                    case IN -> "lastIn";
                    case OUT -> "lastOut";
                };
        return TransactWriteItem.builder()
                .update(update -> update.tableName(table.name())
                        .key(Item.key(Keys.company(company), Keys.STAGES).values())
                        .updateExpression("SET " + attribute + " = :at")
                        .expressionAttributeValues(Item.empty().with(":at", at).values()))
                .build();
    }

    @Override
    public List<ExportKey> due(CompanyId company, Instant now, int limit) {
        return Due.of(table, company, Keys.TRACKS, now)
                .limit(limit)
                .map(ExportItem::key)
                .toList();
    }
}
