package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.mapping.PinpointJobId;
import com.hackajob.pinpoint.mapping.PinpointStageId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The proof of an export: what Pinpoint holds, as read back from it. Holds no personal data: files are named by kind, size
 * and hash.
 *
 * @param placed which application it is, in which account, and how it came to be
 * @param files none where another export has sent them, or where what was sent can't be gathered any more to be compared
 * @param acceptedAt when the candidate accepted; where hackajob no longer knows, when we first heard of it
 */
public record Receipt(
        Placed placed,
        URI address,
        Optional<Reference> reference,
        PinpointJobId pinpointJob,
        Stage stage,
        Source source,
        List<File> files,
        List<String> missingGlyphs,
        boolean candidateNotified,
        Instant acceptedAt) {

    public Receipt {
        files = List.copyOf(files);
        missingGlyphs = List.copyOf(missingGlyphs);
    }

    public Origin origin() {
        return placed.origin();
    }

    public ApplicationId application() {
        return placed.application();
    }

    /** Whether the application was there otherwise, and we joined it. */
    public boolean isJoined() {
        return origin().isJoined();
    }

    /** How the application came to be. */
    public enum Origin {
        /** This export created it. */
        CREATED,
        /** An earlier attempt of this export had created it. */
        FOUND,
        /** The candidate had applied otherwise; we added to it. */
        ADOPTED,
        /** Another export of ours drives it. */
        SHARED;

        boolean isJoined() {
            return switch (this) {
                case CREATED, FOUND -> false;
                case ADOPTED, SHARED -> true;
            };
        }
    }

    public record Stage(PinpointStageId id, String name) {}

    public enum Kind {
        CV,
        PROFILE
    }

    /** @param sha256 of what we sent, in hexadecimal */
    public record File(Kind kind, int size, String sha256, ReadBack readBack) {}

    /** What reading the file back from Pinpoint showed, the best first. */
    public enum ReadBack {
        EQUAL,
        DIFFERENT,
        /** It is there, but its content could not be read. */
        UNREAD,
        /** It is not there. */
        MISSING
    }
}
