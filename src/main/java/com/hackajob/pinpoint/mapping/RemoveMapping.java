package com.hackajob.pinpoint.mapping;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.UserId;
import com.hackajob.pinpoint.audit.Actor;
import com.hackajob.pinpoint.audit.AuditEntry.Action;
import com.hackajob.pinpoint.audit.Auditor;
import com.hackajob.pinpoint.mapping.Mapping.Version;
import java.util.Optional;

/** Stops the automation of a job. What was exported stays in the ledger. */
public final class RemoveMapping {

    private final Mappings mappings;
    private final Auditor auditor;

    public RemoveMapping(Mappings mappings, Auditor auditor) {
        this.mappings = mappings;
        this.auditor = auditor;
    }

    /** @param seen version that must still be stored; empty removes whatever is there */
    public Removal remove(CompanyId company, JobId job, UserId editor, Optional<Version> seen) {
        Optional<Mapping> stored = mappings.find(company, job);
        if (stored.isEmpty()) {
            return Removal.NOT_THERE;
        }
        if (seen.isPresent() && !seen.equals(stored.map(Mapping::version))) {
            return Removal.CHANGED;
        }
        var entry = auditor.entry(company, job, Actor.user(editor), Action.MAPPING_REMOVED);
        return mappings.remove(stored.get(), entry) ? Removal.REMOVED : Removal.CHANGED;
    }

    /** What came of it. */
    public enum Removal {
        REMOVED,
        NOT_THERE,
        /** Somebody else changed it in the meantime. */
        CHANGED
    }
}
