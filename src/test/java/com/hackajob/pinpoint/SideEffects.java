package com.hackajob.pinpoint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Everything that leaves a trace, counted just before and just after it; the process can die at any of these moments. */
public final class SideEffects {

    private final List<String> moments = new ArrayList<>();
    private final Set<Integer> fatal = new HashSet<>();
    private final Set<Integer> failing = new HashSet<>();

    public void dieAt(int moment) {
        fatal.add(moment);
    }

    /** The table does not answer then. */
    public void failAt(int moment) {
        failing.add(moment);
    }

    /** What happened so far, such as "before create", in order. */
    public List<String> moments() {
        return List.copyOf(moments);
    }

    /** The moments of a life with these effects. */
    public static List<String> moments(String... effects) {
        return Stream.of(effects)
                .flatMap(effect -> Stream.of("before " + effect, "after " + effect))
                .toList();
    }

    public <T> T around(String name, Supplier<T> effect) {
        pass("before " + name);
        T result = effect.get();
        pass("after " + name);
        return result;
    }

    private void pass(String moment) {
        moments.add(moment);
        if (fatal.contains(moments.size() - 1)) {
            throw new Death(moment);
        }
        if (failing.contains(moments.size() - 1)) {
            throw new Outage(ErrorCode.INTERNAL_ERROR, moment);
        }
    }

    /** The end of a process: nothing catches it. */
    public static final class Death extends Error {

        private static final long serialVersionUID = 1;

        public Death(String moment) {
            super(moment);
        }
    }
}
