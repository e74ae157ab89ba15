package com.hackajob.pinpoint.stagesync;

import static com.hackajob.pinpoint.export.ExportFixtures.KEY;
import static com.hackajob.pinpoint.export.ExportFixtures.TIMES;

import com.hackajob.pinpoint.SettableClock;
import com.hackajob.pinpoint.SideEffects;
import com.hackajob.pinpoint.audit.Auditor;
import com.hackajob.pinpoint.audit.InMemoryAuditLog;
import com.hackajob.pinpoint.connection.CheckConnection;
import com.hackajob.pinpoint.connection.ConnectionFixtures;
import com.hackajob.pinpoint.connection.CurrentCredential;
import com.hackajob.pinpoint.connection.FakeCredentials;
import com.hackajob.pinpoint.connection.FakeOAuthServer;
import com.hackajob.pinpoint.connection.FakePinpointAccounts;
import com.hackajob.pinpoint.connection.InMemoryConnectSessions;
import com.hackajob.pinpoint.connection.InMemoryConnections;
import com.hackajob.pinpoint.connection.InMemorySecretLeases;
import com.hackajob.pinpoint.connection.NoticeSilence;
import com.hackajob.pinpoint.connection.RecordHealth;
import com.hackajob.pinpoint.connection.RefreshCredential;
import com.hackajob.pinpoint.export.ApplicationId;
import com.hackajob.pinpoint.export.ExportFixtures;
import com.hackajob.pinpoint.export.ExportKey;
import com.hackajob.pinpoint.export.ExportState;
import com.hackajob.pinpoint.export.InMemoryLedger;
import com.hackajob.pinpoint.export.Ledger;
import com.hackajob.pinpoint.export.Ledger.Claim;
import com.hackajob.pinpoint.export.Placed;
import com.hackajob.pinpoint.export.Receipt;
import com.hackajob.pinpoint.export.Receipt.Origin;
import com.hackajob.pinpoint.export.Reference;
import com.hackajob.pinpoint.export.Source;
import com.hackajob.pinpoint.mapping.FakePinpointJobs;
import com.hackajob.pinpoint.mapping.FollowJob;
import com.hackajob.pinpoint.mapping.InMemoryMappings;
import com.hackajob.pinpoint.mapping.Mapping;
import com.hackajob.pinpoint.mapping.MappingFixtures;
import com.hackajob.pinpoint.mapping.PinpointStageId;
import com.hackajob.pinpoint.stagesync.PinpointStages.Seen;
import com.hackajob.pinpoint.updates.DeliverUpdate;
import com.hackajob.pinpoint.updates.FakeUpdateChannel;
import com.hackajob.pinpoint.updates.InMemoryOutbox;
import com.hackajob.pinpoint.updates.Update;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Following stages with everything around it in memory. Waiting times have no jitter here. */
final class StageWorld {

    static final ApplicationId APPLICATION = new ApplicationId("9001");
    static final Source SOURCE = new Source("job_board", "hackajob");

    private static final RandomGenerator NO_JITTER = () -> 0;

    final SettableClock clock = new SettableClock();
    final InMemoryOutbox outbox = new InMemoryOutbox();
    final InMemoryLedger ledger = new InMemoryLedger(outbox);
    final InMemoryAuditLog audit = new InMemoryAuditLog();
    final InMemoryMappings mappings = new InMemoryMappings(audit, outbox);
    final InMemoryConnections connections =
            new InMemoryConnections(new InMemoryConnectSessions(), new InMemorySecretLeases(), audit, outbox);
    final InMemoryTracks tracks = new InMemoryTracks(connections, mappings, ledger, outbox);
    final FakePinpointStages pinpoint = new FakePinpointStages(clock);
    final FakePinpointJobs pinpointJobs = new FakePinpointJobs();
    final FakePinpointAccounts accounts = new FakePinpointAccounts();
    final FakeUpdateChannel updates = new FakeUpdateChannel();
    final FollowStages followStages;
    final FollowDue followDue;
    final FollowHint followHint;
    final InMemoryPolls polls = new InMemoryPolls();
    final PollPinpoint pollPinpoint;
    final SearchApplication searchApplication;

    private StageWorld(SideEffects effects) {
        var delivery = new DeliverUpdate(updates, outbox);
        var mortalTracks = new Mortal.MortalTracks(tracks, effects);
        followStages = new FollowStages(
                mortalTracks,
                new Mortal.MortalStages(pinpoint, effects),
                new FollowJob(pinpointJobs, mappings, new Auditor(NO_JITTER, clock), new SplittableRandom(11), clock),
                checkConnection(),
                delivery,
                new Delays(TIMES, NO_JITTER, clock),
                clock);
        followDue = new FollowDue(mortalTracks, followStages, clock);
        followHint = new FollowHint(connections, ledger, followStages);
        searchApplication = new SearchApplication(tracks, clock);
        pollPinpoint = new PollPinpoint(
                connections,
                polls,
                pinpoint,
                ledger,
                followStages,
                outbox,
                new NoticeSilence(connections, clock),
                checkConnection(),
                clock);
    }

    private CheckConnection checkConnection() {
        var credentials = new FakeCredentials().keep(ConnectionFixtures.anApiKey());
        var health = new RecordHealth(connections, new Auditor(NO_JITTER, clock), clock);
        var refresh = new RefreshCredential(
                new FakeOAuthServer(), credentials, connections, new InMemorySecretLeases(), health, _ -> {}, clock);
        return new CheckConnection(
                connections, accounts, credentials, new CurrentCredential(credentials, refresh, clock), health);
    }

    static StageWorld empty() {
        return new StageWorld(new SideEffects());
    }

    /** Connected and mapped, nobody exported. */
    static StageWorld ready(SideEffects effects) {
        var world = new StageWorld(effects);
        world.connections.put(ConnectionFixtures.aConnection());
        world.map(StageFixtures.aMapping());
        return world;
    }

    /** And the candidate is in Pinpoint, by us, in the stage of the acceptance. */
    static StageWorld exported() {
        return exported(new SideEffects());
    }

    static StageWorld exported(SideEffects effects) {
        var world = ready(effects);
        world.export(KEY, Origin.CREATED, StageFixtures.P_SCREENING, Optional.of(KEY.reference()));
        return world;
    }

    void map(Mapping mapping) {
        mappings.put(mapping);
        pinpointJobs.open(mapping.pinpointJob());
    }

    /** The candidate is in Pinpoint, and the export is proved. */
    void export(ExportKey key, Origin origin, PinpointStageId stage, Optional<Reference> reference) {
        pinpoint.hold(new Seen(APPLICATION, MappingFixtures.PINPOINT_JOB, stage, reference, SOURCE, clock.instant()));
        prove(key, origin, stage, reference);
    }

    /** One of many, each with an application of their own. */
    void exportAnother(int number, PinpointStageId stage) {
        ExportKey key = ExportFixtures.aKey("another-" + number);
        pinpoint.hold(new Seen(
                another(number),
                MappingFixtures.PINPOINT_JOB,
                stage,
                Optional.of(key.reference()),
                SOURCE,
                clock.instant()));
        prove(key, another(number), Origin.CREATED, stage, Optional.of(key.reference()));
    }

    static ApplicationId another(int number) {
        return new ApplicationId(Integer.toString(20_000 + number));
    }

    void prove(ExportKey key, Origin origin, PinpointStageId stage, Optional<Reference> reference) {
        prove(key, APPLICATION, origin, stage, reference);
    }

    void prove(
            ExportKey key,
            ApplicationId application,
            Origin origin,
            PinpointStageId stage,
            Optional<Reference> reference) {
        var claim = (Claim.Granted) ledger.claim(key, clock.instant(), TIMES.lease());
        if (origin == Origin.CREATED) {
            var place = new Ledger.Place(1, MappingFixtures.PINPOINT_JOB, clock.instant());
            ledger.begin(claim, place, new ExportState.Submitting(clock.instant()), clock.instant());
        }
        var receipt = new Receipt(
                new Placed(application, origin, 1),
                URI.create("https://acme.example.com/applications/9001"),
                reference,
                MappingFixtures.PINPOINT_JOB,
                new Receipt.Stage(stage, "Stage"),
                SOURCE,
                List.of(),
                List.of(),
                false,
                clock.instant());
        ledger.record(claim, new ExportState.Verified(receipt, clock.instant()), Optional.empty(), clock.instant());
    }

    Track track() {
        return tracks.read(KEY).track();
    }

    PinpointStageId place() {
        return pinpoint.place(APPLICATION);
    }

    void userMoves(PinpointStageId stage) {
        pinpoint.userMoves(APPLICATION, stage);
    }

    /** The stages that hackajob was asked to move the candidate to. */
    List<Update.StageMove> asked() {
        return updates.sent().stream()
                .flatMap(update -> update.detail().stream())
                .filter(Update.StageMove.class::isInstance)
                .map(Update.StageMove.class::cast)
                .toList();
    }
}
