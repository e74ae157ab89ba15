package com.hackajob.pinpoint.local.bench;

import java.util.function.Supplier;

/**
 * What a function is given to do while it is measured.
 *
 * @param name as people call it
 * @param preparation gets ready what belongs to no measurement, and returns the one invocation that does
 */
record Task(String function, String name, Supplier<Runnable> preparation) {

    Runnable prepare() {
        return preparation.get();
    }
}
