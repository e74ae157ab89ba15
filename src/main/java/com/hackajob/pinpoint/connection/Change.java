package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.audit.AuditEntry;
import com.hackajob.pinpoint.updates.Update;
import java.util.Optional;

/**
 * A change of a connection and what is written together with it: all of it, or nothing.
 *
 * @param seen what the change was made from, and must still be there; empty when there was none
 * @param consumed the session that is used up by it
 * @param follow the session with which to go on
 * @param lease the lease on the secret under which it was made, and which ends with it
 */
public record Change(
        Optional<Connection> seen,
        Connection next,
        Optional<AuditEntry> audit,
        Optional<Update> update,
        Optional<ConnectSession> consumed,
        Optional<ConnectSession> follow,
        Optional<SecretLease> lease) {

    /** A company's first connection. */
    public static Change first(Connection next) {
        return of(Optional.empty(), next);
    }

    /** The next revision of what was seen. */
    public static Change of(Connection seen, Connection next) {
        return of(Optional.of(seen), next);
    }

    static Change of(Optional<Connection> seen, Connection next) {
        return new Change(
                seen, next, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    Change with(AuditEntry entry) {
        return new Change(seen, next, Optional.of(entry), update, consumed, follow, lease);
    }

    Change telling(Update told) {
        return new Change(seen, next, audit, Optional.of(told), consumed, follow, lease);
    }

    /** Uses one session up and opens another. */
    Change going(ConnectSession from, ConnectSession to) {
        return new Change(seen, next, audit, update, Optional.of(from), Optional.of(to), lease);
    }

    Change under(SecretLease held) {
        return new Change(seen, next, audit, update, consumed, follow, Optional.of(held));
    }
}
