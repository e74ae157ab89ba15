package com.hackajob.pinpoint.mapping;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.audit.AuditEntry;
import com.hackajob.pinpoint.audit.InMemoryAuditLog;
import com.hackajob.pinpoint.updates.InMemoryOutbox;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link Mappings} in memory. */
public final class InMemoryMappings implements Mappings {

    private record Key(CompanyId company, JobId job) {}

    private final Map<Key, Mapping> mappings = new HashMap<>();
    private final InMemoryAuditLog audit;
    private final InMemoryOutbox outbox;

    public InMemoryMappings() {
        this(new InMemoryAuditLog());
    }

    public InMemoryMappings(InMemoryAuditLog audit) {
        this(audit, new InMemoryOutbox());
    }

    public InMemoryMappings(InMemoryAuditLog audit, InMemoryOutbox outbox) {
        this.audit = audit;
        this.outbox = outbox;
    }

    @Override
    public synchronized Optional<Mapping> find(CompanyId company, JobId job) {
        return Optional.ofNullable(mappings.get(new Key(company, job)));
    }

    @Override
    public synchronized Page list(CompanyId company, Optional<JobId> after, int limit) {
        List<Mapping> rest = mappings.values().stream()
                .filter(mapping -> mapping.company().equals(company))
                .filter(mapping -> after.isEmpty()
                        || mapping.job().value().compareTo(after.get().value()) > 0)
                .sorted(Comparator.comparing(mapping -> mapping.job().value()))
                .toList();
        List<Mapping> page = rest.stream().limit(limit).toList();
        return new Page(
                page, page.size() < rest.size() ? Optional.of(page.getLast().job()) : Optional.empty());
    }

    @Override
    public synchronized boolean save(Change change) {
        Mapping next = change.next();
        if (!find(next.company(), next.job()).map(Mapping::version).equals(change.seen())) {
            return false;
        }
        put(next);
        change.audit().ifPresent(audit::add);
        change.update().ifPresent(outbox::add);
        return true;
    }

    @Override
    public synchronized boolean remove(Mapping mapping, AuditEntry entry) {
        var stored = find(mapping.company(), mapping.job()).map(Mapping::version);
        if (!stored.equals(Optional.of(mapping.version()))) {
            return false;
        }
        mappings.remove(new Key(mapping.company(), mapping.job()));
        audit.add(entry);
        return true;
    }

    /** Maps without more ado. */
    public synchronized void put(Mapping mapping) {
        mappings.put(new Key(mapping.company(), mapping.job()), mapping);
    }
}
