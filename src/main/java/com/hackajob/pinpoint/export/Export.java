package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.export.ExportState.Claimed;
import com.hackajob.pinpoint.export.ExportState.Erased;
import com.hackajob.pinpoint.export.ExportState.Failed;
import com.hackajob.pinpoint.export.ExportState.Held;
import com.hackajob.pinpoint.export.ExportState.Queued;
import com.hackajob.pinpoint.export.ExportState.Skipped;
import com.hackajob.pinpoint.export.ExportState.Submitted;
import com.hackajob.pinpoint.export.ExportState.Submitting;
import com.hackajob.pinpoint.export.ExportState.Verified;
import com.hackajob.pinpoint.export.ExportState.Waiting;
import java.time.Instant;

/**
 * A row of the ledger.
 *
 * @param attempts how often a worker took it up
 * @param cameAt when we first heard of it
 */
public record Export(ExportKey key, ExportState state, int attempts, Instant cameAt, Instant updatedAt) {

    /** Whether a POST may have taken effect, or may yet, of which nothing more is known. */
    public boolean isInDoubt() {
        return switch (state) {
            case Verified _ -> false;
            case Erased erased -> erased.lookAt().isPresent();
            // Before its job lost the mapping, it may have been tried.
            case Skipped() -> attempts > 1;
            case Claimed _, Submitting _, Submitted _, Waiting _, Held _, Queued _, Failed _ -> true;
        };
    }
}
