package com.hackajob.pinpoint.local.pinpoint;

import com.hackajob.pinpoint.local.pinpoint.Policies.RateLimit;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Counts a tenant's requests against its rate limit, if it has one (429 is documented, any figure is invented). */
final class RateLimiter {

    private final Account account;
    private final Deque<Instant> taken = new ArrayDeque<>();

    RateLimiter(Account account) {
        this.account = account;
    }

    Optional<Reply> refusal() {
        return account.policies()
                .rateLimit()
                .filter(this::isExceeded)
                .map(limit -> Breakdown.tooManyRequests(limit.retryAfter()));
    }

    private boolean isExceeded(RateLimit limit) {
        Instant now = account.clock().instant();
        while (!taken.isEmpty() && !taken.peekFirst().plus(limit.window()).isAfter(now)) {
            taken.removeFirst();
        }
        if (taken.size() >= limit.requests()) {
            return true;
        }
        taken.addLast(now);
        return false;
    }
}
