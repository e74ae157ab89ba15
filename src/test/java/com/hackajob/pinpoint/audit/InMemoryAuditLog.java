package com.hackajob.pinpoint.audit;

import com.hackajob.pinpoint.CompanyId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** {@link AuditLog} in memory. */
public final class InMemoryAuditLog implements AuditLog {

    private final List<AuditEntry> entries = new ArrayList<>();

    @Override
    public synchronized void add(AuditEntry entry) {
        entries.add(entry);
    }

    @Override
    public synchronized Page list(CompanyId company, Optional<String> after, int limit) {
        List<AuditEntry> left = entries.stream()
                .filter(entry -> entry.company().equals(company))
                .filter(entry -> after.isEmpty() || entry.id().compareTo(after.get()) < 0)
                .sorted(Comparator.comparing(AuditEntry::id).reversed())
                .toList();
        List<AuditEntry> page = left.stream().limit(limit).toList();
        return new Page(
                page, Optional.of(left).filter(rest -> rest.size() > limit).map(_ -> page.getLast()
                        .id()));
    }

    /** What was done, in the order in which it was written. */
    public synchronized List<AuditEntry.Action> actions() {
        return entries.stream().map(AuditEntry::action).toList();
    }

    public synchronized List<AuditEntry> entries() {
        return List.copyOf(entries);
    }
}
