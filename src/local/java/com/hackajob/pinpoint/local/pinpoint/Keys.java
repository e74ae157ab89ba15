package com.hackajob.pinpoint.local.pinpoint;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A tenant's API keys and the switch above them (documented). */
final class Keys {

    private final Map<String, Set<Permission>> permissions = new ConcurrentHashMap<>();
    private volatile boolean apiEnabled = true;

    String create(String name, Set<Permission> granted) {
        String key = name.replaceAll("[^A-Za-z0-9]", "") + "-" + Secrets.random();
        permissions.put(key, Set.copyOf(granted));
        return key;
    }

    void revoke(String key) {
        permissions.remove(key);
    }

    Optional<Set<Permission>> permissionsOf(String key) {
        return Optional.ofNullable(permissions.get(key));
    }

    void apiEnabled(boolean on) {
        apiEnabled = on;
    }

    boolean apiEnabled() {
        return apiEnabled;
    }
}
