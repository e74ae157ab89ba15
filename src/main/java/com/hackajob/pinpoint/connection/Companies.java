package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.CompanyId;
import java.util.Optional;

/** The companies on hackajob. */
public interface Companies {

    /** @throws com.hackajob.pinpoint.Outage when hackajob did not answer */
    Optional<Company> find(CompanyId company);
}
