package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.mapping.Mapping;
import java.util.Optional;

/** An export that has everything it needs to begin: a claim on it, a connection and a mapping. */
record Order(Ledger.Claim.Granted claim, Connection connection, Mapping mapping) {

    Order with(Mapping read) {
        return new Order(claim, connection, read);
    }

    /** Once it was found there. */
    Order with(Placed found) {
        return new Order(claim.with(found), connection, mapping);
    }

    /** The application, where an earlier attempt left it in the account that is connected now. */
    Optional<Placed> placed() {
        return claim.placed().filter(placed -> placed.isIn(connection));
    }

    /** Whether Pinpoint may hold the application by now: then it is looked for, whatever stands in the way of sending it. */
    boolean mayBeThere() {
        return claim.mayExist() || placed().isPresent();
    }

    ExportKey key() {
        return claim.key();
    }
}
