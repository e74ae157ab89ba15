package com.hackajob.pinpoint.dynamodb;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.connection.ConnectSession;
import com.hackajob.pinpoint.connection.ConnectSessions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** {@link ConnectSessions} in the table. */
@Singleton
final class DynamoConnectSessions implements ConnectSessions {

    private final Table table;

    DynamoConnectSessions(Table table) {
        this.table = table;
    }

    @Override
    public void save(ConnectSession session) {
        table.put(SessionItem.write(session));
    }

    @Override
    public Optional<ConnectSession> find(String tokenHash, Instant now) {
        return table.get(Keys.connect(tokenHash), Keys.SESSION)
                .filter(item -> !item.isExpired(now))
                .map(item -> SessionItem.read(tokenHash, item));
    }

    // Counted before anything is tried: of many attempts at once no more than allowed get through.
    @Override
    public Optional<ConnectSession> attempt(String tokenHash, Instant now) {
        try {
            var answer = table.client().updateItem(update -> update.tableName(table.name())
                    .key(SessionItem.key(tokenHash).values())
                    .updateExpression("ADD attempts :one")
                    .conditionExpression("attribute_exists(PK) AND expiresAt > :now AND attempts < :most")
                    .expressionAttributeValues(Item.empty()
                            .with(":one", 1)
                            .with(":now", now.getEpochSecond())
                            .with(":most", MOST_ATTEMPTS)
                            .values())
                    .returnValues(ReturnValue.ALL_NEW));
            return Optional.of(SessionItem.read(tokenHash, Item.of(answer.attributes())));
        } catch (ConditionalCheckFailedException goneOrTooMany) {
            return Optional.empty();
        }
    }

    @Override
    public boolean consume(ConnectSession session) {
        return table.deleteIf(SessionItem.key(session.tokenHash()), "attribute_exists(PK)", Item.empty());
    }

    @Override
    public boolean revoke(CompanyId company, String tokenHash) {
        return table.deleteIf(
                SessionItem.key(tokenHash), "company = :company", Item.empty().with(":company", company.value()));
    }
}
