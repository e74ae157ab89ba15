package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.UserId;
import com.hackajob.pinpoint.connection.Credentials.SecretVersion;
import java.time.Instant;
import java.util.List;

/**
 * Which Pinpoint account a company is connected to and what opens it: what connecting writes.
 *
 * @param generation counts the Pinpoint accounts that the company was connected to: ids repeat between accounts
 * @param secret the version of the company's secret that counts
 * @param permissions what is known of the credential's permissions
 * @param connectedBy the user who asked for the link with which it was connected
 */
public record Link(
        Subdomain subdomain,
        int generation,
        Credential.Kind kind,
        SecretVersion secret,
        List<Permission> permissions,
        UserId connectedBy,
        Instant since) {

    public Link {
        permissions = List.copyOf(permissions);
    }

    /** The same account, opened by another version of the secret. */
    public Link with(SecretVersion version) {
        return new Link(subdomain, generation, kind, version, permissions, connectedBy, since);
    }

    Link with(List<Permission> known) {
        return new Link(subdomain, generation, kind, secret, known, connectedBy, since);
    }
}
