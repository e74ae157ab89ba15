package com.hackajob.pinpoint.local.pinpoint;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Attempts so far, and how many messages are still under way. */
final class DeliveryLog {

    private final List<WebhookDelivery> deliveries = new ArrayList<>();
    private int underWay;

    synchronized void begin() {
        underWay++;
    }

    synchronized void add(WebhookDelivery delivery) {
        deliveries.add(delivery);
        notifyAll();
    }

    synchronized void end() {
        underWay--;
        notifyAll();
    }

    synchronized List<WebhookDelivery> deliveries() {
        return List.copyOf(deliveries);
    }

    /** Waits until nothing is under way. */
    void awaitQuiet(Duration patience) {
        await(() -> underWay == 0, patience);
    }

    /** Waits until there were so many attempts. */
    void awaitAttempts(int number, Duration patience) {
        await(() -> deliveries.size() >= number, patience);
    }

    private synchronized void await(BooleanSupplier met, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!met.getAsBoolean()) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new IllegalStateException(underWay + " webhooks are still under way");
            }
            pause(left);
        }
    }

    private void pause(long millis) {
        try {
            wait(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
