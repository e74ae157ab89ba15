package com.hackajob.pinpoint.pinpoint;

import com.hackajob.pinpoint.connection.Credentials.SecretVersion;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which credentials may not read departments and locations, as far as this process found out: so that asking without
 * them costs one call and not two. For a while only, since the ticks of a key can be changed in Pinpoint and the key
 * stays the same.
 */
@Singleton
final class UnitAccess {

    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final Map<SecretVersion, Instant> askAgain = new ConcurrentHashMap<>();
    private final InstantSource clock;

    UnitAccess(InstantSource clock) {
        this.clock = clock;
    }

    boolean mayBeAllowed(SecretVersion secret) {
        return !clock.instant().isBefore(askAgain.getOrDefault(secret, Instant.MIN));
    }

    void denied(SecretVersion secret) {
        Instant now = clock.instant();
        askAgain.values().removeIf(past -> !now.isBefore(past));
        askAgain.put(secret, now.plus(REMEMBERED));
    }
}
