package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.ErrorCode;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * Where an export stands in the ledger. Whatever is not settled has a due time, at which anybody may take it up: that one
 * rule covers retries, holds, and workers that died.
 */
public sealed interface ExportState {

    /** When it may be taken up again; empty once it is settled. */
    default Optional<Instant> due() {
        return switch (this) {
            case Claimed claimed -> Optional.of(claimed.until());
            case Submitting submitting -> Optional.of(submitting.until());
            case Submitted submitted -> Optional.of(submitted.until());
            case Waiting waiting -> Optional.of(waiting.until());
            case Held held -> Optional.of(held.until());
            case Queued queued -> Optional.of(queued.until());
            case Erased erased -> erased.lookAt();
            case Verified _, Skipped _, Failed _ -> Optional.empty();
        };
    }

    /** A worker owns it, until then. */
    record Claimed(Instant until) implements ExportState {}

    /** A POST may take effect at any moment until then: nobody may create before. */
    record Submitting(Instant until) implements ExportState {}

    /**
     * Pinpoint has it, but reading it back has to be tried again, or is being done until then.
     *
     * @param failures as for {@link Waiting}
     */
    record Submitted(Instant until, Placed placed, ErrorCode code, int failures) implements ExportState {}

    /**
     * Something did not answer; it is tried again.
     *
     * @param failures how often that happened in a row
     */
    record Waiting(Instant until, ErrorCode code, int failures) implements ExportState {}

    /** The employer has to do something first; looked at again from time to time. */
    record Held(Instant until, ErrorCode code) implements ExportState {}

    /** Its turn comes then: an earlier acceptance that is sent after all. */
    record Queued(Instant until) implements ExportState {}

    /** Pinpoint has it, and we read it back. */
    record Verified(Receipt receipt, Instant at) implements ExportState {}

    /** Nothing was sent, since the job was not mapped. */
    record Skipped() implements ExportState {}

    /**
     * It can't go through as it is.
     *
     * @param words what the other side said, or which field it is; what it says of the candidate is taken out
     */
    record Failed(ErrorCode code, Optional<String> words) implements ExportState {}

    /**
     * Everything but the ids was removed, and nothing is sent any more.
     *
     * @param application address of what Pinpoint holds, as far as it is known
     * @param lookAt when Pinpoint is asked what it holds, since a POST may have been under way; empty where that is known
     */
    record Erased(Instant at, Optional<URI> application, Optional<Instant> lookAt) implements ExportState {

        /** Nothing more will come to be known. */
        public Erased(Instant at, Optional<URI> application) {
            this(at, application, Optional.empty());
        }
    }
}
