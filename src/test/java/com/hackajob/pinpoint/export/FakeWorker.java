package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@link Worker} that keeps what was asked for. */
public final class FakeWorker implements Worker {

    public record Wake(CompanyId company, Instant tick) {}

    private final List<Wake> wakes = new ArrayList<>();
    private final List<Wake> polls = new ArrayList<>();
    private final Set<CompanyId> unreachable = new HashSet<>();

    @Override
    public void wake(CompanyId company, Instant tick) {
        ask(wakes, company, tick);
    }

    @Override
    public void poll(CompanyId company, Instant tick) {
        ask(polls, company, tick);
    }

    private void ask(List<Wake> asked, CompanyId company, Instant tick) {
        if (unreachable.contains(company)) {
            throw new Outage(ErrorCode.INTERNAL_ERROR, "the queue is down");
        }
        asked.add(new Wake(company, tick));
    }

    public void cannotReach(CompanyId company) {
        unreachable.add(company);
    }

    /** Whose connections were asked to be looked after. */
    public List<Wake> polls() {
        return List.copyOf(polls);
    }

    public List<Wake> wakes() {
        return List.copyOf(wakes);
    }
}
