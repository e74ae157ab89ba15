package com.hackajob.pinpoint.mapping;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.mapping.Mapping.Version;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** {@link Mappings} in memory. */
public final class InMemoryMappings implements Mappings {

    private record Key(CompanyId company, JobId job) {}

    private final Map<Key, Mapping> mappings = new HashMap<>();

    @Override
    public synchronized Optional<Mapping> find(CompanyId company, JobId job) {
        return Optional.ofNullable(mappings.get(new Key(company, job)));
    }

    @Override
    public synchronized boolean save(Mapping mapping, Optional<Version> seen) {
        if (!find(mapping.company(), mapping.job()).map(Mapping::version).equals(seen)) {
            return false;
        }
        put(mapping);
        return true;
    }

    @Override
    public synchronized Removal remove(CompanyId company, JobId job, Optional<Version> seen) {
        var stored = find(company, job).map(Mapping::version);
        if (stored.isEmpty()) {
            return Removal.NOT_THERE;
        }
        if (seen.isPresent() && !seen.equals(stored)) {
            return Removal.CHANGED;
        }
        mappings.remove(new Key(company, job));
        return Removal.REMOVED;
    }

    /** Maps without more ado. */
    public synchronized void put(Mapping mapping) {
        mappings.put(new Key(mapping.company(), mapping.job()), mapping);
    }
}
