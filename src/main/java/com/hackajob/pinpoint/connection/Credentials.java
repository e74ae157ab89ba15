package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.CompanyId;

/** The companies' credentials, each a secret with versions; the connection row names the version that counts. */
public interface Credentials {

    /** Adds a version of the company's secret, creating the secret or bringing it back from deletion where needed. */
    SecretVersion put(CompanyId company, Credential credential);

    /** The credential that the connection names. */
    Credential read(Connection connection);

    /** The name that Secrets Manager gave a version. */
    record SecretVersion(String id) {}
}
