package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.CompanyId;
import java.util.Optional;

/** The companies' connections. */
public interface Connections {

    Optional<Connection> find(CompanyId company);

    /**
     * Writes the connection and consumes the session, both or neither.
     *
     * @param replaced the connection that the caller saw and that must still be there; empty when there was none
     */
    Completion complete(Connection connection, Optional<Connection> replaced, ConnectSession session);

    enum Completion {
        DONE,
        /** The session was consumed by somebody else in the meantime. */
        SESSION_GONE,
        /** The company's connection changed in the meantime. */
        CONNECTION_CHANGED
    }
}
