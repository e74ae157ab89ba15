package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.CompanyId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The companies' connections. */
public interface Connections {

    /** The company's connection, an ended one included. */
    Optional<Connection> find(CompanyId company);

    /** The company's connection, if Pinpoint may be asked anything with it. */
    default Optional<Connection> usable(CompanyId company) {
        return find(company).filter(Connection::isUsable);
    }

    /** Writes the change with all that belongs to it, or nothing. */
    Saved save(Change change);

    /** Companies whose connection is due to be looked after. A hint: look at the row itself. */
    Set<CompanyId> due(Instant now);

    /** What came of a change. */
    enum Saved {
        DONE,
        /** The session was used up by somebody else in the meantime. */
        SESSION_GONE,
        /** Somebody else took the lease over in the meantime. */
        LEASE_LOST,
        /** The connection changed in the meantime. */
        CONNECTION_CHANGED
    }
}
