package com.hackajob.pinpoint.lambda;

import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.connection.Caller;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.connection.Connections;
import com.hackajob.pinpoint.connection.Prerequisites;
import com.hackajob.pinpoint.connection.Prerequisites.Obstacle;
import com.hackajob.pinpoint.export.Ledger;
import com.hackajob.pinpoint.lambda.ConnectionJson.CanConnect;
import com.hackajob.pinpoint.stagesync.Polls;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Puts together what a user is told about their company's connection. */
@Singleton
final class ConnectionReport {

    private static final int MOST_WAITING = 1000;

    private final Connections connections;
    private final Prerequisites prerequisites;
    private final Ledger ledger;
    private final Polls polls;
    private final Addresses addresses;

    ConnectionReport(
            Connections connections, Prerequisites prerequisites, Ledger ledger, Polls polls, Addresses addresses) {
        this.connections = connections;
        this.prerequisites = prerequisites;
        this.ledger = ledger;
        this.polls = polls;
        this.addresses = addresses;
    }

    ConnectionJson of(Caller caller) {
        return of(caller, connections.find(caller.company()));
    }

    ConnectionJson of(Caller caller, Optional<Connection> connection) {
        int waiting = ledger.waiting(caller.company(), MOST_WAITING);
        CanConnect canConnect = CanConnect.unless(obstacle(caller, connection));
        return connection
                .map(found -> ConnectionJson.of(
                        found, addresses.webhook(found.id()), polls.read(caller.company()), waiting, canConnect))
                .orElseGet(() -> ConnectionJson.none(waiting, canConnect));
    }

    /** How the connection stands can be told without hackajob; whether this user may connect can't. */
    private Optional<Obstacle> obstacle(Caller caller, Optional<Connection> connection) {
        try {
            return prerequisites.toConnect(caller, connection);
        } catch (Outage outage) {
            return Optional.of(new Obstacle(outage.code(), outage.code().remedy()));
        }
    }
}
