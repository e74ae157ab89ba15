package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.SecretToken;
import java.util.List;

/** What came of connecting an account. */
public sealed interface ConnectOutcome {

    /** @param next the secret part of the link with which to go on; the one before is used up */
    record Connected(Connection connection, SecretToken next) implements ConnectOutcome {}

    /**
     * Nothing was changed; the session can be used again unless it is what expired.
     *
     * @param permissions what the credential can do, where that was found out
     */
    record NotConnected(ErrorCode code, List<Permission> permissions) implements ConnectOutcome {

        public NotConnected(ErrorCode code) {
            this(code, List.of());
        }
    }
}
