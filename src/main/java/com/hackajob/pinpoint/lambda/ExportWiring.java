package com.hackajob.pinpoint.lambda;

import com.hackajob.pinpoint.audit.AuditLog;
import com.hackajob.pinpoint.audit.Auditor;
import com.hackajob.pinpoint.connection.CheckConnection;
import com.hackajob.pinpoint.connection.Connections;
import com.hackajob.pinpoint.connection.EndConnection;
import com.hackajob.pinpoint.connection.KeepUp;
import com.hackajob.pinpoint.export.BackfillJob;
import com.hackajob.pinpoint.export.Candidates;
import com.hackajob.pinpoint.export.CvTypes;
import com.hackajob.pinpoint.export.DueCompanies;
import com.hackajob.pinpoint.export.EraseCandidate;
import com.hackajob.pinpoint.export.ExportCandidate;
import com.hackajob.pinpoint.export.ExportDueWork;
import com.hackajob.pinpoint.export.FindRemains;
import com.hackajob.pinpoint.export.Ledger;
import com.hackajob.pinpoint.export.MaintainConnection;
import com.hackajob.pinpoint.export.PinpointApplications;
import com.hackajob.pinpoint.export.PlaceApplication;
import com.hackajob.pinpoint.export.PrepareSubmission;
import com.hackajob.pinpoint.export.ProfileDocuments;
import com.hackajob.pinpoint.export.ReadFilesBack;
import com.hackajob.pinpoint.export.Reconcile;
import com.hackajob.pinpoint.export.RecordResult;
import com.hackajob.pinpoint.export.RemoteFiles;
import com.hackajob.pinpoint.export.ReplayExport;
import com.hackajob.pinpoint.export.Situations;
import com.hackajob.pinpoint.export.Times;
import com.hackajob.pinpoint.export.VerifyApplication;
import com.hackajob.pinpoint.export.Worker;
import com.hackajob.pinpoint.mapping.FollowJob;
import com.hackajob.pinpoint.mapping.FollowJobs;
import com.hackajob.pinpoint.mapping.Mappings;
import com.hackajob.pinpoint.mapping.PreviewMapping;
import com.hackajob.pinpoint.updates.DeliverUpdate;
import com.hackajob.pinpoint.updates.Outbox;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** As {@link Wiring}, for the export. */
final class ExportWiring {

    @Produces
    @Singleton
    Times times(
            @ConfigProperty(name = "lease", defaultValue = "210s") Duration lease,
            @ConfigProperty(name = "function.timeout", defaultValue = "180s") Duration functionTimeout,
            @ConfigProperty(name = "settling.time", defaultValue = "120s") Duration settling) {
        return new Times(lease, functionTimeout, settling);
    }

    @Produces
    @Singleton
    PrepareSubmission prepareSubmission(
            Candidates candidates, RemoteFiles files, CvTypes types, ProfileDocuments profiles) {
        return new PrepareSubmission(candidates, files, types, profiles);
    }

    @Produces
    @Singleton
    PlaceApplication placeApplication(
            PinpointApplications applications, Ledger ledger, Times times, InstantSource clock) {
        return new PlaceApplication(applications, ledger, times, clock);
    }

    @Produces
    @Singleton
    ReadFilesBack readFilesBack(PinpointApplications applications, RemoteFiles files, InstantSource clock) {
        return new ReadFilesBack(applications, files, clock);
    }

    @Produces
    @Singleton
    VerifyApplication verifyApplication(PinpointApplications applications, ReadFilesBack files, RecordResult results) {
        return new VerifyApplication(applications, files, results);
    }

    @Produces
    @Singleton
    RecordResult recordResult(
            Ledger ledger, DeliverUpdate delivery, Times times, RandomGenerator random, InstantSource clock) {
        return new RecordResult(ledger, delivery, times, random, clock);
    }

    @Produces
    @Singleton
    FindRemains findRemains(Situations situations, PinpointApplications applications, RecordResult results) {
        return new FindRemains(situations, applications, results);
    }

    @Produces
    @Singleton
    ExportCandidate exportCandidate(
            Ledger ledger,
            Situations situations,
            PrepareSubmission preparation,
            PlaceApplication placement,
            VerifyApplication verification,
            RecordResult results,
            FindRemains remains,
            CheckConnection check,
            FollowJob followJob,
            Times times,
            InstantSource clock) {
        return new ExportCandidate(
                ledger,
                situations,
                preparation,
                placement,
                verification,
                results,
                remains,
                check,
                followJob,
                times,
                clock);
    }

    @Produces
    @Singleton
    ExportDueWork exportDueWork(Ledger ledger, ExportCandidate exportCandidate, Worker worker, InstantSource clock) {
        return new ExportDueWork(ledger, exportCandidate, worker, clock);
    }

    @Produces
    @Singleton
    MaintainConnection maintainConnection(
            CheckConnection check,
            EndConnection end,
            Connections connections,
            FollowJobs followJobs,
            Ledger ledger,
            InstantSource clock) {
        return new MaintainConnection(check, end, new KeepUp(connections, clock), followJobs, ledger, clock);
    }

    @Produces
    @Singleton
    ReplayExport replayExport(Ledger ledger, AuditLog audit, Auditor auditor, Times times, InstantSource clock) {
        return new ReplayExport(ledger, audit, auditor, times, clock);
    }

    @Produces
    @Singleton
    EraseCandidate eraseCandidate(
            Ledger ledger, Outbox outbox, DeliverUpdate delivery, Times times, InstantSource clock) {
        return new EraseCandidate(ledger, outbox, delivery, times, clock);
    }

    @Produces
    @Singleton
    BackfillJob backfillJob(
            Ledger ledger,
            Mappings mappings,
            PreviewMapping previewMapping,
            AuditLog audit,
            Auditor auditor,
            InstantSource clock) {
        return new BackfillJob(ledger, mappings, previewMapping, audit, auditor, clock);
    }

    @Produces
    @Singleton
    Reconcile reconcile(
            DueCompanies dueCompanies,
            Connections connections,
            Worker worker,
            Outbox outbox,
            DeliverUpdate delivery,
            InstantSource clock) {
        return new Reconcile(dueCompanies, connections, worker, outbox, delivery, clock);
    }
}
