package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.audit.Actor;
import com.hackajob.pinpoint.audit.AuditEntry.Action;
import com.hackajob.pinpoint.audit.AuditLog;
import com.hackajob.pinpoint.audit.Auditor;

/** Takes back a link that was given to the wrong person, or is no longer wanted. */
public final class RevokeSession {

    private final ConnectSessions sessions;
    private final AuditLog audit;
    private final Auditor auditor;

    public RevokeSession(ConnectSessions sessions, AuditLog audit, Auditor auditor) {
        this.sessions = sessions;
        this.audit = audit;
        this.auditor = auditor;
    }

    /** @return false when the caller's company has no such session, or no longer */
    public boolean revoke(Caller caller, String sessionId) {
        boolean revoked = sessions.revoke(caller.company(), sessionId);
        if (revoked) {
            audit.add(auditor.entry(caller.company(), Actor.user(caller.user()), Action.SESSION_REVOKED));
        }
        return revoked;
    }
}
