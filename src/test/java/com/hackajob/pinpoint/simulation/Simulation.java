package com.hackajob.pinpoint.simulation;

import com.hackajob.pinpoint.Bytes;
import com.hackajob.pinpoint.CandidateId;
import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.Content;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.UserId;
import com.hackajob.pinpoint.audit.AuditLog;
import com.hackajob.pinpoint.audit.Auditor;
import com.hackajob.pinpoint.audit.InMemoryAuditLog;
import com.hackajob.pinpoint.connection.Caller;
import com.hackajob.pinpoint.connection.CheckConnection;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.connection.ConnectionFixtures;
import com.hackajob.pinpoint.connection.ConnectionId;
import com.hackajob.pinpoint.connection.Connections;
import com.hackajob.pinpoint.connection.Credential;
import com.hackajob.pinpoint.connection.Credentials;
import com.hackajob.pinpoint.connection.Credentials.SecretVersion;
import com.hackajob.pinpoint.connection.CurrentCredential;
import com.hackajob.pinpoint.connection.EndConnection;
import com.hackajob.pinpoint.connection.FakeCredentials;
import com.hackajob.pinpoint.connection.FakeOAuthServer;
import com.hackajob.pinpoint.connection.InMemoryConnectSessions;
import com.hackajob.pinpoint.connection.InMemoryConnections;
import com.hackajob.pinpoint.connection.InMemorySecretLeases;
import com.hackajob.pinpoint.connection.KeepUp;
import com.hackajob.pinpoint.connection.Link;
import com.hackajob.pinpoint.connection.NoticeSilence;
import com.hackajob.pinpoint.connection.PinpointAccounts;
import com.hackajob.pinpoint.connection.RecordHealth;
import com.hackajob.pinpoint.connection.RefreshCredential;
import com.hackajob.pinpoint.connection.Secret;
import com.hackajob.pinpoint.connection.Settings;
import com.hackajob.pinpoint.connection.Status;
import com.hackajob.pinpoint.connection.Subdomain;
import com.hackajob.pinpoint.connection.Upkeep;
import com.hackajob.pinpoint.connection.Webhook;
import com.hackajob.pinpoint.export.BackfillJob;
import com.hackajob.pinpoint.export.Candidate;
import com.hackajob.pinpoint.export.Candidates;
import com.hackajob.pinpoint.export.CvReference;
import com.hackajob.pinpoint.export.CvTypes.CvType;
import com.hackajob.pinpoint.export.Document;
import com.hackajob.pinpoint.export.DueCompanies;
import com.hackajob.pinpoint.export.EraseCandidate;
import com.hackajob.pinpoint.export.Export;
import com.hackajob.pinpoint.export.ExportCandidate;
import com.hackajob.pinpoint.export.ExportDueWork;
import com.hackajob.pinpoint.export.ExportFixtures;
import com.hackajob.pinpoint.export.ExportKey;
import com.hackajob.pinpoint.export.ExportState;
import com.hackajob.pinpoint.export.FindRemains;
import com.hackajob.pinpoint.export.InMemoryDueCompanies;
import com.hackajob.pinpoint.export.InMemoryLedger;
import com.hackajob.pinpoint.export.InMemorySituations;
import com.hackajob.pinpoint.export.Ledger;
import com.hackajob.pinpoint.export.MaintainConnection;
import com.hackajob.pinpoint.export.Person;
import com.hackajob.pinpoint.export.PinpointApplications;
import com.hackajob.pinpoint.export.PlaceApplication;
import com.hackajob.pinpoint.export.PrepareSubmission;
import com.hackajob.pinpoint.export.ProfileDocuments;
import com.hackajob.pinpoint.export.ProfileDocuments.ProfileDocument;
import com.hackajob.pinpoint.export.ReadFilesBack;
import com.hackajob.pinpoint.export.Reconcile;
import com.hackajob.pinpoint.export.RecordResult;
import com.hackajob.pinpoint.export.RemoteFiles;
import com.hackajob.pinpoint.export.ReplayExport;
import com.hackajob.pinpoint.export.Situations;
import com.hackajob.pinpoint.export.Submission;
import com.hackajob.pinpoint.export.VerifyApplication;
import com.hackajob.pinpoint.export.Worker;
import com.hackajob.pinpoint.export.Worker.Round;
import com.hackajob.pinpoint.mapping.FakeHackajobJobs;
import com.hackajob.pinpoint.mapping.FakePinpointJobs;
import com.hackajob.pinpoint.mapping.FollowJob;
import com.hackajob.pinpoint.mapping.FollowJobs;
import com.hackajob.pinpoint.mapping.InMemoryMappings;
import com.hackajob.pinpoint.mapping.Mapping;
import com.hackajob.pinpoint.mapping.MappingFixtures;
import com.hackajob.pinpoint.mapping.MappingSettings;
import com.hackajob.pinpoint.mapping.Mappings;
import com.hackajob.pinpoint.mapping.PinpointJob;
import com.hackajob.pinpoint.mapping.PinpointJobId;
import com.hackajob.pinpoint.mapping.PinpointJobs;
import com.hackajob.pinpoint.mapping.PinpointStage;
import com.hackajob.pinpoint.mapping.PinpointStageId;
import com.hackajob.pinpoint.mapping.PreviewMapping;
import com.hackajob.pinpoint.mapping.Snapshot;
import com.hackajob.pinpoint.simulation.History.InForce;
import com.hackajob.pinpoint.simulation.Timeline.Process;
import com.hackajob.pinpoint.stagesync.Delays;
import com.hackajob.pinpoint.stagesync.FollowStages;
import com.hackajob.pinpoint.stagesync.InMemoryPolls;
import com.hackajob.pinpoint.stagesync.InMemoryTracks;
import com.hackajob.pinpoint.stagesync.PinpointStages;
import com.hackajob.pinpoint.stagesync.PollPinpoint;
import com.hackajob.pinpoint.updates.DeliverUpdate;
import com.hackajob.pinpoint.updates.InMemoryOutbox;
import com.hackajob.pinpoint.updates.Outbox;
import com.hackajob.pinpoint.updates.Update;
import com.hackajob.pinpoint.updates.UpdateChannel;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** One run: companies, candidates who accept, workers, the schedule, and a plan of what goes wrong. */
final class Simulation implements Boundaries.Events {

    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final long HORIZON = Duration.ofDays(3).toMillis();
    private static final long LATE_DELIVERY = Duration.ofDays(20).toMillis();
    /** A little more than a day, so that a sweep is due by whichever clock. */
    private static final long UNTIL_NIGHT = Duration.ofHours(25).toMillis();

    private static final long LOCKED_OUT = Duration.ofMinutes(40).toMillis();
    private static final long HIDDEN_FOR = Duration.ofMinutes(12).toMillis();
    private static final long AWAY = Duration.ofMinutes(20).toMillis();
    /** Two clocks, each off by 2 s, and a call's way. */
    private static final long TOLERANCE = Duration.ofSeconds(10).toMillis();

    /** Whose CV can't be read until then. */
    private static final String FLAWED = "ivy";

    private static final long MENDED = Duration.ofMinutes(3).toMillis();

    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private final Plan plan;
    private final Timeline timeline = new Timeline();
    private final InstantSource clock = () -> START.plusMillis(
            timeline.now() + timeline.current().map(Process::skew).orElse(0L));
    private final SplittableRandom latencies;
    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private final InMemoryLedger ledger = new InMemoryLedger(outbox);
    private final InMemoryAuditLog audit = new InMemoryAuditLog();
    private final InMemoryMappings mappings = new InMemoryMappings(audit, outbox);
    private final InMemorySecretLeases leases = new InMemorySecretLeases();
    private final InMemoryConnections connections =
            new InMemoryConnections(new InMemoryConnectSessions(), leases, audit, outbox);
    private final Map<CompanyId, FakeCredentials> secrets = new LinkedHashMap<>();
    private final FakePinpointJobs pinpointJobs = new FakePinpointJobs();
    private final PinpointModel pinpoint;
    private final Map<ExportKey, Candidate> candidates = new HashMap<>();
    private final Boundaries boundaries;
    private final EventQueue queue;
    private final EndConnection endedByEmployer;
    private final ExportCandidate exportCandidate;
    private final ExportDueWork exportDueWork;
    private final MaintainConnection maintainConnection;
    private final Reconcile reconcile;
    private final EraseCandidate eraseCandidate;
    private final Employer employer;
    private final Night night;

    private final List<History.Accepted> accepted = new ArrayList<>();
    private final List<ExportKey> sent = new ArrayList<>();
    private final List<InForce> inForce = new ArrayList<>();
    private final List<History.Told> told = new ArrayList<>();
    private final List<History.Trouble> troubles = new ArrayList<>();
    private final List<History.Erasure> erasures = new ArrayList<>();
    private final Map<Process, Long> submitting = new HashMap<>();
    private final Set<String> underWay = new HashSet<>();
    private int expected;
    private int workers;
    private int deliveries;
    private int edits;
    private final Set<String> beyondS = new HashSet<>();

    private Simulation(Plan plan, Bug bug) {
        this.plan = plan;
        latencies = new SplittableRandom(plan.seed());
        pinpoint = new PinpointModel(timeline::now, plan.manners());
        boundaries = new Boundaries(timeline, plan.faults(), () -> latencies.nextLong(plan.latency() + 1), bug, this);
        queue = new EventQueue(timeline, this::worker, bug.acknowledgesFirst());
        var random = new SplittableRandom(plan.seed() + 1);
        var auditor = new Auditor(random, clock);
        endedByEmployer = new EndConnection(connections, credentials(), auditor, clock);

        var theLedger = boundaries.around(Ledger.class, ledger);
        var theConnections = boundaries.around(Connections.class, connections);
        var theMappings = boundaries.around(Mappings.class, mappings);
        var theCredentials = boundaries.around(Credentials.class, credentials());
        var theJobs = boundaries.around(PinpointJobs.class, pinpointJobs);
        var applications = boundaries.around(PinpointApplications.class, pinpoint);
        var files = boundaries.around(RemoteFiles.class, new Files());
        var theOutbox = boundaries.around(Outbox.class, outbox);
        var delivery = new DeliverUpdate(boundaries.around(UpdateChannel.class, this::hear), theOutbox);
        var check = check(theConnections, boundaries.around(PinpointAccounts.class, pinpoint), theCredentials, auditor);
        var followJob = new FollowJob(theJobs, theMappings, auditor, random, clock);
        var situations = boundaries.around(Situations.class, new InMemorySituations(connections, mappings));
        var results = new RecordResult(theLedger, delivery, Bug.TIMES, random, clock);
        exportCandidate = new ExportCandidate(
                theLedger,
                situations,
                new PrepareSubmission(
                        boundaries.around(Candidates.class, this::candidate),
                        files,
                        this::typeOf,
                        boundaries.around(ProfileDocuments.class, Simulation::profile)),
                new PlaceApplication(applications, theLedger, Bug.TIMES, clock),
                new VerifyApplication(applications, new ReadFilesBack(applications, files, clock), results),
                results,
                new FindRemains(situations, applications, results),
                check,
                followJob,
                Bug.TIMES,
                clock);
        var theWorker = boundaries.around(Worker.class, new Waker());
        exportDueWork = new ExportDueWork(theLedger, exportCandidate, theWorker, clock);
        maintainConnection = new MaintainConnection(
                check,
                new EndConnection(theConnections, theCredentials, auditor, clock),
                new KeepUp(theConnections, clock),
                new FollowJobs(theJobs, theMappings, followJob),
                theLedger,
                clock);
        reconcile = new Reconcile(
                boundaries.around(DueCompanies.class, new InMemoryDueCompanies(ledger)),
                theConnections,
                theWorker,
                theOutbox,
                delivery,
                clock);
        eraseCandidate = new EraseCandidate(theLedger, theOutbox, delivery, Bug.TIMES, clock);
        var theAudit = boundaries.around(AuditLog.class, audit);
        var preview = new PreviewMapping(theConnections, theMappings, new FakeHackajobJobs(), theJobs);
        employer = new Employer(
                timeline,
                ledger,
                new ReplayExport(theLedger, theAudit, auditor, Bug.TIMES, clock),
                new BackfillJob(theLedger, theMappings, preview, theAudit, auditor, clock),
                (company, work) -> timeline.start(process(company, work)),
                this::isErased);
        night = night(auditor, random);
    }

    private CheckConnection check(
            Connections theConnections, PinpointAccounts accounts, Credentials theCredentials, Auditor auditor) {
        var health = new RecordHealth(theConnections, auditor, clock);
        var refresh = new RefreshCredential(
                new FakeOAuthServer(), theCredentials, theConnections, leases, health, _ -> {}, clock);
        var current = new CurrentCredential(theCredentials, refresh, clock);
        return new CheckConnection(theConnections, accounts, theCredentials, current, health);
    }

    private Night night(Auditor auditor, RandomGenerator random) {
        var check = check(connections, pinpoint, credentials(), auditor);
        var theLedger = boundaries.calmlyAround(Ledger.class, ledger);
        var stages = boundaries.calmlyAround(
                PinpointStages.class, pinpoint.stages(time -> START.plusMillis(time + plan.skewOfPinpoint())));
        var followStages = new FollowStages(
                new InMemoryTracks(connections, mappings, theLedger, outbox),
                stages,
                new FollowJob(pinpointJobs, mappings, auditor, random, clock),
                check,
                new DeliverUpdate(this::hear, outbox),
                new Delays(Bug.TIMES, random, clock),
                clock);
        var poll = new PollPinpoint(
                connections,
                new InMemoryPolls(),
                stages,
                theLedger,
                followStages,
                outbox,
                new NoticeSilence(connections, clock),
                check,
                clock);
        return new Night(check, poll);
    }

    /** @param calls the names of all calls of all ports, in order */
    record Run(History history, List<String> calls) {}

    static Run run(Plan plan) {
        return run(plan, Bug.NONE);
    }

    static Run run(Plan plan, Bug bug) {
        var simulation = new Simulation(plan, bug);
        simulation.people();
        simulation.live();
        return new Run(simulation.history(), List.copyOf(simulation.boundaries.passed()));
    }

    // Who there is

    private void people() {
        for (String job : List.of("700", "710", "720")) {
            pinpointJobs.open(pinpointJob(job));
        }
        company("acme", 1);
        company("beta", 1);
        map("acme", "job-1", "700");
        map("beta", "job-1", "700");
        switch (plan.cast()) {
            case FEW -> few();
            case MANY -> many();
            case STORIES -> stories();
        }
    }

    private void few() {
        map("acme", "job-2", "710");
        pinpoint.apply("acme", "710", "7101", email("cleo"));
        pinpoint.apply("acme", "710", "7101", email("ada"));
        accept(0, "acme", "job-1", "ada");
        accept(0, "beta", "job-1", "ada");
        accept(10_000, "acme", "job-2", "bob");
        accept(11_000, "acme", "job-2", "cleo");
        accept(5 * MINUTE + 5_000, "beta", "job-1", "dan");
        accept(20_000, "beta", "job-3", "eve");
    }

    private void many() {
        few();
        company("gamma", 1);
        map("gamma", "job-1", "720");
        map("gamma", "job-2", "720");
        accept(30_000, "gamma", "job-1", "fay");
        accept(31_000, "gamma", "job-1", "gus");
        accept(25 * MINUTE, "gamma", "job-2", "fay");
        accept(26 * MINUTE, "gamma", "job-1", "hal");
        accept(12 * MINUTE, "acme", "job-1", "bob");
    }

    private void stories() {
        map("acme", "job-2", "700");
        accept(0, "acme", "job-1", "ada");
        accept(500, "acme", "job-2", "ada");
        accept(0, "beta", "job-1", FLAWED);
        accept(10_000, "acme", "job-3", "jo");
        employer.replaysFrom(plan.shift() + MENDED, key("beta", "job-1", FLAWED));
        employer.backfillsFrom(
                plan.shift() + 6 * MINUTE, key("acme", "job-3", "jo"), () -> map("acme", "job-3", "710"));
    }

    private static ExportKey key(String company, String job, String name) {
        return new ExportKey(new CompanyId(company), new JobId(job), new CandidateId(name));
    }

    private CvType typeOf(Content cv) {
        boolean isFlawed =
                cv.sha256().equals(bytes("CV of " + FLAWED).sha256()) && timeline.now() < plan.shift() + MENDED;
        return isFlawed ? new CvType.Unknown() : new CvType.Known("application/pdf");
    }

    private void company(String name, int generation) {
        var company = new CompanyId(name);
        var link = new Link(
                new Subdomain(name),
                generation,
                Credential.Kind.API_KEY,
                new Credentials.SecretVersion("version-1"),
                ConnectionFixtures.PERMISSIONS,
                new UserId("user-1"),
                START);
        secrets.put(company, new FakeCredentials().keep(new Credential.ApiKey(new Subdomain(name), "key")));
        connections.put(new Connection(
                new ConnectionId(company, "nonce"),
                link,
                new Status.Active(),
                Settings.STANDARD,
                new Webhook(false, Optional.empty(), Optional.empty()),
                new Upkeep(Optional.of(START.plus(Duration.ofMinutes(5))), false, Instant.EPOCH, Optional.empty()),
                1));
    }

    /** The candidate goes to the job's second stage. */
    private void map(String company, String job, String pinpointJob) {
        PinpointStageId stage = new PinpointStageId(pinpointJob + "2");
        mappings.put(new Mapping(
                new CompanyId(company),
                new JobId(job),
                1,
                Snapshot.of(pinpointJob(pinpointJob), clock.instant()),
                List.of(new Mapping.StagePair(MappingFixtures.ACCEPTED, "Accepted", Optional.of(stage))),
                new MappingSettings(false, Optional.empty(), false),
                new UserId("user-1"),
                clock.instant(),
                new Mapping.Version("edit-" + edits++)));
        inForce.add(new InForce(company, job, pinpointJob, stage.value(), timeline.now(), Long.MAX_VALUE / 2));
    }

    private static PinpointJob pinpointJob(String id) {
        return new PinpointJob(
                new PinpointJobId(id),
                "Job " + id,
                "open",
                List.of(
                        new PinpointStage(new PinpointStageId(id + "1"), "Applied", "applied"),
                        new PinpointStage(new PinpointStageId(id + "2"), "Screening", "custom")),
                Set.of());
    }

    private void accept(long at, String company, String job, String name) {
        var key = key(company, job, name);
        var person = new Person("Jo", name, email(name), Optional.empty(), Optional.empty(), Optional.empty());
        var cv = new CvReference(URI.create("https://files.example.com/" + name), name + ".pdf", 10);
        candidates.put(
                key,
                new Candidate(
                        key.candidate(),
                        person,
                        ExportFixtures.aCandidate().profile(),
                        Optional.of(cv),
                        START.plusMillis(at + plan.skewOfHackajob())));
        accepted.add(new History.Accepted(
                company,
                company,
                job,
                name,
                email(name),
                List.of("CV of " + name, "profile of " + name),
                at + plan.shift(),
                name.equals(FLAWED)));
        expected++;
        timeline.at(at + plan.shift(), () -> {
            sent.add(key);
            deliver(key);
        });
    }

    private static String email(String name) {
        return name + "@example.com";
    }

    private static ProfileDocument profile(Candidate candidate) {
        String name = candidate.id().value();
        return new ProfileDocument(
                new Document(name + "-profile.pdf", "application/pdf", bytes("profile of " + name)), List.of());
    }

    private static Bytes bytes(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private Optional<Candidate> candidate(ExportKey key) {
        return Optional.ofNullable(candidates.get(key));
    }

    // What goes on

    private void live() {
        timeline.at(MINUTE, this::tick);
        settle();
        timeline.at(timeline.now() + LATE_DELIVERY, () -> {
            sent.forEach(this::deliver);
            timeline.at(timeline.now() + MINUTE, this::tick);
        });
        timeline.happen();
        settle();
        nights();
        timeline.end();
    }

    /** Until there is nothing new to tell. */
    private void nights() {
        long before;
        do {
            before = news();
            timeline.at(timeline.now() + UNTIL_NIGHT, this::sweep);
            settle();
        } while (news() > before);
    }

    private long news() {
        return told.stream().map(History.Told::id).distinct().count();
    }

    private void sweep() {
        for (CompanyId company : secrets.keySet()) {
            timeline.start(process(company.value(), () -> night.sweep(company)));
        }
        timeline.at(timeline.now() + MINUTE, this::tick);
    }

    private void settle() {
        long end = timeline.now() + HORIZON;
        while (timeline.nextAt().isPresent() && timeline.now() < end) {
            timeline.happen();
        }
    }

    /** Once a minute; minutes in which there is nothing to do are left out. */
    private void tick() {
        if (isSettled()) {
            return;
        }
        timeline.start(process("schedule", reconcile::reconcile));
        long next = (timeline.now() / MINUTE + 1) * MINUTE;
        timeline.at(next, this::tick);
    }

    /** Nor is it where a call takes effect late, or a redrive is to come: either may make work for the schedule. */
    private boolean isSettled() {
        return sent.size() == expected
                && underWay.isEmpty()
                && employer.isDone()
                && queue.isEmpty()
                && queue.deadLetters() == 0
                && !boundaries.isAnythingLate()
                && !timeline.isAnybodyAlive()
                && outbox.pending(Instant.MAX).isEmpty()
                && sent.stream().allMatch(key -> ledger.find(key)
                        .filter(export -> export.state().due().isEmpty())
                        .isPresent());
    }

    private Process process(String company, Runnable life) {
        long skew = plan.skews().get(workers++ % plan.skews().size());
        return new Process(company, skew, Bug.TIMES.functionTimeout().toMillis(), life);
    }

    private Process worker(String company, Runnable work) {
        return process(company, work);
    }

    private void deliver(ExportKey key) {
        queue.send(key.company().value(), "accepted-" + deliveries++, () -> exportCandidate.export(key));
    }

    private void workOff(Round round) {
        Instant startBefore = clock.instant().plusSeconds(30);
        exportDueWork.run(round, startBefore);
    }

    private void hear(Update update) {
        told.add(new History.Told(
                update.id(),
                update.kind().name(),
                update.subject().company().value(),
                update.subject().job().map(JobId::value).orElse(""),
                update.subject().candidate().map(CandidateId::value).orElse(""),
                update.detail().map(Simulation::named).orElseGet(List::of),
                timeline.now()));
    }

    private static List<String> named(Update.Detail detail) {
        return switch (detail) {
            case Update.Erasure erasure -> ids(erasure.jobs().stream().flatMap(job -> job.application().stream()));
            case Update.Duplicates duplicates -> ids(duplicates.applications().stream());
            case Update.Proposal _, Update.StageMove _, Update.Lost _ -> List.of();
        };
    }

    private static List<String> ids(Stream<URI> addresses) {
        return addresses
                .map(address -> address.getPath().replaceFirst(".*/", ""))
                .toList();
    }

    // What goes wrong around the processes

    @Override
    public void happen(Fault fault, String company) {
        String one = company.equals("schedule") ? "acme" : company;
        switch (fault) {
            case KEY_REVOKED -> revoke(one);
            case SECRET_ROTATED -> rotate(one);
            case DISCONNECTED -> disconnect(one);
            case MAPPING_EDITED -> edit(one);
            case SECOND_WORKER -> again(one);
            case REDELIVERED -> List.copyOf(sent).reversed().forEach(this::deliver);
            case ERASED -> erase(one);
            case REPLAYED -> sentOf(one).forEach(employer::replays);
            case HIDDEN, HIDDEN_AND_LOST ->
                pinpoint.hideUntil(timeline.now() + Bug.TIMES.settling().toMillis());
            case HIDDEN_BEYOND_S, HIDDEN_BEYOND_S_AND_LOST -> pinpoint.hideUntil(timeline.now() + HIDDEN_FOR);
            default -> throw new IllegalArgumentException(fault.name());
        }
    }

    private void revoke(String company) {
        if (!underWay.add(company)) {
            return;
        }
        pinpoint.lock(company);
        long from = timeline.now();
        troubles.add(new History.Trouble(company, from, from + LOCKED_OUT));
        timeline.at(from + LOCKED_OUT, () -> {
            pinpoint.unlock(company);
            underWay.remove(company);
        });
    }

    private void rotate(String company) {
        Optional<Connection> connected = connections.usable(new CompanyId(company));
        if (connected.isEmpty() || underWay.contains(company)) {
            return;
        }
        Connection old = connected.get();
        Link link = old.link();
        FakeCredentials keys = secrets.get(old.company());
        var key = new Credential.ApiKey(
                link.subdomain(), "key " + (keys.versions().size() + 1));
        SecretVersion version =
                keys.keep(key).newest(old.company()).orElseThrow().version();
        pinpoint.rotate(company, version, key);
        reconnect(old, link.with(version));
    }

    /** As connecting leaves it: whatever waits is let go. */
    private void reconnect(Connection old, Link link) {
        connections.put(new Connection(
                old.id(),
                link,
                new Status.Active(),
                old.settings(),
                old.webhook(),
                new Upkeep(Optional.of(clock.instant()), true, Instant.EPOCH, Optional.empty()),
                old.revision() + 1));
    }

    private void disconnect(String company) {
        if (!underWay.add(company)) {
            return;
        }
        var id = new CompanyId(company);
        endedByEmployer.end(new Caller(id, new UserId("user-1"), true));
        timeline.at(timeline.now() + AWAY, () -> {
            Connection ended = connections.find(id).orElseThrow();
            reconnect(ended, ended.link());
            underWay.remove(company);
        });
    }

    private void edit(String company) {
        InForce before = inForce.stream()
                .filter(mapping ->
                        mapping.company().equals(company) && mapping.job().equals("job-1"))
                .reduce((_, last) -> last)
                .orElseThrow();
        inForce.set(
                inForce.indexOf(before),
                new InForce(company, "job-1", before.pinpointJob(), before.stage(), before.from(), timeline.now()));
        map(company, "job-1", before.pinpointJob().equals("720") ? "700" : "720");
    }

    private void again(String company) {
        sentOf(company).forEach(key -> timeline.start(process(company, () -> exportCandidate.export(key))));
        var round = new Round(new CompanyId(company), clock.instant(), 0);
        timeline.start(process(company, () -> workOff(round)));
    }

    private List<ExportKey> sentOf(String company) {
        return sent.stream()
                .filter(key -> key.company().value().equals(company))
                .toList();
    }

    private void erase(String company) {
        sentOf(company).reversed().stream()
                .filter(key -> !isErased(key))
                .findFirst()
                .ifPresent(this::erase);
    }

    private void erase(ExportKey key) {
        String company = key.company().value();
        Instant at = clock.instant().plusMillis(plan.skewOfHackajob());
        Runnable work = () -> eraseCandidate.erase(key.company(), key.candidate(), at);
        erasures.add(new History.Erasure(company, key.candidate().value(), timeline.now()));
        candidates.keySet().removeIf(this::isErased);
        timeline.start(process(company, work));
        queue.send(company, "erased-" + deliveries++, work);
    }

    private boolean isErased(ExportKey key) {
        return erasures.stream()
                .anyMatch(erasure -> erasure.company().equals(key.company().value())
                        && erasure.candidate().equals(key.candidate().value()));
    }

    @Override
    public void passed(Process caller, Call call, Object answer, long begun) {
        if (call.is("Ledger.begin") && answer == Ledger.Begun.YES) {
            submitting.put(caller, timeline.now());
        }
        if (call.is(Boundaries.CREATE)) {
            created(call.argument(0, Submission.class), submitting.getOrDefault(caller, begun), begun);
        }
    }

    /** The promise holds where the POST began in time, and was visible within S. */
    private void created(Submission submission, long since, long begun) {
        var times = Bug.TIMES;
        long lastStart = since + times.lease().plus(times.functionTimeout()).toMillis() - TOLERANCE;
        boolean isWithinS = begun <= lastStart
                && pinpoint.visibleFrom(submission.connection(), submission.reference())
                        <= begun + times.settling().toMillis();
        if (!isWithinS) {
            String account = submission.connection().subdomain().value();
            beyondS.add(History.person(account, submission.candidate().person().email()));
        }
    }

    // What it came to

    private History history() {
        return new History(
                List.copyOf(accepted),
                List.copyOf(inForce),
                pinpoint.applications(),
                List.copyOf(told),
                ledgerRows(),
                List.copyOf(troubles),
                List.copyOf(erasures),
                outbox.pending(Instant.MAX).size(),
                queue.deadLetters(),
                beyondS);
    }

    private List<History.Row> ledgerRows() {
        return secrets.keySet().stream()
                .sorted(java.util.Comparator.comparing(CompanyId::value))
                .flatMap(company -> ledger.list(company, Optional.empty(), 1000).exports().stream())
                .map(this::row)
                .toList();
    }

    private History.Row row(Export export) {
        return new History.Row(
                export.key().company().value(),
                export.key().job().value(),
                export.key().candidate().value(),
                export.state().getClass().getSimpleName(),
                export.state() instanceof ExportState.Verified verified
                        ? verified.receipt().application().value()
                        : "",
                ledger.held(export.key()));
    }

    private Credentials credentials() {
        return new Credentials() {
            @Override
            public SecretVersion put(CompanyId company, Secret secret, PutToken token) {
                return secrets.get(company).put(company, secret, token);
            }

            @Override
            public Secret read(Connection connection) {
                return secrets.get(connection.company()).read(connection);
            }

            @Override
            public Optional<Newest> newest(CompanyId company) {
                return secrets.get(company).newest(company);
            }

            @Override
            public void delete(CompanyId company) {
                secrets.get(company).delete(company);
            }
        };
    }

    private final class Waker implements Worker {
        @Override
        public void wake(Round round) {
            queue.send(round.company().value(), "due-" + round.tick() + "-" + round.number(), () -> workOff(round));
        }

        @Override
        public void poll(CompanyId company, Instant tick) {
            queue.send(company.value(), "poll-" + tick, () -> maintainConnection.maintain(company));
        }
    }

    private final class Files implements RemoteFiles {
        @Override
        public Fetch<Content> fromHackajob(URI address) {
            return new Fetch.Fetched<>(bytes("CV of " + address.getPath().substring(1)));
        }

        @Override
        public Fetch<Fingerprint> fromPinpoint(URI address) {
            return pinpoint.file(address);
        }
    }
}
