package com.hackajob.pinpoint.mapping;

import static com.hackajob.pinpoint.connection.ConnectionFixtures.COMPANY;
import static com.hackajob.pinpoint.connection.ConnectionFixtures.aConnection;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aJob;
import static com.hackajob.pinpoint.mapping.MappingFixtures.aPinpointJob;

import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.SecretToken;
import com.hackajob.pinpoint.SettableClock;
import com.hackajob.pinpoint.UserId;
import com.hackajob.pinpoint.audit.Auditor;
import com.hackajob.pinpoint.audit.InMemoryAuditLog;
import com.hackajob.pinpoint.connection.InMemoryConnections;
import com.hackajob.pinpoint.mapping.ImportMapping.Import;
import com.hackajob.pinpoint.mapping.Mapping.StagePair;
import com.hackajob.pinpoint.mapping.Mapping.Version;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** A mapped job, another that is not, and all that an import needs. */
final class ImportWorld {

    static final UserId EDITOR = new UserId("user-9");
    static final JobId OTHER_JOB = new JobId("job-2");
    static final PinpointJobId OTHER_PINPOINT_JOB = new PinpointJobId("800");

    /** The same stages under ids of its own. */
    static final PinpointStageId OTHER_SCREENING = new PinpointStageId("8002");

    final SettableClock clock = new SettableClock();
    final InMemoryConnections connections = new InMemoryConnections();
    final FakeHackajobJobs hackajobJobs = new FakeHackajobJobs();
    final FakePinpointJobs pinpointJobs = new FakePinpointJobs();
    final InMemoryAuditLog audit = new InMemoryAuditLog();
    final InMemoryMappings mappings = new InMemoryMappings(audit);
    final ImportMapping importMapping = new ImportMapping(
            connections,
            mappings,
            hackajobJobs,
            pinpointJobs,
            new EditMapping(
                    connections,
                    hackajobJobs,
                    pinpointJobs,
                    mappings,
                    new Auditor(new SplittableRandom(8), clock),
                    new SplittableRandom(7),
                    clock));
    final ImportMappings importMappings = new ImportMappings(mappings, pinpointJobs, importMapping, clock);

    ImportWorld() {
        connections.put(aConnection());
        publish(OTHER_JOB);
        pinpointJobs.open(aPinpointJob());
        pinpointJobs.open(anotherPinpointJob());
        mappings.put(MappingFixtures.aMappingWithSettings());
    }

    void publish(JobId job) {
        hackajobJobs.publish(COMPANY, new HackajobJob(job, "Engineer", true, aJob().stages()));
    }

    static PinpointJob anotherPinpointJob() {
        return new PinpointJob(
                OTHER_PINPOINT_JOB,
                "Software Engineer",
                "open",
                List.of(
                        new PinpointStage(new PinpointStageId("8001"), "Applied", "applied"),
                        new PinpointStage(OTHER_SCREENING, "Screening", "custom")),
                Set.of());
    }

    static Import anImport() {
        return anImport(Optional.empty(), Optional.empty());
    }

    static Import anImport(Optional<PinpointJobId> pinpointJob, Optional<Version> seen) {
        return new Import(COMPANY, EDITOR, MappingFixtures.JOB, OTHER_JOB, pinpointJob, seen);
    }

    /** As it is written first of all: with the settings of the one that is cloned. */
    static Mapping aClone(JobId job, PinpointJob pinpointJob, Optional<PinpointStageId> accepted) {
        return new Mapping(
                COMPANY,
                job,
                1,
                Snapshot.of(pinpointJob, SettableClock.START),
                List.of(
                        new StagePair(MappingFixtures.ACCEPTED, "Accepted", accepted),
                        new StagePair(MappingFixtures.INTERVIEW, "Interview", Optional.empty())),
                MappingFixtures.aMappingWithSettings().settings(),
                EDITOR,
                SettableClock.START,
                new Version(SecretToken.random(new SplittableRandom(7)).value()));
    }
}
