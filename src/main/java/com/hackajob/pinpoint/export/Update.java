package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.ErrorCode;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that hackajob's backend should hear of an export.
 *
 * @param id stable: whoever gets it twice acts once
 */
public record Update(String id, Kind kind, ExportKey key, Optional<ErrorCode> code, Instant occurredAt) {

    /** The update that this claim's end gives rise to; the claim's version makes its id stable and unique. */
    static Update of(Ledger.Claim.Granted claim, Kind kind, Optional<ErrorCode> code, Instant now) {
        ExportKey key = claim.key();
        String id = String.join(
                "~", key.company().value(), key.job().value(), key.candidate().value(), Long.toString(claim.version()));
        return new Update(id, kind, key, code, now);
    }

    public enum Kind {
        VERIFIED,
        HELD,
        FAILED
    }
}
