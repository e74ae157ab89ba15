package com.hackajob.pinpoint.export;

import static com.hackajob.pinpoint.export.ExportFixtures.CV;
import static com.hackajob.pinpoint.export.ExportFixtures.CV_ADDRESS;
import static com.hackajob.pinpoint.export.ExportFixtures.KEY;
import static com.hackajob.pinpoint.export.ExportFixtures.TIMES;
import static com.hackajob.pinpoint.export.ExportFixtures.aCandidate;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.Content;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.SettableClock;
import com.hackajob.pinpoint.SideEffects;
import com.hackajob.pinpoint.audit.Auditor;
import com.hackajob.pinpoint.audit.InMemoryAuditLog;
import com.hackajob.pinpoint.connection.CheckConnection;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.connection.ConnectionFixtures;
import com.hackajob.pinpoint.connection.CurrentCredential;
import com.hackajob.pinpoint.connection.EndConnection;
import com.hackajob.pinpoint.connection.FakeCredentials;
import com.hackajob.pinpoint.connection.FakeOAuthServer;
import com.hackajob.pinpoint.connection.FakePinpointAccounts;
import com.hackajob.pinpoint.connection.InMemoryConnectSessions;
import com.hackajob.pinpoint.connection.InMemoryConnections;
import com.hackajob.pinpoint.connection.InMemorySecretLeases;
import com.hackajob.pinpoint.connection.KeepUp;
import com.hackajob.pinpoint.connection.RecordHealth;
import com.hackajob.pinpoint.connection.RefreshCredential;
import com.hackajob.pinpoint.export.CvTypes.CvType;
import com.hackajob.pinpoint.export.Worker.Round;
import com.hackajob.pinpoint.mapping.FakePinpointJobs;
import com.hackajob.pinpoint.mapping.FollowJob;
import com.hackajob.pinpoint.mapping.FollowJobs;
import com.hackajob.pinpoint.mapping.InMemoryMappings;
import com.hackajob.pinpoint.mapping.Mapping;
import com.hackajob.pinpoint.mapping.MappingFixtures;
import com.hackajob.pinpoint.updates.DeliverUpdate;
import com.hackajob.pinpoint.updates.FakeUpdateChannel;
import com.hackajob.pinpoint.updates.InMemoryOutbox;
import com.hackajob.pinpoint.updates.Update;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** The export with everything around it in memory. Waiting times have no jitter here. */
final class ExportWorld {

    private static final RandomGenerator NO_JITTER = () -> 0;

    final SettableClock clock = new SettableClock();
    final InMemoryOutbox outbox = new InMemoryOutbox();
    final InMemoryLedger ledger = new InMemoryLedger(outbox);
    final FakeCandidates candidates = new FakeCandidates();
    final FakeRemoteFiles files = new FakeRemoteFiles();
    final FakeProfileDocuments profiles = new FakeProfileDocuments();
    final FakePinpointApplications pinpoint = new FakePinpointApplications(files, clock);
    final FakeUpdateChannel updates = new FakeUpdateChannel();
    final FakeWorker worker = new FakeWorker();
    final ExportCandidate exportCandidate;
    final ExportDueWork exportDueWork;
    final MaintainConnection maintainConnection;
    final Reconcile reconcile;
    final FakeCredentials credentials = new FakeCredentials().keep(ConnectionFixtures.anApiKey());

    final FakePinpointAccounts accounts = new FakePinpointAccounts();
    final InMemoryConnections connections = new InMemoryConnections(
            new InMemoryConnectSessions(), new InMemorySecretLeases(), new InMemoryAuditLog(), outbox);

    final FakePinpointJobs pinpointJobs = new FakePinpointJobs();
    final InMemoryAuditLog audit = new InMemoryAuditLog();

    final InMemoryMappings mappings = new InMemoryMappings(audit, outbox);

    /** A candidate with a CV; neither connected nor mapped. */
    ExportWorld() {
        this(new SideEffects());
    }

    ExportWorld(SideEffects effects) {
        candidates.put(KEY, aCandidate());
        files.put(CV_ADDRESS, CV.content());
        pinpointJobs.open(MappingFixtures.aPinpointJob());
        var mortalLedger = new Mortal.MortalLedger(ledger, effects);
        var applications = new Mortal.MortalApplications(pinpoint, effects);
        var mortalOutbox = new Mortal.MortalOutbox(outbox, effects);
        var delivery = new DeliverUpdate(new Mortal.MortalUpdateChannel(updates, effects), mortalOutbox);
        var check = checkConnection();
        var followJob =
                new FollowJob(pinpointJobs, mappings, new Auditor(NO_JITTER, clock), new SplittableRandom(11), clock);
        var situations = new InMemorySituations(connections, mappings);
        var results = new RecordResult(mortalLedger, delivery, TIMES, NO_JITTER, clock);
        exportCandidate = new ExportCandidate(
                mortalLedger,
                situations,
                new PrepareSubmission(candidates, files, ExportWorld::typeOf, profiles),
                new PlaceApplication(applications, mortalLedger, TIMES, clock),
                new VerifyApplication(applications, new ReadFilesBack(applications, files, clock), results),
                results,
                new FindRemains(situations, applications, results),
                check,
                followJob,
                TIMES,
                clock);
        exportDueWork = new ExportDueWork(mortalLedger, exportCandidate, worker, clock);
        maintainConnection = new MaintainConnection(
                check,
                new EndConnection(connections, credentials, new Auditor(NO_JITTER, clock), clock),
                new KeepUp(connections, clock),
                new FollowJobs(pinpointJobs, mappings, followJob),
                mortalLedger,
                clock);
        reconcile = new Reconcile(new InMemoryDueCompanies(ledger), connections, worker, mortalOutbox, delivery, clock);
    }

    private CheckConnection checkConnection() {
        var health = new RecordHealth(connections, new Auditor(NO_JITTER, clock), clock);
        var refresh = new RefreshCredential(
                new FakeOAuthServer(), credentials, connections, new InMemorySecretLeases(), health, _ -> {}, clock);
        var current = new CurrentCredential(credentials, refresh, clock);
        return new CheckConnection(connections, accounts, credentials, current, health);
    }

    /** Connected and mapped as well. */
    static ExportWorld ready() {
        return ready(new SideEffects());
    }

    static ExportWorld ready(SideEffects effects) {
        var world = new ExportWorld(effects);
        world.connect(ConnectionFixtures.aConnection());
        world.map(MappingFixtures.aMapping());
        return world;
    }

    void connect(Connection connection) {
        connections.put(connection);
    }

    /** And Pinpoint has the job as it was mapped. */
    void map(Mapping mapping) {
        mappings.put(mapping);
        pinpointJobs.open(mapping.pinpointJob());
    }

    /** The first round of this minute. */
    List<ExportOutcome> runDue(CompanyId company, Instant startBefore) {
        return List.copyOf(exportDueWork
                .run(Round.first(company, clock.instant()), startBefore)
                .values());
    }

    Mapping mapping() {
        return mappings.find(KEY.company(), KEY.job()).orElseThrow();
    }

    /** Pinpoint lets us in no more. */
    void deny(ErrorCode code) {
        pinpoint.deny(code);
        accounts.refuse(code);
    }

    /** Pinpoint lets us in again, and the connection is looked after. */
    void allow() {
        pinpoint.allow();
        accounts.accept();
        maintainConnection.maintain(KEY.company());
    }

    ExportOutcome export() {
        return exportCandidate.export(KEY);
    }

    ExportOutcome exportAfter(Duration time) {
        clock.pass(time);
        return export();
    }

    ExportState state() {
        return ledger.find(KEY).orElseThrow().state();
    }

    /** What is in the outbox, however young. */
    List<Update> pending() {
        return outbox.pending(clock.instant());
    }

    /** Another worker takes the export up, if it may. */
    void takeOver() {
        ledger.claim(KEY, clock.instant(), TIMES.lease());
    }

    private static CvType typeOf(Content content) {
        return switch (start(content)) {
            case "%P" -> new CvType.Known("application/pdf");
            case "PK" -> new CvType.Unsafe();
            default -> new CvType.Unknown();
        };
    }

    private static String start(Content content) {
        try (InputStream in = content.open()) {
            return new String(in.readNBytes(2), StandardCharsets.UTF_8);
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
