package com.hackajob.pinpoint.updates;

import com.hackajob.pinpoint.CandidateId;
import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.JobId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something that hackajob's backend should hear of.
 *
 * @param id stable: whoever gets it twice acts once
 * @param code why, where something went wrong
 * @param detail what belongs to its kind
 */
public record Update(
        String id, Kind kind, Subject subject, Optional<ErrorCode> code, Instant occurredAt, Optional<Detail> detail) {

    /** One without a detail. */
    public Update(String id, Kind kind, Subject subject, Optional<ErrorCode> code, Instant occurredAt) {
        this(id, kind, subject, code, occurredAt, Optional.empty());
    }

    /** The proof of a candidate's erasure, or a part of it. */
    public static Update erased(
            String id, CompanyId company, CandidateId candidate, Instant at, List<Erasure.Job> jobs) {
        return new Update(
                id,
                Kind.CANDIDATE_ERASED,
                new Subject(company, Optional.empty(), Optional.of(candidate)),
                Optional.empty(),
                at,
                Optional.of(new Erasure(jobs)));
    }

    /** What happened; {@code infra/contracts/updates.schema.json} has the names that go out. */
    public enum Kind {
        EXPORT_VERIFIED,
        EXPORT_HELD,
        EXPORT_FAILED,
        CONNECTION_ATTENTION,
        CONNECTION_RESTORED,
        MAPPING_DRIFTED,
        JOB_NEEDS_MAPPING,
        CANDIDATE_ERASED,
        CANDIDATE_STAGE_CHANGED,
        EXPORT_UNTRACKED,
        EXPORT_DUPLICATE_FOUND
    }

    /** What only some kinds have to say. */
    public sealed interface Detail {}

    /**
     * A repair of a mapping that only has to be accepted.
     *
     * @param version of the mapping, which the acceptance names
     * @param moves none where it is enough to take note
     */
    public record Proposal(String version, List<Move> moves) implements Detail {
        public Proposal {
            moves = List.copyOf(moves);
        }

        /** @param pinpointStage what the hackajob stage would stand for; empty for a blank */
        public record Move(String stage, Optional<String> pinpointStage) {}
    }

    /**
     * What was erased of a candidate, and what is left where we can't erase.
     *
     * @param jobs of whose exports everything but the ids was removed
     */
    public record Erasure(List<Job> jobs) implements Detail {
        public Erasure {
            jobs = List.copyOf(jobs);
        }

        /**
         * An export's, and how far it is known what Pinpoint holds for it.
         *
         * @param application address of what Pinpoint still holds; empty where that is nothing, as far as we know
         */
        public record Job(JobId job, Optional<URI> application, Check check) {

            /** Of which all is known. */
            public Job(JobId job, Optional<URI> application) {
                this(job, application, Check.DONE);
            }
        }

        /** How far Pinpoint was asked what it holds. */
        public enum Check {
            /** As far as it had to be. */
            DONE,
            /** Something was under way: another update follows that says what came of it. */
            PENDING,
            /** It does not let us: somebody has to look there. */
            FAILED
        }
    }

    /**
     * The candidate was moved in Pinpoint, and hackajob follows.
     *
     * @param stage where to, on hackajob
     * @param overruled where hackajob had moved the candidate itself, which does not stand
     */
    public record StageMove(String stage, Optional<String> overruled) implements Detail {}

    /**
     * An application is no longer followed.
     *
     * @param reason a stable word
     * @param detail the reason in an employer's words
     */
    public record Lost(String reason, String detail) implements Detail {}

    /**
     * Pinpoint holds more than one application of one candidate for one job of theirs, or for one export.
     *
     * @param applications their addresses
     */
    public record Duplicates(List<URI> applications) implements Detail {
        public Duplicates {
            applications = List.copyOf(applications);
        }
    }

    /** Whom it is about: a company, a job or a candidate of it, or a candidate of one of its jobs. */
    public record Subject(CompanyId company, Optional<JobId> job, Optional<CandidateId> candidate) {

        public static Subject of(CompanyId company) {
            return new Subject(company, Optional.empty(), Optional.empty());
        }

        public static Subject of(CompanyId company, JobId job) {
            return new Subject(company, Optional.of(job), Optional.empty());
        }
    }
}
