package com.hackajob.pinpoint.mapping;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.UserId;
import com.hackajob.pinpoint.audit.Actor;
import com.hackajob.pinpoint.audit.AuditEntry.Action;
import com.hackajob.pinpoint.audit.Auditor;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.connection.Connections;
import com.hackajob.pinpoint.connection.PinpointAnswer;
import com.hackajob.pinpoint.mapping.EditMapping.Outcome;
import com.hackajob.pinpoint.mapping.EditMapping.Outcome.Refused;
import com.hackajob.pinpoint.mapping.EditMapping.Outcome.Saved;
import com.hackajob.pinpoint.mapping.Mapping.Version;
import com.hackajob.pinpoint.mapping.Mappings.Change;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Accepts the repair that was proposed for a mapping that drifted, or takes note of what was followed. */
public final class RepairMapping {

    private final Connections connections;
    private final Mappings mappings;
    private final FollowJob followJob;
    private final Auditor auditor;
    private final RandomGenerator random;
    private final InstantSource clock;

    public RepairMapping(
            Connections connections,
            Mappings mappings,
            FollowJob followJob,
            Auditor auditor,
            RandomGenerator random,
            InstantSource clock) {
        this.connections = connections;
        this.mappings = mappings;
        this.followJob = followJob;
        this.auditor = auditor;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Where Pinpoint has changed again since the proposal, nothing is repaired: the mapping then has another proposal.
     *
     * @param seen version of the mapping whose proposal is accepted
     * @throws com.hackajob.pinpoint.Outage when Pinpoint did not answer; nothing is changed then
     */
    public Outcome repair(CompanyId company, JobId job, UserId editor, Version seen) {
        Optional<Mapping> stored = mappings.find(company, job);
        if (stored.isEmpty()) {
            return new Refused(ErrorCode.MAPPING_NOT_FOUND, "jobId");
        }
        if (!stored.get().version().equals(seen)) {
            return new Refused(ErrorCode.MAPPING_CONFLICT, "If-Match");
        }
        Optional<Connection> connection = connections.usable(company);
        if (connection.isEmpty()) {
            return new Refused(ErrorCode.NOT_CONNECTED, "jobId");
        }
        if (!stored.get().fits(connection.get())) {
            return new Refused(ErrorCode.MAPPING_OUTDATED, "jobId");
        }
        return switch (followJob.follow(connection.get(), stored.get())) {
            case PinpointAnswer.Given<Mapping>(var now) when now.version().equals(seen) -> repair(now, editor);
            case PinpointAnswer.Given<Mapping> _, PinpointAnswer.Absent<Mapping> _ ->
                new Refused(ErrorCode.MAPPING_CONFLICT, "If-Match");
            case PinpointAnswer.Denied<Mapping>(var code) -> new Refused(code, "jobId");
        };
    }

    private Outcome repair(Mapping drifted, UserId editor) {
        Optional<ErrorCode> ofJob = drifted.drift().ofJob();
        if (ofJob.isPresent()) {
            return new Refused(ofJob.get(), "jobId");
        }
        return drifted.repair()
                .map(repair -> save(drifted, repair, editor))
                .orElseGet(() -> new Saved(drifted, Warnings.of(drifted)));
    }

    private Outcome save(Mapping drifted, Repair repair, UserId editor) {
        Instant now = clock.instant();
        var repaired = new Mapping(
                drifted.company(),
                drifted.job(),
                drifted.generation(),
                Snapshot.of(drifted.pinpointJob(), now),
                repair.applied(drifted.stages()),
                drifted.settings(),
                editor,
                now,
                Version.unused(random));
        var entry = auditor.entry(drifted.company(), drifted.job(), Actor.user(editor), Action.MAPPING_REPAIRED);
        return mappings.save(Change.edit(repaired, Optional.of(drifted.version()), entry))
                ? new Saved(repaired, Warnings.of(repaired))
                : new Refused(ErrorCode.MAPPING_CONFLICT, "If-Match");
    }
}
