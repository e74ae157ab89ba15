package com.hackajob.pinpoint.mapping;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.connection.PinpointAnswer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The jobs of one Pinpoint account, in memory. */
public final class FakePinpointJobs implements PinpointJobs {

    private final Map<PinpointJobId, PinpointJob> jobs = new HashMap<>();
    private static final int PAGE = 100;

    private final Set<PinpointJobId> unlisted = new HashSet<>();
    private boolean searches = true;
    private boolean limited;
    private int calls;
    private Optional<ErrorCode> denial = Optional.empty();

    @Override
    public PinpointAnswer<Page> list(Connection connection, Search search) {
        calls++;
        if (denial.isPresent()) {
            return new PinpointAnswer.Denied<>(denial.get());
        }
        List<Summary> rest = jobs.values().stream()
                .filter(job -> search.statuses().isEmpty() || search.statuses().contains(job.status()))
                .filter(job -> finds(search, job.title()))
                .filter(job -> search.after().isEmpty()
                        || number(job.id()) > number(search.after().get().last()))
                .sorted(Comparator.comparingLong(job -> number(job.id())))
                .map(job -> new Summary(job.id(), job.title(), job.status(), Units.NONE))
                .toList();
        List<Summary> page = rest.stream().limit(PAGE).toList();
        return new PinpointAnswer.Given<>(new Page(
                page,
                page.size() < rest.size()
                        ? Optional.of(new Position(0, page.getLast().id()))
                        : Optional.empty(),
                true));
    }

    private boolean finds(Search search, String title) {
        return search.text()
                .map(text -> searches && title.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)))
                .orElse(true);
    }

    /** Its search finds nothing, whatever is looked for. */
    public void searchNothing() {
        searches = false;
    }

    @Override
    public PinpointAnswer<PinpointJob> find(Connection connection, PinpointJobId job) {
        calls++;
        if (limited) {
            throw new Outage(ErrorCode.RATE_LIMITED, "Pinpoint asks us to slow down");
        }
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

    /** Asked for one job it says that it is asked too often. */
    public void slowDown() {
        limited = true;
    }

    public void deny(ErrorCode code) {
        denial = Optional.of(code);
    }
}
