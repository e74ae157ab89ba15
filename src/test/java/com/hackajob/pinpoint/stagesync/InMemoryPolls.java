package com.hackajob.pinpoint.stagesync;

import com.hackajob.pinpoint.CompanyId;
import java.util.HashMap;
import java.util.Map;

/** {@link Polls} in memory. */
public final class InMemoryPolls implements Polls {

    private final Map<CompanyId, Poll> polls = new HashMap<>();

    @Override
    public Poll read(CompanyId company) {
        return polls.getOrDefault(company, Poll.fresh(company));
    }

    @Override
    public void save(Poll poll) {
        polls.put(poll.company(), poll);
    }
}
