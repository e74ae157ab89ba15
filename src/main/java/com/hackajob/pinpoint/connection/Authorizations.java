package com.hackajob.pinpoint.connection;

import java.time.Instant;
import java.util.Optional;

/** The OAuth authorizations under way. */
public interface Authorizations {

    void save(Authorization authorization);

    /** Takes the authorization out: of two callers with one state, only one gets it. Empty when unknown or expired. */
    Optional<Authorization> take(String stateHash, Instant now);
}
