package com.hackajob.pinpoint.export;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Who is taken up next: earlier acceptances come after everybody else, and are never shut out altogether. */
public final class Turns {

    private Turns() {}

    /**
     * @param due in the order of their time; read only as far as needed
     * @param isQueued whether it is an earlier acceptance
     */
    public static <T> List<T> of(Stream<T> due, Predicate<T> isQueued, int limit) {
        List<T> others = new ArrayList<>();
        List<T> queued = new ArrayList<>();
        Iterator<T> rest = due.iterator();
        while (rest.hasNext() && others.size() < limit) {
            T next = rest.next();
            (isQueued.test(next) ? queued : others).add(next);
        }
        long places = queued.isEmpty() ? limit : limit - 1;
        return Stream.concat(others.stream().limit(places), queued.stream())
                .limit(limit)
                .toList();
    }
}
