package com.hackajob.pinpoint.connection;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** {@link ConnectSessions} in memory. */
public final class InMemoryConnectSessions implements ConnectSessions {

    private final Map<String, ConnectSession> sessions = new ConcurrentHashMap<>();

    @Override
    public void save(ConnectSession session) {
        sessions.put(session.tokenHash(), session);
    }

    @Override
    public Optional<ConnectSession> find(String tokenHash, Instant now) {
        return Optional.ofNullable(sessions.get(tokenHash))
                .filter(session -> session.expiresAt().isAfter(now));
    }

    boolean has(ConnectSession session) {
        return sessions.containsKey(session.tokenHash());
    }

    void remove(ConnectSession session) {
        sessions.remove(session.tokenHash());
    }
}
