package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.CompanyId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The leases on the companies' secrets. */
public interface SecretLeases {

    /** Takes the lease for so long; empty while somebody else has it. Of many callers, one gets it. */
    Optional<SecretLease> acquire(CompanyId company, Instant now, Duration length);

    /** Lets others have it at once, who then {@linkplain SecretLease#isInherited inherit} it: nobody knows how far we came. */
    void abandon(SecretLease lease);

    /** Gives it back, where nothing was changed under it. Does nothing when it was taken over. */
    void release(SecretLease lease);
}
