package com.hackajob.pinpoint.audit;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.JobId;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing that was done or tried. Holds ids and never a credential or a name.
 *
 * @param id sorts by time within the company
 * @param code what it failed with, or why it was done
 * @param job the hackajob job that it is about
 */
public record AuditEntry(
        String id,
        CompanyId company,
        Instant at,
        Actor actor,
        Action action,
        Optional<ErrorCode> code,
        Optional<JobId> job) {

    /** One that is about no job in particular. */
    public AuditEntry(String id, CompanyId company, Instant at, Actor actor, Action action, Optional<ErrorCode> code) {
        this(id, company, at, actor, action, code, Optional.empty());
    }

    public enum Action {
        SESSION_STARTED,
        SESSION_REVOKED,
        /** An attempt to connect that did not work. */
        CONNECT_FAILED,
        CONNECTED,
        /** The same account again, with another credential. */
        CREDENTIAL_REPLACED,
        /** Another account than before. */
        ACCOUNT_CHANGED,
        WEBHOOK_SECRET_REPLACED,
        SETTINGS_CHANGED,
        /** The connection stopped working. */
        ATTENTION,
        RESTORED,
        /** A refresh token went down with the process that had just been given it. */
        CREDENTIAL_LOST,
        DISCONNECTED,
        MAPPING_SAVED,
        MAPPING_REMOVED,
        /** What a mapping needs is no longer in Pinpoint as it was. */
        MAPPING_DRIFTED,
        /** What changed in Pinpoint is followed, or has been put right there. */
        MAPPING_FOLLOWED,
        /** The proposed repair was accepted. */
        MAPPING_REPAIRED,
        /** Earlier acceptances of a job were sent after all. */
        BACKFILLED,
        /** A failed or waiting export was tried anew. */
        EXPORT_REPLAYED
    }
}
