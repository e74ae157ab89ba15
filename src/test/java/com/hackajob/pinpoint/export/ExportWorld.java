package com.hackajob.pinpoint.export;

import static com.hackajob.pinpoint.export.ExportFixtures.CV;
import static com.hackajob.pinpoint.export.ExportFixtures.CV_ADDRESS;
import static com.hackajob.pinpoint.export.ExportFixtures.KEY;
import static com.hackajob.pinpoint.export.ExportFixtures.TIMES;
import static com.hackajob.pinpoint.export.ExportFixtures.aCandidate;

import com.hackajob.pinpoint.Bytes;
import com.hackajob.pinpoint.SettableClock;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.connection.ConnectionFixtures;
import com.hackajob.pinpoint.connection.InMemoryConnectSessions;
import com.hackajob.pinpoint.connection.InMemoryConnections;
import com.hackajob.pinpoint.mapping.InMemoryMappings;
import com.hackajob.pinpoint.mapping.Mapping;
import com.hackajob.pinpoint.mapping.MappingFixtures;
import com.hackajob.pinpoint.updates.DeliverUpdate;
import com.hackajob.pinpoint.updates.FakeUpdateChannel;
import com.hackajob.pinpoint.updates.InMemoryOutbox;
import com.hackajob.pinpoint.updates.Update;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
    final Reconcile reconcile;

    private final InMemoryConnections connections = new InMemoryConnections(new InMemoryConnectSessions());
    private final InMemoryMappings mappings = new InMemoryMappings();

    /** A candidate with a CV; neither connected nor mapped. */
    ExportWorld() {
        this(new SideEffects());
    }

    ExportWorld(SideEffects effects) {
        candidates.put(KEY, aCandidate());
        files.put(CV_ADDRESS, CV.content());
        var mortalLedger = new Mortal.MortalLedger(ledger, effects);
        var applications = new Mortal.MortalApplications(pinpoint, effects);
        var mortalOutbox = new Mortal.MortalOutbox(outbox, effects);
        var delivery = new DeliverUpdate(new Mortal.MortalUpdateChannel(updates, effects), mortalOutbox);
        exportCandidate = new ExportCandidate(
                mortalLedger,
                new InMemorySituations(connections, mappings),
                new PrepareSubmission(candidates, files, ExportWorld::mediaType, profiles),
                new PlaceApplication(applications, mortalLedger, TIMES, clock),
                new VerifyApplication(applications, files),
                new RecordResult(mortalLedger, delivery, TIMES, NO_JITTER, clock),
                TIMES,
                clock);
        exportDueWork = new ExportDueWork(mortalLedger, exportCandidate, clock);
        reconcile = new Reconcile(new InMemoryDueCompanies(ledger), worker, mortalOutbox, delivery, clock);
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

    void map(Mapping mapping) {
        mappings.put(mapping);
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

    private static Optional<String> mediaType(Bytes content) {
        return new String(content.array(), StandardCharsets.UTF_8).startsWith("%PDF")
                ? Optional.of("application/pdf")
                : Optional.empty();
    }
}
