package com.hackajob.pinpoint.simulation;

import com.hackajob.pinpoint.export.Times;
import java.time.Duration;
import java.util.function.Supplier;

/** A mistake that is put in on purpose, between the product and what is around it, to see whether the checker finds it. */
interface Bug {

    /** There is none. */
    Bug NONE = new Bug() {};

    /** As the template sets them. */
    Times TIMES = new Times(Duration.ofSeconds(210), Duration.ofSeconds(180), Duration.ofSeconds(120));

    default boolean acknowledgesFirst() {
        return false;
    }

    /** What the caller makes of it, whatever went wrong on the way. */
    default Object client(Call call, Supplier<Object> attempt) {
        return attempt.get();
    }

    /** What becomes of a call where it arrives, which may be none or another. */
    default Object around(Call call) {
        return call.proceed();
    }
}
