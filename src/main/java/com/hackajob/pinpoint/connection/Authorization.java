package com.hackajob.pinpoint.connection;

import java.net.URI;
import java.time.Instant;

/**
 * An OAuth authorization under way.
 *
 * @param stateHash hash of the one-time {@code state}
 * @param sessionHash the session it belongs to
 * @param browserHash hash of the cookie that binds it to the browser that started it
 * @param confirmed whether leaving another Pinpoint account for this one is wanted
 * @param tokenAddress where the code is redeemed: fixed at the start, never taken from the callback
 */
public record Authorization(
        String stateHash,
        String sessionHash,
        String browserHash,
        Subdomain subdomain,
        boolean confirmed,
        URI tokenAddress,
        Instant expiresAt) {}
