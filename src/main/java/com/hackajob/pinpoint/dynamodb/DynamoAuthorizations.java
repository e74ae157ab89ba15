package com.hackajob.pinpoint.dynamodb;

import com.hackajob.pinpoint.connection.Authorization;
import com.hackajob.pinpoint.connection.Authorizations;
import com.hackajob.pinpoint.connection.Subdomain;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** {@link Authorizations} in the table. */
@Singleton
final class DynamoAuthorizations implements Authorizations {

    private final Table table;

    DynamoAuthorizations(Table table) {
        this.table = table;
    }

    @Override
    public void save(Authorization authorization) {
        table.put(Item.key(Keys.connect(authorization.stateHash()), Keys.AUTHORIZATION)
                .with("session", authorization.sessionHash())
                .with("browser", authorization.browserHash())
                .with("subdomain", authorization.subdomain().value())
                .with("confirmed", authorization.confirmed())
                .with("tokenAddress", authorization.tokenAddress().toString())
                .expiring(authorization.expiresAt()));
    }

    // Two callers with one state: the second finds no row to delete, so a state that is used twice works once.
    @Override
    public Optional<Authorization> take(String stateHash, Instant now) {
        try {
            var answer = table.client().deleteItem(delete -> delete.tableName(table.name())
                    .key(Item.key(Keys.connect(stateHash), Keys.AUTHORIZATION).values())
                    .conditionExpression("attribute_exists(PK)")
                    .returnValues(ReturnValue.ALL_OLD));
            return Optional.of(Item.of(answer.attributes()))
                    .filter(item -> !item.isExpired(now))
                    .map(item -> read(stateHash, item));
        } catch (ConditionalCheckFailedException taken) {
            return Optional.empty();
        }
    }

    private static Authorization read(String stateHash, Item item) {
        return new Authorization(
                stateHash,
                item.text("session"),
                item.text("browser"),
                new Subdomain(item.text("subdomain")),
                item.flag("confirmed"),
                URI.create(item.text("tokenAddress")),
                Instant.ofEpochSecond(item.number("expiresAt")));
    }
}
