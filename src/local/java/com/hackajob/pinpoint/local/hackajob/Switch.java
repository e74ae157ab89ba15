package com.hackajob.pinpoint.local.hackajob;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Decides which requests go wrong: the next ones first, then all until healed. */
public final class Switch<F> {

    private final Deque<F> next = new ArrayDeque<>();
    private Optional<F> always = Optional.empty();

    /** The next request goes wrong; said twice, the one after it too. */
    public synchronized void failNext(F fault) {
        next.add(fault);
    }

    /** Every request goes wrong. */
    public synchronized void failAll(F fault) {
        always = Optional.of(fault);
    }

    public synchronized void heal() {
        next.clear();
        always = Optional.empty();
    }

    synchronized Optional<F> current() {
        return Optional.ofNullable(next.poll()).or(() -> always);
    }
}
