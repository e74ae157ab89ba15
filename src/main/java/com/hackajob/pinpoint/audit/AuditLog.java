package com.hackajob.pinpoint.audit;

import com.hackajob.pinpoint.CompanyId;
import java.util.List;
import java.util.Optional;

/** The audit trail of all companies. Entries that belong to a change are written together with it, elsewhere. */
public interface AuditLog {

    void add(AuditEntry entry);

    /**
     * A company's entries, the newest first.
     *
     * @param after id of the entry after which to go on, empty for the start
     */
    Page list(CompanyId company, Optional<String> after, int limit);

    /** @param next where to go on; empty on the last page */
    record Page(List<AuditEntry> entries, Optional<String> next) {
        public Page {
            entries = List.copyOf(entries);
        }
    }
}
