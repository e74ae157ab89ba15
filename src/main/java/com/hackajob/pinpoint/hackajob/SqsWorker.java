package com.hackajob.pinpoint.hackajob;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.export.Worker;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;

/** {@link Worker} behind events.fifo. */
@Singleton
final class SqsWorker implements Worker {

    private final EventsQueue queue;

    SqsWorker(EventsQueue queue) {
        this.queue = queue;
    }

    @Override
    public void wake(CompanyId company, Instant tick) {
        send("due~", "company.due", company, tick);
    }

    @Override
    public void poll(CompanyId company, Instant tick) {
        send("poll~", "connection.poll", company, tick);
    }

    private void send(String prefix, String type, CompanyId company, Instant tick) {
        queue.send(prefix + company.value() + "~" + tick.getEpochSecond(), type, company, tick, Map.of());
    }
}
