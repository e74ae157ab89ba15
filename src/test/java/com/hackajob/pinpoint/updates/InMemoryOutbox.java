package com.hackajob.pinpoint.updates;

import com.hackajob.pinpoint.CandidateId;
import com.hackajob.pinpoint.CompanyId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** {@link Outbox} in memory. */
public final class InMemoryOutbox implements Outbox {

    private final Map<String, Update> updates = new ConcurrentHashMap<>();

    /** As the writer of a change does, together with it. */
    @Override
    public void add(Update update) {
        updates.put(update.id(), update);
    }

    @Override
    public List<Update> pending(Instant since) {
        return updates.values().stream()
                .filter(update -> !update.occurredAt().isAfter(since))
                .sorted(Comparator.comparing(Update::occurredAt))
                .toList();
    }

    @Override
    public void forget(Update update) {
        updates.remove(update.id());
    }

    @Override
    public void forget(CompanyId company, CandidateId candidate) {
        updates.values()
                .removeIf(update -> update.subject().company().equals(company)
                        && update.subject().candidate().equals(Optional.of(candidate)));
    }
}
