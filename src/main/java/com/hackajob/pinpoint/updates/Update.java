package com.hackajob.pinpoint.updates;

import com.hackajob.pinpoint.CandidateId;
import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.JobId;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that hackajob's backend should hear of.
 *
 * @param id stable: whoever gets it twice acts once
 * @param code why, where something went wrong
 */
public record Update(String id, Kind kind, Subject subject, Optional<ErrorCode> code, Instant occurredAt) {

    /** What happened; {@code infra/contracts/updates.schema.json} has the names that go out. */
    public enum Kind {
        EXPORT_VERIFIED,
        EXPORT_HELD,
        EXPORT_FAILED,
        CONNECTION_ATTENTION,
        CONNECTION_RESTORED
    }

    /** Whom it is about: a company, or a candidate of one of its jobs. */
    public record Subject(CompanyId company, Optional<JobId> job, Optional<CandidateId> candidate) {

        public static Subject of(CompanyId company) {
            return new Subject(company, Optional.empty(), Optional.empty());
        }
    }
}
