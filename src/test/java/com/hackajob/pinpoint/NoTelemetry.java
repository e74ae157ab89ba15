package com.hackajob.pinpoint;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Takes note of nothing. */
public class NoTelemetry implements Telemetry {

    @Override
    public void called(Remote remote) {}

    @Override
    public <T> T calling(Remote remote, Supplier<T> call) {
        return call.get();
    }

    @Override
    public void lag(Lag lag, Duration length) {}

    @Override
    public void oldestWaiting(Duration length) {}

    @Override
    public void noticed(Trouble trouble) {}

    @Override
    public Optional<String> traceHeader() {
        return Optional.empty();
    }
}
