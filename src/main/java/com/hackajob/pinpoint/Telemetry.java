package com.hackajob.pinpoint;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Takes note of what an invocation does while it works, for its line in the log and for the metrics. */
public interface Telemetry {

    /** A call to a remote system begins. */
    void called(Remote remote);

    /** Makes a call to a remote system, and notes how long it took. An {@link Outage} is that system's error. */
    <T> T calling(Remote remote, Supplier<T> call);

    /** Something arrived where it belongs. */
    void lag(Lag lag, Duration length);

    /** For how long the export that waits longest could have been taken up; zero where none waits. */
    void oldestWaiting(Duration length);

    /** A company's connection came to need somebody. */
    void noticed(Trouble trouble);

    /** What a call to another system of hackajob's passes on, so that X-Ray sees both as one. */
    Optional<String> traceHeader();
}
