package com.hackajob.pinpoint.mapping;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.mapping.Mapping.Version;
import java.util.Optional;

/** The companies' mappings. */
public interface Mappings {

    Optional<Mapping> find(CompanyId company, JobId job);

    /**
     * Writes the mapping, if the stored one is still the one that the editor saw.
     *
     * @param seen version of the mapping that is replaced; empty to create one where there is none
     * @return false when somebody else was faster
     */
    boolean save(Mapping mapping, Optional<Version> seen);

    /** @param seen version that must still be stored; empty removes whatever is there */
    Removal remove(CompanyId company, JobId job, Optional<Version> seen);

    enum Removal {
        REMOVED,
        NOT_THERE,
        CHANGED
    }
}
