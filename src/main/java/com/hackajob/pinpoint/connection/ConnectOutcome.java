package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.ErrorCode;

/** What came of connecting an account. */
public sealed interface ConnectOutcome {

    record Connected(Connection connection) implements ConnectOutcome {}

    /** Nothing was changed; the session can be used again unless it is what expired. */
    record NotConnected(ErrorCode code) implements ConnectOutcome {}
}
