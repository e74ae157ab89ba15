package com.hackajob.pinpoint.connection;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** {@link Authorizations} in memory. */
public final class InMemoryAuthorizations implements Authorizations {

    private final Map<String, Authorization> authorizations = new ConcurrentHashMap<>();

    @Override
    public void save(Authorization authorization) {
        authorizations.put(authorization.stateHash(), authorization);
    }

    @Override
    public Optional<Authorization> take(String stateHash, Instant now) {
        return Optional.ofNullable(authorizations.remove(stateHash))
                .filter(authorization -> authorization.expiresAt().isAfter(now));
    }

    public Map<String, Authorization> all() {
        return Map.copyOf(authorizations);
    }
}
