package com.hackajob.pinpoint.dynamodb;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.UserId;
import com.hackajob.pinpoint.connection.ConnectSession;
import com.hackajob.pinpoint.connection.ConnectSessions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** {@link ConnectSessions} in the table. */
@Singleton
final class DynamoConnectSessions implements ConnectSessions {

    private final Table table;

    DynamoConnectSessions(Table table) {
        this.table = table;
    }

    @Override
    public void save(ConnectSession session) {
        table.put(Item.key(Keys.connect(session.tokenHash()), Keys.SESSION)
                .with("company", session.company().value())
                .with("startedBy", session.startedBy().value())
                .expiring(session.expiresAt()));
    }

    @Override
    public Optional<ConnectSession> find(String tokenHash, Instant now) {
        return table.get(Keys.connect(tokenHash), Keys.SESSION)
                .filter(item -> !item.isExpired(now))
                .map(item -> new ConnectSession(
                        tokenHash,
                        new CompanyId(item.text("company")),
                        new UserId(item.text("startedBy")),
                        Instant.ofEpochSecond(item.number("expiresAt"))));
    }
}
