package com.hackajob.pinpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;

/** Many callers at the same moment. */
public final class Race {

    private Race() {}

    /** What each of them got; all of them start together. */
    public static <T> List<T> of(int runners, IntFunction<T> run) {
        var ready = new CountDownLatch(runners);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = new ArrayList<Callable<T>>();
            for (int runner = 0; runner < runners; runner++) {
                int number = runner;
                tasks.add(() -> {
                    ready.countDown();
                    ready.await();
                    return run.apply(number);
                });
            }
            var results = new ArrayList<T>();
            for (var future : threads.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        } catch (Exception failed) {
            throw new AssertionError("a runner fell", failed);
        }
    }
}
