package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.CandidateId;
import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.mapping.PinpointJobId;
import com.hackajob.pinpoint.updates.Update;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The exports of all companies. Every change is one conditional write, guarded by the claim's version. */
public interface Ledger {

    /** So long after its time a place tells who began to create there. */
    Duration CONTESTED_FOR = Duration.ofDays(30);

    /** Takes the export up for the length of the lease, if it is new or due. Of many callers, one is granted. */
    Claim claim(ExportKey key, Instant now, Duration lease);

    /**
     * Writes what became of a claimed export, together with the update that tells of it, or neither.
     *
     * @return false when the lease ran out and somebody else took the export up: stop at once
     */
    boolean record(Claim.Granted claim, ExportState state, Optional<Update> update, Instant now);

    /**
     * Writes that a POST is begun, and takes the candidate's place on the Pinpoint job with it, or neither. Of a candidate's
     * exports that stand for the same Pinpoint job, only the one that has the place creates there.
     */
    Begun begin(Claim.Granted claim, Place place, ExportState.Submitting state, Instant now);

    Optional<Export> find(ExportKey key);

    /**
     * Exports of the company in the order of their keys.
     *
     * @param after where to go on, empty for the start
     */
    Page list(CompanyId company, Optional<ExportKey> after, int limit);

    /** Exports of the company that are due, the longest waiting first; {@link Turns} says where the queued ones come. */
    List<ExportKey> due(CompanyId company, Instant now, int limit);

    /** How many of the company's exports wait for something, counted up to a limit. */
    int waiting(CompanyId company, int limit);

    /**
     * Lets what is held be taken up at once, in the order in which the candidates came; one that somebody has in hand is
     * left alone.
     *
     * @return how many that were
     */
    int release(CompanyId company);

    /**
     * As {@link #release(CompanyId)}, of one job.
     *
     * @return how many that were
     */
    int release(CompanyId company, JobId job);

    /** The job's exports that were skipped, the earliest first. */
    List<Export> skipped(CompanyId company, JobId job);

    /**
     * Has an export taken up again that is settled, or that waits.
     *
     * @param next a state that is due
     * @return false when it is no longer as it was seen
     */
    boolean resume(Export seen, ExportState next);

    /** All exports of a candidate, of whichever job. */
    List<Export> ofCandidate(CompanyId company, CandidateId candidate);

    /** The exports that an application in the account of that generation proves; more than one where one is shared. */
    List<ExportKey> ofApplication(CompanyId company, int generation, ApplicationId application);

    /**
     * The places for which more than one export began to create, for {@link #CONTESTED_FOR}. Each did so when whatever another may have
     * created was to be found, and was not: where Pinpoint was slower than that, it holds both.
     */
    List<Contested> contested(CompanyId company, Instant now);

    /**
     * Leaves of an export its key and the tombstone, and nothing of where its candidate stood, whoever has it in hand: what
     * they write afterwards is refused.
     *
     * @return false when it is no longer as it was seen
     */
    boolean erase(Export seen, ExportState.Erased tombstone);

    /**
     * A candidate's place on a Pinpoint job. It is free where nobody took it, and again once whatever its holder may have
     * created was to be found.
     *
     * @param generation of the connection: in another account the job's id is another job
     * @param lookedAt when Pinpoint was asked whether the candidate is there
     */
    record Place(int generation, PinpointJobId job, Instant lookedAt) {}

    /**
     * A place that changed hands.
     *
     * @param generation of the connection, as in {@link Place}
     * @param exports of one candidate, in the order of their jobs; at least two
     */
    record Contested(int generation, PinpointJobId job, List<ExportKey> exports) {
        public Contested {
            exports = List.copyOf(exports);
        }
    }

    /** What came of beginning. */
    enum Begun {
        YES,
        /** The lease ran out and somebody else took the export up: stop at once. */
        TAKEN_OVER,
        /** Another export of the candidate may be creating an application on this Pinpoint job. */
        OCCUPIED
    }

    /** @param next where to go on; empty on the last page */
    record Page(List<Export> exports, Optional<ExportKey> next) {
        public Page {
            exports = List.copyOf(exports);
        }
    }

    /** What came of wanting to take an export up. */
    sealed interface Claim {
        /**
         * It is ours.
         *
         * @param version fences off whoever held it before
         * @param mayExist whether an earlier attempt may have created the application
         * @param placed what an earlier attempt of ours made or found in Pinpoint, where that is known
         * @param failures outages in a row so far, and attempts that never came to an end
         * @param told what the employer was last told that it waits for
         * @param erasedAt when its candidate was erased: all that is left to do is to look for what Pinpoint may hold
         */
        record Granted(
                ExportKey key,
                long version,
                int attempts,
                boolean mayExist,
                Optional<Placed> placed,
                int failures,
                Optional<ErrorCode> told,
                Optional<Instant> erasedAt)
                implements Claim {

            /** Of a candidate who was not erased. */
            public Granted(
                    ExportKey key,
                    long version,
                    int attempts,
                    boolean mayExist,
                    Optional<Placed> placed,
                    int failures,
                    Optional<ErrorCode> told) {
                this(key, version, attempts, mayExist, placed, failures, told, Optional.empty());
            }

            /** Once it was found in Pinpoint: what failed until then counts no longer. */
            Granted with(Placed found) {
                return new Granted(key, version, attempts, mayExist, Optional.of(found), 0, told, erasedAt);
            }
        }

        /** It is settled, or its time has not come, or another worker has it. */
        record NotDue() implements Claim {}
    }
}
