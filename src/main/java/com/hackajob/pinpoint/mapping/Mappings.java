package com.hackajob.pinpoint.mapping;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.audit.AuditEntry;
import com.hackajob.pinpoint.mapping.Mapping.Version;
import com.hackajob.pinpoint.updates.Update;
import java.util.List;
import java.util.Optional;

/** The companies' mappings. Each change is written together with its audit entry. */
public interface Mappings {

    Optional<Mapping> find(CompanyId company, JobId job);

    /**
     * A company's mappings in the order of their jobs' ids.
     *
     * @param after the job after which to go on, empty for the start
     */
    Page list(CompanyId company, Optional<JobId> after, int limit);

    /**
     * Writes the change, if the stored mapping is still the one from which it was made.
     *
     * @return false when somebody else was faster
     */
    boolean save(Change change);

    /**
     * Takes the mapping out, if it is still stored as it is given.
     *
     * @return false when somebody else was faster
     */
    boolean remove(Mapping mapping, AuditEntry entry);

    /**
     * A change of a mapping and what is written together with it: all of it, or nothing.
     *
     * @param seen version of the mapping that is replaced; empty to create one where there is none
     * @param audit empty where nothing happened that anybody would ask after
     */
    record Change(Mapping next, Optional<Version> seen, Optional<AuditEntry> audit, Optional<Update> update) {

        /** Somebody's edit. */
        static Change edit(Mapping next, Optional<Version> seen, AuditEntry entry) {
            return new Change(next, seen, Optional.of(entry), Optional.empty());
        }
    }

    /** @param next where to go on; empty on the last page */
    record Page(List<Mapping> mappings, Optional<JobId> next) {
        public Page {
            mappings = List.copyOf(mappings);
        }
    }
}
