package com.hackajob.pinpoint.dynamodb;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** The table, by name, with the few ways in which it is used. */
@Singleton
final class Table {

    private final DynamoDbClient client;
    private final String name;

    Table(DynamoDbClient client, @ConfigProperty(name = "table") String name) {
        this.client = new TableClient(client);
        this.name = name;
    }

    DynamoDbClient client() {
        return client;
    }

    String name() {
        return name;
    }

    /** Reads one row as it is now. */
    Optional<Item> get(String pk, String sk) {
        var answer = client.getItem(
                get -> get.tableName(name).key(Item.key(pk, sk).values()).consistentRead(true));
        return answer.hasItem() ? Optional.of(Item.of(answer.item())) : Optional.empty();
    }

    /**
     * Reads rows as they are now, in one call, by their sort keys.
     *
     * @throws Outage when the service gave only a part: a row that is absent must never be mistaken for one that is not there
     */
    Map<String, Item> getAll(Item... keys) {
        var wanted = KeysAndAttributes.builder()
                .keys(List.of(keys).stream().map(Item::values).toList())
                .consistentRead(true)
                .build();
        var answer = client.batchGetItem(get -> get.requestItems(Map.of(name, wanted)));
        if (!answer.unprocessedKeys().isEmpty()) {
            throw new Outage(ErrorCode.INTERNAL_ERROR, "the table answered in part");
        }
        return answer.responses().getOrDefault(name, List.of()).stream()
                .map(Item::of)
                .collect(Collectors.toMap(row -> row.text("SK"), row -> row));
    }

    /** Reads the rows of a partition whose sort key begins so and whose attribute has that value, as they are now. */
    Stream<Item> find(String pk, String skPrefix, String attribute, String value) {
        return find(pk, skPrefix, attribute, "#attribute = :value", Item.empty().with(":value", value));
    }

    /**
     * As {@link #find(String, String, String, String)}, of whichever condition.
     *
     * @param filter in which the attribute is called {@code #attribute}
     * @param values that it names
     */
    Stream<Item> find(String pk, String skPrefix, String attribute, String filter, Item values) {
        Item all = values.with(":pk", pk).with(":prefix", skPrefix);
        return client
                .queryPaginator(query -> query.tableName(name)
                        .keyConditionExpression("PK = :pk AND begins_with(SK, :prefix)")
                        .filterExpression(filter)
                        .expressionAttributeNames(Map.of("#attribute", attribute))
                        .expressionAttributeValues(all.values())
                        .consistentRead(true))
                .items()
                .stream()
                .map(Item::of);
    }

    void put(Item item) {
        client.putItem(put -> put.tableName(name).item(item.values()));
    }

    void delete(String pk, String sk) {
        client.deleteItem(delete -> delete.tableName(name).key(Item.key(pk, sk).values()));
    }

    /** Writes the row if the condition holds. */
    boolean putIf(Item item, String condition, Item values) {
        try {
            client.putItem(put -> put.tableName(name)
                    .item(item.values())
                    .conditionExpression(condition)
                    .expressionAttributeValues(orNone(values)));
            return true;
        } catch (ConditionalCheckFailedException lost) {
            return false;
        }
    }

    /** Deletes the row if the condition holds. */
    boolean deleteIf(Item key, String condition, Item values) {
        try {
            client.deleteItem(delete -> delete.tableName(name)
                    .key(key.values())
                    .conditionExpression(condition)
                    .expressionAttributeValues(orNone(values)));
            return true;
        } catch (ConditionalCheckFailedException lost) {
            return false;
        }
    }

    /**
     * Writes all or nothing.
     *
     * @return for each part whether its condition failed; none failed when it was written
     * @throws Outage when another transaction held one of the rows at that moment; nothing was written
     */
    List<Boolean> transact(TransactWriteItem... parts) {
        try {
            client.transactWriteItems(write -> write.transactItems(parts));
            return List.of(parts).stream().map(_ -> false).toList();
        } catch (TransactionCanceledException cancelled) {
            List<Boolean> failed = cancelled.cancellationReasons().stream()
                    .map(Table::isFailedCondition)
                    .toList();
            if (!failed.contains(true)) {
                throw new Outage(ErrorCode.INTERNAL_ERROR, "the table is busy");
            }
            return failed;
        }
    }

    /** Writes all or nothing; false when a condition failed. */
    boolean write(List<TransactWriteItem> parts) {
        return !transact(parts.toArray(TransactWriteItem[]::new)).contains(true);
    }

    /** Deleting a row, as a part of a transaction. */
    TransactWriteItem deleting(Item key) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(name).key(key.values()))
                .build();
    }

    /** Putting a row, as a part of a transaction. */
    TransactWriteItem putting(Item row) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(name).item(row.values()))
                .build();
    }

    private static boolean isFailedCondition(CancellationReason reason) {
        return "ConditionalCheckFailed".equals(reason.code());
    }

    /** The service refuses an empty map of values. */
    @SuppressWarnings("NullAway") // the SDK's builders take null for "none"
    static Map<String, AttributeValue> orNone(Item values) {
        return values.values().isEmpty() ? null : values.values();
    }
}
