package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.CompanyId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** {@link SecretLeases} in memory. */
public final class InMemorySecretLeases implements SecretLeases {

    private final Map<CompanyId, Long> versions = new HashMap<>();
    private final Map<CompanyId, Instant> heldUntil = new HashMap<>();

    @Override
    public synchronized Optional<SecretLease> acquire(CompanyId company, Instant now, Duration length) {
        Optional<Instant> before = Optional.ofNullable(heldUntil.get(company));
        if (before.filter(until -> until.isAfter(now)).isPresent()) {
            return Optional.empty();
        }
        heldUntil.put(company, now.plus(length));
        return Optional.of(new SecretLease(company, versions.merge(company, 1L, Long::sum), before.isPresent()));
    }

    @Override
    public synchronized void abandon(SecretLease lease) {
        if (isNewest(lease)) {
            heldUntil.put(lease.company(), Instant.EPOCH);
        }
    }

    @Override
    public synchronized void release(SecretLease lease) {
        if (isNewest(lease)) {
            heldUntil.remove(lease.company());
        }
    }

    /** Whether it can still be given back. */
    synchronized boolean isHeld(SecretLease lease) {
        return isNewest(lease) && heldUntil.containsKey(lease.company());
    }

    private boolean isNewest(SecretLease lease) {
        return versions.getOrDefault(lease.company(), 0L) == lease.version();
    }
}
