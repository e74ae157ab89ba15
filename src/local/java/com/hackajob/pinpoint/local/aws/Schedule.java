package com.hackajob.pinpoint.local.aws;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** EventBridge's schedule: invokes a function at a rate, or when told to. */
public final class Schedule implements AutoCloseable {

    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
    private final EventSource.Rate rate;
    private final Function<byte[], InvocationResult> function;
    private final Clock clock;

    Schedule(EventSource.Rate rate, Function<byte[], InvocationResult> function, Clock clock) {
        this.rate = rate;
        this.function = function;
        this.clock = clock;
    }

    Schedule start() {
        var every = rate.every().toSeconds();
        timer.scheduleAtFixedRate(this::tick, every, every, TimeUnit.SECONDS);
        return this;
    }

    /** Invokes the function now, and waits for it. */
    public InvocationResult tick() {
        return function.apply(event());
    }

    private byte[] event() {
        var event = Json.object()
                .put("version", "0")
                .put("id", UUID.randomUUID().toString())
                .put("detail-type", "Scheduled Event")
                .put("source", "aws.events")
                .put("account", AwsAccount.LOCAL.id())
                .put("time", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("region", AwsAccount.LOCAL.region());
        event.putArray("resources").add(AwsAccount.LOCAL.arn("events", "rule/local-schedule"));
        event.putObject("detail");
        return Json.write(event);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
