package com.hackajob.pinpoint.mapping;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.SettableClock;
import com.hackajob.pinpoint.UserId;
import com.hackajob.pinpoint.audit.Actor;
import com.hackajob.pinpoint.audit.AuditEntry;
import com.hackajob.pinpoint.connection.ConnectionFixtures;
import com.hackajob.pinpoint.mapping.Mapping.StagePair;
import com.hackajob.pinpoint.mapping.Mapping.Version;
import com.hackajob.pinpoint.mapping.PinpointJob.Demand;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A hackajob job with two stages, the Pinpoint job it stands for, and the mapping of one to the other. */
public final class MappingFixtures {

    public static final JobId JOB = new JobId("job-1");
    public static final StageId ACCEPTED = new StageId("accepted");
    public static final StageId INTERVIEW = new StageId("interview");
    public static final PinpointJobId PINPOINT_JOB = new PinpointJobId("700");
    public static final PinpointStageId APPLIED = new PinpointStageId("7001");
    public static final PinpointStageId SCREENING = new PinpointStageId("7002");

    private MappingFixtures() {}

    public static HackajobJob aJob() {
        return new HackajobJob(
                JOB,
                "Engineer",
                true,
                List.of(new HackajobJob.Stage(ACCEPTED, "Accepted"), new HackajobJob.Stage(INTERVIEW, "Interview")));
    }

    public static PinpointJob aPinpointJob() {
        return aPinpointJobDemanding(Set.of());
    }

    public static PinpointJob aPinpointJobDemanding(Set<Demand> demands) {
        return new PinpointJob(
                PINPOINT_JOB,
                "Software Engineer",
                "open",
                List.of(
                        new PinpointStage(APPLIED, "Applied", "applied"),
                        new PinpointStage(SCREENING, "Screening", "custom")),
                demands);
    }

    public static Mapping aMapping() {
        return aMappingOf(ConnectionFixtures.COMPANY, JOB, aPinpointJob(), Optional.of(SCREENING), false);
    }

    public static Mapping aMappingOf(JobId job) {
        return aMappingOf(ConnectionFixtures.COMPANY, job, aPinpointJob(), Optional.of(SCREENING), false);
    }

    public static Mapping aMappingOf(CompanyId company) {
        return aMappingOf(company, JOB, aPinpointJob(), Optional.of(SCREENING), false);
    }

    public static Mapping aMappingDemanding(Demand... demands) {
        return aMappingOf(
                ConnectionFixtures.COMPANY, JOB, aPinpointJobDemanding(Set.of(demands)), Optional.of(SCREENING), false);
    }

    public static Mapping aMappingWithoutStages() {
        return aMappingOf(ConnectionFixtures.COMPANY, JOB, aPinpointJob(), Optional.empty(), false);
    }

    public static Mapping aMappingThatMails() {
        return aMappingOf(ConnectionFixtures.COMPANY, JOB, aPinpointJob(), Optional.of(SCREENING), true);
    }

    public static Mapping aMappingWith(Version version) {
        var mapping = aMapping();
        return new Mapping(
                mapping.company(),
                mapping.job(),
                mapping.generation(),
                mapping.snapshot(),
                mapping.stages(),
                mapping.settings(),
                mapping.editedBy(),
                mapping.updatedAt(),
                version);
    }

    /** With everything set that can be set. */
    public static Mapping aMappingWithSettings() {
        var mapping = aMapping();
        return new Mapping(
                mapping.company(),
                mapping.job(),
                mapping.generation(),
                mapping.snapshot(),
                mapping.stages(),
                new MappingSettings(true, Optional.of(new MappingSettings.Source("direct", "our board")), true),
                mapping.editedBy(),
                mapping.updatedAt(),
                mapping.version());
    }

    /** After Pinpoint's side became that. */
    public static Mapping aMappingOn(PinpointJob live) {
        return aMapping().asOf(live, SettableClock.START);
    }

    /** The job with these stages, and its status. */
    public static PinpointJob aPinpointJobWith(String status, PinpointStage... stages) {
        return new PinpointJob(PINPOINT_JOB, "Software Engineer", status, List.of(stages), Set.of());
    }

    /** What is written of an edit or removal. */
    public static AuditEntry anEntry(String id) {
        return new AuditEntry(
                id,
                ConnectionFixtures.COMPANY,
                SettableClock.START,
                Actor.user(new UserId("user-1")),
                AuditEntry.Action.MAPPING_SAVED,
                Optional.empty(),
                Optional.of(JOB));
    }

    /** Made again after the company has moved to another Pinpoint account. */
    public static Mapping aMappingInAnotherAccount() {
        var mapping = aMapping();
        return new Mapping(
                mapping.company(),
                mapping.job(),
                2,
                mapping.snapshot(),
                mapping.stages(),
                mapping.settings(),
                mapping.editedBy(),
                mapping.updatedAt(),
                mapping.version());
    }

    private static Mapping aMappingOf(
            CompanyId company, JobId job, PinpointJob pinpointJob, Optional<PinpointStageId> stage, boolean notify) {
        return new Mapping(
                company,
                job,
                1,
                Snapshot.of(pinpointJob, SettableClock.START),
                List.of(
                        new StagePair(ACCEPTED, "Accepted", stage),
                        new StagePair(INTERVIEW, "Interview", Optional.empty())),
                new MappingSettings(notify, Optional.empty(), false),
                new UserId("user-1"),
                SettableClock.START,
                new Version("version-1"));
    }
}
