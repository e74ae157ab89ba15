package com.hackajob.pinpoint.mapping;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.audit.Actor;
import com.hackajob.pinpoint.audit.AuditEntry;
import com.hackajob.pinpoint.audit.AuditEntry.Action;
import com.hackajob.pinpoint.audit.Auditor;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.connection.PinpointAnswer;
import com.hackajob.pinpoint.mapping.Mapping.Version;
import com.hackajob.pinpoint.mapping.Mappings.Change;
import com.hackajob.pinpoint.updates.Update;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Keeps a mapping true to its Pinpoint job: what can be followed is followed and noted, and of what does not fit any more
 * hackajob is told, with a proposal how to repair it. Whoever empties the outbox sends that.
 */
public final class FollowJob {

    private final PinpointJobs pinpointJobs;
    private final Mappings mappings;
    private final Auditor auditor;
    private final RandomGenerator random;
    private final InstantSource clock;

    public FollowJob(
            PinpointJobs pinpointJobs,
            Mappings mappings,
            Auditor auditor,
            RandomGenerator random,
            InstantSource clock) {
        this.pinpointJobs = pinpointJobs;
        this.mappings = mappings;
        this.auditor = auditor;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Reads the mapping's Pinpoint job again, and writes that down.
     *
     * @return the mapping as it stands now, whoever changed it; absent where it was removed meanwhile
     * @throws com.hackajob.pinpoint.Outage when Pinpoint did not answer; nothing is changed then
     */
    public PinpointAnswer<Mapping> follow(Connection connection, Mapping seen) {
        return switch (pinpointJobs.find(connection, seen.pinpointJob().id())) {
            case PinpointAnswer.Given<PinpointJob>(var live) -> written(seen, live);
            case PinpointAnswer.Absent<PinpointJob>() ->
                written(seen, seen.pinpointJob().gone());
            case PinpointAnswer.Denied<PinpointJob>(var code) -> new PinpointAnswer.Denied<>(code);
        };
    }

    private PinpointAnswer<Mapping> written(Mapping seen, PinpointJob live) {
        return follow(seen, live)
                .<PinpointAnswer<Mapping>>map(PinpointAnswer.Given::new)
                .orElseGet(PinpointAnswer.Absent::new);
    }

    /** As the other, with the job as it was read just now. What is as it was known is written down all the same. */
    Optional<Mapping> follow(Mapping seen, PinpointJob live) {
        Instant now = clock.instant();
        Mapping read = seen.asOf(live, now);
        Mapping next = live.equals(seen.pinpointJob()) ? read : read.with(read.snapshot(), Version.unused(random));
        Optional<Update> news = news(seen, next, now);
        // An editor who is faster has seen the job as it is: theirs stands. Were we to die here, the next look finds it
        // all again.
        if (!mappings.save(new Change(next, Optional.of(seen.version()), entry(seen, next), news))) {
            return mappings.find(seen.company(), seen.job());
        }
        return Optional.of(next);
    }

    private Optional<AuditEntry> entry(Mapping seen, Mapping next) {
        if (seen.drift().equals(next.drift())) {
            return Optional.empty();
        }
        Optional<ErrorCode> code = next.drift().code();
        Action action = code.isPresent() ? Action.MAPPING_DRIFTED : Action.MAPPING_FOLLOWED;
        return Optional.of(auditor.entry(seen.company(), seen.job(), Actor.SYSTEM, action, code));
    }

    /** Told once of each thing that breaks; what is put right in Pinpoint and breaks again is told again. */
    private static Optional<Update> news(Mapping seen, Mapping next, Instant now) {
        return seen.drift().breaking().containsAll(next.drift().breaking())
                ? Optional.empty()
                : next.drift().code().map(code -> Drifted.update(next, code, now));
    }
}
