package com.hackajob.pinpoint.dynamodb;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.connection.SecretLease;
import com.hackajob.pinpoint.connection.SecretLeases;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** {@link SecretLeases} in the table: a row a company, which stays, so that its version never counts from the start again. */
@Singleton
final class DynamoSecretLeases implements SecretLeases {

    private final Table table;

    DynamoSecretLeases(Table table) {
        this.table = table;
    }

    // Many at once: one finds it free or run out. What it held before tells whether its holder gave it back.
    @Override
    public Optional<SecretLease> acquire(CompanyId company, Instant now, Duration length) {
        try {
            var answer = table.client().updateItem(update -> update.tableName(table.name())
                    .key(key(company).values())
                    .updateExpression("SET heldUntil = :until ADD version :one")
                    .conditionExpression("attribute_not_exists(heldUntil) OR heldUntil <= :now")
                    .expressionAttributeValues(Item.empty()
                            .with(":until", now.plus(length))
                            .with(":now", now)
                            .with(":one", 1)
                            .values())
                    .returnValues(ReturnValue.ALL_OLD));
            Item before = Item.of(answer.attributes());
            long version = before.has("version") ? before.number("version") : 0;
            return Optional.of(new SecretLease(company, version + 1, before.has("heldUntil")));
        } catch (ConditionalCheckFailedException | TransactionConflictException held) {
            // Of a conflict: its holder is writing what it did and giving it back, at this moment.
            return Optional.empty();
        }
    }

    @Override
    public void abandon(SecretLease lease) {
        change(lease, "SET heldUntil = :past", Item.empty().with(":past", Instant.EPOCH));
    }

    @Override
    public void release(SecretLease lease) {
        change(lease, "REMOVE heldUntil", Item.empty());
    }

    // A holder that was too slow must not end the lease of whoever took it over.
    private void change(SecretLease lease, String expression, Item values) {
        try {
            table.client().updateItem(update -> update.tableName(table.name())
                    .key(key(lease.company()).values())
                    .updateExpression(expression)
                    .conditionExpression("version = :version")
                    .expressionAttributeValues(
                            values.with(":version", lease.version()).values()));
        } catch (ConditionalCheckFailedException | TransactionConflictException takenOver) {
            // nothing to give back
        }
    }

    private static Item key(CompanyId company) {
        return Item.key(Keys.company(company), Keys.SECRET_LEASE);
    }
}
