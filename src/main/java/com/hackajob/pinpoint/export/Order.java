package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.mapping.Mapping;

/** An export that has everything it needs to begin: a claim on it, a connection and a mapping. */
record Order(Ledger.Claim.Granted claim, Connection connection, Mapping mapping) {

    Order with(Mapping read) {
        return new Order(claim, connection, read);
    }

    ExportKey key() {
        return claim.key();
    }
}
