package com.hackajob.pinpoint.simulation;

import com.hackajob.pinpoint.export.Times;
import java.time.Duration;

/** A mistake that is put in on purpose, between the product and what is around it, to see whether the checker finds it. */
interface Bug {

    /** There is none. */
    Bug NONE = new Bug() {};

    /** As the template sets them. */
    Times TIMES = new Times(Duration.ofSeconds(210), Duration.ofSeconds(180), Duration.ofSeconds(120));

    default Times times() {
        return TIMES;
    }

    default boolean acknowledgesFirst() {
        return false;
    }

    /** What becomes of a call, which may be none or another. */
    default Object around(Call call) {
        return call.proceed();
    }
}
