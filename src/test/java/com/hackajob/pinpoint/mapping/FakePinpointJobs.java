package com.hackajob.pinpoint.mapping;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.connection.PinpointAnswer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The jobs of one Pinpoint account, in memory. */
public final class FakePinpointJobs implements PinpointJobs {

    private final Map<PinpointJobId, PinpointJob> jobs = new HashMap<>();
    private static final int PAGE = 100;

    private final Set<PinpointJobId> unlisted = new HashSet<>();
    private int calls;
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
        calls++;
        if (denial.isPresent()) {
            return new PinpointAnswer.Denied<>(denial.get());
        }
        return jobs.containsKey(job) ? new PinpointAnswer.Given<>(jobs.get(job)) : new PinpointAnswer.Absent<>();
    }

    @Override
    public PinpointAnswer<Jobs> listWithStages(Connection connection, Optional<Position> after) {
        calls++;
        if (denial.isPresent()) {
            return new PinpointAnswer.Denied<>(denial.get());
        }
        List<PinpointJob> rest = jobs.values().stream()
                .filter(job -> !unlisted.contains(job.id()))
                .filter(job ->
                        after.isEmpty() || number(job.id()) > number(after.get().last()))
                .sorted(Comparator.comparingLong(job -> number(job.id())))
                .toList();
        List<PinpointJob> page = rest.stream().limit(PAGE).toList();
        return new PinpointAnswer.Given<>(new Jobs(
                page,
                page.size() < rest.size()
                        ? Optional.of(new Position(0, page.getLast().id()))
                        : Optional.empty()));
    }

    private static long number(PinpointJobId id) {
        return Long.parseLong(id.value());
    }

    @Override
    public PinpointAnswer<Description> describe(Connection connection, PinpointJobId job) {
        return find(connection, job).map(found -> new Description(found, Units.NONE, true));
    }

    public void open(PinpointJob job) {
        jobs.put(job.id(), job);
    }

    public void remove(PinpointJobId job) {
        jobs.remove(job);
    }

    /** Lists show it no more; it is still there. */
    public void hide(PinpointJobId job) {
        unlisted.add(job);
    }

    /** How often it was asked since it was last asked this. */
    public int calls() {
        int counted = calls;
        calls = 0;
        return counted;
    }

    public void deny(ErrorCode code) {
        denial = Optional.of(code);
    }
}
