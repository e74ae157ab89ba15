package com.hackajob.pinpoint.mapping;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.connection.PinpointAnswer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The jobs of one Pinpoint account, in memory. */
public final class FakePinpointJobs implements PinpointJobs {

    private final Map<PinpointJobId, PinpointJob> jobs = new HashMap<>();
    private Optional<ErrorCode> denial = Optional.empty();

    @Override
    public PinpointAnswer<Page> list(Connection connection, Search search) {
        if (denial.isPresent()) {
            return new PinpointAnswer.Denied<>(denial.get());
        }
        List<Summary> all = jobs.values().stream()
                .map(job -> new Summary(job.id(), job.title(), job.status(), Units.NONE))
                .toList();
        return new PinpointAnswer.Given<>(new Page(all, Optional.empty(), true));
    }

    @Override
    public PinpointAnswer<PinpointJob> find(Connection connection, PinpointJobId job) {
        if (denial.isPresent()) {
            return new PinpointAnswer.Denied<>(denial.get());
        }
        return jobs.containsKey(job) ? new PinpointAnswer.Given<>(jobs.get(job)) : new PinpointAnswer.Absent<>();
    }

    @Override
    public PinpointAnswer<Description> describe(Connection connection, PinpointJobId job) {
        return find(connection, job).map(found -> new Description(found, Units.NONE, true));
    }

    public void open(PinpointJob job) {
        jobs.put(job.id(), job);
    }

    public void deny(ErrorCode code) {
        denial = Optional.of(code);
    }
}
