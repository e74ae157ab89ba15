package com.hackajob.pinpoint.local.hackajob;

import java.time.Duration;

/** A real delay. */
final class Pause {

    private Pause() {}

    static void of(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }
}
