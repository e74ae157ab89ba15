package com.hackajob.pinpoint.connection;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** {@link ConnectResults} in memory. */
public final class InMemoryConnectResults implements ConnectResults {

    private final Map<String, ConnectResult> results = new HashMap<>();

    @Override
    public synchronized void save(ConnectResult result) {
        results.put(result.codeHash(), result);
    }

    @Override
    public synchronized boolean take(String codeHash, Caller caller, Instant now) {
        return Optional.ofNullable(results.get(codeHash))
                .filter(result -> result.company().equals(caller.company()))
                .filter(result -> result.startedBy().equals(caller.user()))
                .filter(result -> result.expiresAt().isAfter(now))
                .map(results.values()::remove)
                .orElse(false);
    }

    public synchronized Map<String, ConnectResult> all() {
        return Map.copyOf(results);
    }

    public synchronized int size() {
        return results.size();
    }
}
