package com.hackajob.pinpoint.export;

import java.util.Optional;

/** The candidates on hackajob. */
public interface Candidates {

    /**
     * The candidate as they are now.
     *
     * @throws com.hackajob.pinpoint.Outage when hackajob did not answer
     */
    Optional<Candidate> find(ExportKey key);
}
