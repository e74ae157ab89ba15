package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@link Worker} that keeps who was woken. */
public final class FakeWorker implements Worker {

    public record Wake(CompanyId company, Instant tick) {}

    private final List<Wake> wakes = new ArrayList<>();
    private final Set<CompanyId> unreachable = new HashSet<>();

    @Override
    public void wake(CompanyId company, Instant tick) {
        if (unreachable.contains(company)) {
            throw new Outage(ErrorCode.INTERNAL_ERROR, "the queue is down");
        }
        wakes.add(new Wake(company, tick));
    }

    public void cannotReach(CompanyId company) {
        unreachable.add(company);
    }

    public List<Wake> wakes() {
        return List.copyOf(wakes);
    }
}
