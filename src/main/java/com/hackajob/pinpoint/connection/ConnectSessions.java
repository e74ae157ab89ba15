package com.hackajob.pinpoint.connection;

import java.time.Instant;
import java.util.Optional;

/** The open connect sessions. */
public interface ConnectSessions {

    void save(ConnectSession session);

    /** The session of that hash, unless it has expired or was consumed. */
    Optional<ConnectSession> find(String tokenHash, Instant now);
}
