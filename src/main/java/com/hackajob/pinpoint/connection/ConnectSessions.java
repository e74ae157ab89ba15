package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.CompanyId;
import java.time.Instant;
import java.util.Optional;

/** The open connect sessions. */
public interface ConnectSessions {

    /** So often can a link be tried before it is of no more use: enough for typing errors, too little for guessing keys. */
    int MOST_ATTEMPTS = 20;

    void save(ConnectSession session);

    /** The session of that hash, unless it has expired or was used up. Looking changes nothing. */
    Optional<ConnectSession> find(String tokenHash, Instant now);

    /** As {@link #find}, and counts an attempt; empty when there were too many. */
    Optional<ConnectSession> attempt(String tokenHash, Instant now);

    /** Uses it up without more ado; false when it is gone already. */
    boolean consume(ConnectSession session);

    /** Takes a company's session back; false when the company has none of that hash. */
    boolean revoke(CompanyId company, String tokenHash);
}
