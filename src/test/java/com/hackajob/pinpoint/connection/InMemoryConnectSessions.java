package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.CompanyId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** {@link ConnectSessions} in memory. */
public final class InMemoryConnectSessions implements ConnectSessions {

    private final Map<String, ConnectSession> sessions = new HashMap<>();
    private final Map<String, Integer> attempts = new HashMap<>();

    @Override
    public synchronized void save(ConnectSession session) {
        sessions.put(session.tokenHash(), session);
    }

    @Override
    public synchronized Optional<ConnectSession> find(String tokenHash, Instant now) {
        return Optional.ofNullable(sessions.get(tokenHash))
                .filter(session -> session.expiresAt().isAfter(now));
    }

    @Override
    public synchronized Optional<ConnectSession> attempt(String tokenHash, Instant now) {
        return find(tokenHash, now).filter(_ -> attempts.merge(tokenHash, 1, Integer::sum) <= MOST_ATTEMPTS);
    }

    @Override
    public synchronized boolean consume(ConnectSession session) {
        return sessions.remove(session.tokenHash()) != null;
    }

    @Override
    public synchronized boolean revoke(CompanyId company, String tokenHash) {
        return Optional.ofNullable(sessions.get(tokenHash))
                .filter(session -> session.company().equals(company))
                .map(sessions.values()::remove)
                .orElse(false);
    }

    synchronized boolean has(ConnectSession session) {
        return sessions.containsKey(session.tokenHash());
    }

    /** The open links, by the hash of their secret part. */
    public synchronized Map<String, ConnectSession> all() {
        return Map.copyOf(sessions);
    }

    /** How many links are open. */
    public synchronized int size() {
        return sessions.size();
    }
}
