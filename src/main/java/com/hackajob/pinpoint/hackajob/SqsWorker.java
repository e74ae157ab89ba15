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
    public void wake(Round round) {
        String number = Integer.toString(round.number());
        queue.send(
                id("due", round.company(), round.tick()) + "~" + number,
                "company.due",
                round.company(),
                round.tick(),
                Map.of("round", number));
    }

    @Override
    public void poll(CompanyId company, Instant tick) {
        queue.send(id("poll", company, tick), "connection.poll", company, tick, Map.of());
    }

    private static String id(String prefix, CompanyId company, Instant tick) {
        return prefix + "~" + company.value() + "~" + tick.getEpochSecond();
    }
}
