package com.hackajob.pinpoint.connection;

import java.time.Instant;

/** The results that wait to be exchanged. */
public interface ConnectResults {

    void save(ConnectResult result);

    /** Takes it out: true for one caller only, of that company and user, before it expires. Others leave it where it is. */
    boolean take(String codeHash, Caller caller, Instant now);
}
