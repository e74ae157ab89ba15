package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.connection.PinpointAnswer;
import com.hackajob.pinpoint.export.Ledger.Claim;
import com.hackajob.pinpoint.export.PinpointApplications.Match;
import com.hackajob.pinpoint.export.PinpointApplications.Stored;
import com.hackajob.pinpoint.updates.Update.Erasure.Check;
import com.hackajob.pinpoint.updates.Update.Erasure.Job;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds out what Pinpoint holds of a candidate who was erased while a POST may have been under way, once that must be
 * visible, and completes the proof.
 */
public final class FindRemains {

    private final Situations situations;
    private final PinpointApplications applications;
    private final RecordResult results;

    public FindRemains(Situations situations, PinpointApplications applications, RecordResult results) {
        this.situations = situations;
        this.applications = applications;
        this.results = results;
    }

    ExportOutcome look(Claim.Granted claim, Instant erasedAt) {
        try {
            Connection connection = situations
                    .read(claim.key())
                    .connection()
                    .orElseThrow(() -> new Outage(ErrorCode.NOT_CONNECTED, "Pinpoint may not be asked"));
            return results.remaining(claim, erasedAt, jobs(connection, claim));
        } catch (Outage outage) {
            return results.unknown(claim, erasedAt, outage);
        } catch (RuntimeException bug) {
            return results.unknown(claim, erasedAt, bug);
        }
    }

    private List<Job> jobs(Connection connection, Claim.Granted claim) {
        JobId job = claim.key().job();
        List<Job> left = Stream.concat(ours(connection, claim.key().reference()), joined(connection, claim))
                .distinct()
                .map(application -> new Job(job, Optional.of(application)))
                .toList();
        if (!left.isEmpty()) {
            return left;
        }
        boolean isElsewhere =
                claim.placed().filter(placed -> !placed.isIn(connection)).isPresent();
        return List.of(new Job(job, Optional.empty(), isElsewhere ? Check.FAILED : Check.DONE));
    }

    // A filter that Pinpoint leaves out of account finds everybody: nothing is taken but what was asked for.
    private Stream<URI> ours(Connection connection, Reference ours) {
        return given(applications.findByReference(connection, ours)).stream()
                .filter(match -> match.reference().filter(ours::equals).isPresent())
                .map(Match::id)
                .map(application -> given(applications.read(connection, application)))
                .map(Stored::address);
    }

    /** An application that bears another reference than ours, or none, and to which we may have added documents. */
    private Stream<URI> joined(Connection connection, Claim.Granted claim) {
        return claim.placed().filter(placed -> placed.isIn(connection)).stream()
                .map(placed -> applications.read(connection, placed.application()))
                .filter(answer -> !(answer instanceof PinpointAnswer.Absent))
                .map(FindRemains::given)
                .map(Stored::address);
    }

    private static <T> T given(PinpointAnswer<T> answer) {
        return switch (answer) {
            case PinpointAnswer.Given<T>(var value) -> value;
            case PinpointAnswer.Absent<T>() ->
                throw new Outage(ErrorCode.PINPOINT_UNAVAILABLE, "Pinpoint does not show what it has yet");
            case PinpointAnswer.Denied<T>(var code) -> throw new Outage(code, "Pinpoint does not let us look");
        };
    }
}
