package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.CompanyId;
import java.time.Instant;
import java.util.Set;

/** The companies that have an export whose time has come. */
public interface DueCompanies {

    Set<CompanyId> at(Instant now);
}
