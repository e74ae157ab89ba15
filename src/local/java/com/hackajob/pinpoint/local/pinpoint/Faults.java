package com.hackajob.pinpoint.local.pinpoint;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The faults that wait for one tenant's next requests. */
public final class Faults {

    /** A fault for requests of one method ({@code *} for any) whose path below the tenant matches. */
    private record Waiting(String method, Pattern path, Fault fault) {
        boolean meets(String otherMethod, String otherPath) {
            return (method.equals("*") || method.equals(otherMethod))
                    && path.matcher(otherPath).matches();
        }
    }

    private final List<Waiting> waiting = new ArrayList<>();
    private volatile Duration readAfterWriteLag = Duration.ZERO;

    /**
     * Lets the next requests fail: {@code next(2, "POST", "/api/v1/applications", new Fault.ServerError())}. A {@code *}
     * in the path stands for anything.
     */
    public synchronized Faults next(int requests, String method, String path, Fault fault) {
        Pattern pattern = Pattern.compile(Pattern.quote(path).replace("*", "\\E.*\\Q"));
        for (int i = 0; i < requests; i++) {
            waiting.add(new Waiting(method, pattern, fault));
        }
        return this;
    }

    /** From now on, lists show what is written only after this time on the simulator's clock. */
    public Faults readAfterWriteLag(Duration lag) {
        readAfterWriteLag = lag;
        return this;
    }

    public synchronized void clear() {
        waiting.clear();
        readAfterWriteLag = Duration.ZERO;
    }

    Duration readAfterWriteLag() {
        return readAfterWriteLag;
    }

    synchronized Optional<Fault> take(String method, String path) {
        Optional<Waiting> found =
                waiting.stream().filter(fault -> fault.meets(method, path)).findFirst();
        found.ifPresent(waiting::remove);
        return found.map(Waiting::fault);
    }
}
