package com.hackajob.pinpoint.hackajob;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.SecretToken;
import com.hackajob.pinpoint.export.ApplicationId;
import com.hackajob.pinpoint.stagesync.Hints;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.random.RandomGenerator;

/** {@link Hints} behind events.fifo. Each has an id of its own: two moves in one second look the same, and both count. */
@Singleton
final class SqsHints implements Hints {

    private final EventsQueue queue;
    private final RandomGenerator random;

    SqsHints(EventsQueue queue, RandomGenerator random) {
        this.queue = queue;
        this.random = random;
    }

    @Override
    public void look(CompanyId company, ApplicationId application, Instant at) {
        String id = "hint~" + SecretToken.random(random).value();
        queue.send(id, "pinpoint.hint", company, at, Map.of("applicationId", application.value()));
    }
}
