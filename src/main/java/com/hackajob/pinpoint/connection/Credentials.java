package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.CompanyId;
import java.util.Optional;

/** The companies' secrets, each with versions; the connection row names the version that counts. */
public interface Credentials {

    /**
     * Adds a version of the company's secret, creating the secret or bringing it back from deletion where needed.
     *
     * @param token makes it idempotent: the same token again adds no second version
     */
    SecretVersion put(CompanyId company, Secret secret, PutToken token);

    /** The secret that the connection names. */
    Secret read(Connection connection);

    /** The version that was added last, whether or not the row names it. */
    Optional<Newest> newest(CompanyId company);

    /** Schedules the company's secret for deletion in seven days; putting brings it back. Does nothing where there is none. */
    void delete(CompanyId company);

    /** The name that Secrets Manager gave a version. */
    record SecretVersion(String id) {}

    /** 32 to 64 letters and digits. */
    record PutToken(String value) {}

    record Newest(SecretVersion version, Secret secret) {}
}
