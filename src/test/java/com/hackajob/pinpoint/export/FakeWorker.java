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

    public record Poll(CompanyId company, Instant tick) {}

    private final List<Round> wakes = new ArrayList<>();
    private final List<Poll> polls = new ArrayList<>();
    private final Set<CompanyId> unreachable = new HashSet<>();

    @Override
    public void wake(Round round) {
        ask(wakes, round.company(), round);
    }

    @Override
    public void poll(CompanyId company, Instant tick) {
        ask(polls, company, new Poll(company, tick));
    }

    private <T> void ask(List<T> asked, CompanyId company, T asking) {
        if (unreachable.contains(company)) {
            throw new Outage(ErrorCode.INTERNAL_ERROR, "the queue is down");
        }
        asked.add(asking);
    }

    public void cannotReach(CompanyId company) {
        unreachable.add(company);
    }

    /** Whose connections were asked to be looked after. */
    public List<Poll> polls() {
        return List.copyOf(polls);
    }

    public List<Round> wakes() {
        return List.copyOf(wakes);
    }
}
