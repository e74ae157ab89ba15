package com.hackajob.pinpoint.dynamodb;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.UserId;
import com.hackajob.pinpoint.connection.ConnectSession;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.connection.Connections;
import com.hackajob.pinpoint.connection.Credential;
import com.hackajob.pinpoint.connection.Credentials.SecretVersion;
import com.hackajob.pinpoint.connection.Permission;
import com.hackajob.pinpoint.connection.Subdomain;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** {@link Connections} in the table. */
@Singleton
final class DynamoConnections implements Connections {

    private final Table table;

    DynamoConnections(Table table) {
        this.table = table;
    }

    @Override
    public Optional<Connection> find(CompanyId company) {
        return table.get(Keys.company(company), Keys.CONNECTION).map(DynamoConnections::read);
    }

    @Override
    public Completion complete(Connection connection, Optional<Connection> replaced, ConnectSession session) {
        List<Boolean> failed = table.transact(put(connection, replaced), consume(session));
        if (failed.get(1)) {
            return Completion.SESSION_GONE;
        }
        return failed.getFirst() ? Completion.CONNECTION_CHANGED : Completion.DONE;
    }

    // Two links used at the same moment: whoever read the older connection loses, so the generation never counts wrong.
    private TransactWriteItem put(Connection connection, Optional<Connection> replaced) {
        String condition = replaced.isPresent() ? "secretVersion = :seen" : "attribute_not_exists(PK)";
        Item values =
                Item.empty().with(":seen", replaced.map(seen -> seen.secret().id()));
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table.name())
                        .item(write(connection).values())
                        .conditionExpression(condition)
                        .expressionAttributeValues(Table.orNone(values)))
                .build();
    }

    // Two submissions of one link: the second finds it consumed.
    private TransactWriteItem consume(ConnectSession session) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table.name())
                        .key(Item.key(Keys.connect(session.tokenHash()), Keys.SESSION)
                                .values())
                        .conditionExpression("attribute_exists(PK)"))
                .build();
    }

    private static Item write(Connection connection) {
        return Item.key(Keys.company(connection.company()), Keys.CONNECTION)
                .with("company", connection.company().value())
                .with("subdomain", connection.subdomain().value())
                .with("kind", connection.kind().name())
                .with("secretVersion", connection.secret().id())
                .with("generation", connection.generation())
                .withItems(
                        "permissions",
                        connection.permissions().stream()
                                .map(permission -> Item.empty()
                                        .with("name", permission.name())
                                        .with("state", permission.state().name()))
                                .toList())
                .with("connectedBy", connection.connectedBy().value())
                .with("since", connection.since());
    }

    static Connection read(Item item) {
        return new Connection(
                new CompanyId(item.text("company")),
                new Subdomain(item.text("subdomain")),
                Credential.Kind.valueOf(item.text("kind")),
                new SecretVersion(item.text("secretVersion")),
                Math.toIntExact(item.number("generation")),
                item.items("permissions").stream()
                        .map(permission -> new Permission(
                                permission.text("name"), Permission.State.valueOf(permission.text("state"))))
                        .toList(),
                new UserId(item.text("connectedBy")),
                item.instant("since"));
    }
}
