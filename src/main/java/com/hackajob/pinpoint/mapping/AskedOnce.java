package com.hackajob.pinpoint.mapping;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.connection.PinpointAnswer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Pinpoint's jobs for the length of one call: each is asked for once, even where the answer was none, and none any more
 * once Pinpoint asks us to slow down.
 */
final class AskedOnce {

    private final PinpointJobs jobs;
    private final Connection connection;
    private final Runnable check;
    private final Map<PinpointJobId, Supplier<PinpointAnswer<PinpointJob>>> answers = new HashMap<>();
    private Optional<Outage> slowDown = Optional.empty();

    /** @param check throws an {@link Outage} once nothing may be asked any more */
    AskedOnce(PinpointJobs jobs, Connection connection, Runnable check) {
        this.jobs = jobs;
        this.connection = connection;
        this.check = check;
    }

    void check() {
        check.run();
    }

    PinpointAnswer<PinpointJob> find(PinpointJobId job) {
        return answers.computeIfAbsent(job, this::ask).get();
    }

    private Supplier<PinpointAnswer<PinpointJob>> ask(PinpointJobId job) {
        check();
        if (slowDown.isPresent()) {
            throw slowDown.get();
        }
        try {
            PinpointAnswer<PinpointJob> answer = jobs.find(connection, job);
            return () -> answer;
        } catch (Outage outage) {
            slowDown = Optional.of(outage).filter(one -> one.code() == ErrorCode.RATE_LIMITED);
            return () -> {
                throw outage;
            };
        }
    }
}
