package com.hackajob.pinpoint.mapping;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.UserId;
import com.hackajob.pinpoint.mapping.ImportMapping.Import;
import com.hackajob.pinpoint.mapping.ImportMapping.Outcome.Imported;
import com.hackajob.pinpoint.mapping.Mapping.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Clones a mapping onto many jobs. What goes wrong with one neither stops the others nor hides what was done. */
public final class ImportMappings {

    /**
     * In which a call may be started. A function has 20 seconds; the last call to hackajob or Pinpoint takes 8 at most,
     * and writing 5.
     */
    private static final Duration TIME = Duration.ofSeconds(7);

    private final Mappings mappings;
    private final PinpointJobs pinpointJobs;
    private final ImportMapping importMapping;
    private final InstantSource clock;

    public ImportMappings(
            Mappings mappings, PinpointJobs pinpointJobs, ImportMapping importMapping, InstantSource clock) {
        this.mappings = mappings;
        this.pinpointJobs = pinpointJobs;
        this.importMapping = importMapping;
        this.clock = clock;
    }

    public Outcome importOnto(Imports wish) {
        Instant end = clock.instant().plus(TIME);
        return switch (importMapping.original(wish.company(), wish.fromJob())) {
            case Original.Found original -> new Outcome.Done(all(original, wish, end));
            case Original.Missing(var code, var field) -> new Outcome.Refused(code, field);
        };
    }

    private List<Result> all(Original.Found original, Imports wish, Instant end) {
        var pinpoint = new AskedOnce(pinpointJobs, original.connection(), () -> inTime(end));
        return wish.targets().stream()
                .map(target -> one(original, wish, target, pinpoint))
                .toList();
    }

    private void inTime(Instant end) {
        if (!clock.instant().isBefore(end)) {
            throw new Outage(ErrorCode.NOT_ATTEMPTED, "no time left to import onto this job");
        }
    }

    private Result one(Original.Found original, Imports wish, Target target, AskedOnce pinpoint) {
        try {
            pinpoint.check();
            return new Result.Told(target.job(), importMapping.onto(original, single(wish, target), pinpoint::find));
        } catch (Outage outage) {
            return new Result.NotTold(target.job(), outage.code());
        }
    }

    private Import single(Imports wish, Target target) {
        return new Import(
                wish.company(),
                wish.editor(),
                wish.fromJob(),
                target.job(),
                target.pinpointJob(),
                wish.replaces() ? version(wish.company(), target.job()) : Optional.empty());
    }

    private Optional<Version> version(CompanyId company, JobId job) {
        return mappings.find(company, job).map(Mapping::version);
    }

    /**
     * @param fromJob whose mapping is cloned
     * @param replaces whether mappings that the jobs have already are replaced
     */
    public record Imports(CompanyId company, UserId editor, JobId fromJob, List<Target> targets, boolean replaces) {
        public Imports {
            targets = List.copyOf(targets);
        }
    }

    /** @param pinpointJob empty for the one of the mapping that is cloned */
    public record Target(JobId job, Optional<PinpointJobId> pinpointJob) {}

    public sealed interface Outcome {
        /** @param results one for each target, in the same order */
        record Done(List<Result> results) implements Outcome {
            public Done {
                results = List.copyOf(results);
            }
        }

        /** Nothing was written. */
        record Refused(ErrorCode code, String field) implements Outcome {}
    }

    public sealed interface Result {

        /** What was written, if it was. */
        default Optional<Imported> imported() {
            return this instanceof Told(var _, Imported imported) ? Optional.of(imported) : Optional.empty();
        }

        record Told(JobId job, ImportMapping.Outcome outcome) implements Result {}

        /** Somebody did not answer, or there was no time left: trying again may help. */
        record NotTold(JobId job, ErrorCode code) implements Result {}
    }
}
