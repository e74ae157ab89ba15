package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.UserId;
import com.hackajob.pinpoint.connection.Credentials.SecretVersion;
import java.time.Instant;
import java.util.List;

/**
 * A company's working link to its Pinpoint account.
 *
 * @param generation counts the Pinpoint accounts that the company was connected to: ids repeat between accounts
 */
public record Connection(
        CompanyId company,
        Subdomain subdomain,
        Credential.Kind kind,
        SecretVersion secret,
        int generation,
        List<Permission> permissions,
        UserId connectedBy,
        Instant since) {

    public Connection {
        permissions = List.copyOf(permissions);
    }
}
