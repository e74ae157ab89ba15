package com.hackajob.pinpoint.simulation;

import java.util.function.Function;

/**
 * A call of a port.
 *
 * @param name such as {@code Ledger.claim}
 */
record Call(String name, Object[] arguments, Function<Object[], Object> target) {

    Object proceed() {
        return target.apply(arguments);
    }

    Object proceed(Object... others) {
        return target.apply(others);
    }

    boolean is(String other) {
        return name.equals(other);
    }

    <T> T argument(int index, Class<T> type) {
        return type.cast(arguments[index]);
    }
}
