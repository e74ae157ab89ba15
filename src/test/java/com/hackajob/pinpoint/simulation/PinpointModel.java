package com.hackajob.pinpoint.simulation;

import com.hackajob.pinpoint.Bytes;
import com.hackajob.pinpoint.Content;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.connection.ConnectionFixtures;
import com.hackajob.pinpoint.connection.Credential;
import com.hackajob.pinpoint.connection.Credentials.SecretVersion;
import com.hackajob.pinpoint.connection.PinpointAccounts;
import com.hackajob.pinpoint.connection.PinpointAnswer;
import com.hackajob.pinpoint.export.ApplicationId;
import com.hackajob.pinpoint.export.Document;
import com.hackajob.pinpoint.export.PinpointApplications;
import com.hackajob.pinpoint.export.Receipt;
import com.hackajob.pinpoint.export.Reference;
import com.hackajob.pinpoint.export.RemoteFiles.Fetch;
import com.hackajob.pinpoint.export.RemoteFiles.Fingerprint;
import com.hackajob.pinpoint.export.Source;
import com.hackajob.pinpoint.export.Submission;
import com.hackajob.pinpoint.mapping.PinpointJobId;
import com.hackajob.pinpoint.mapping.PinpointStageId;
import com.hackajob.pinpoint.stagesync.PinpointStages;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** All accounts of Pinpoint. Each numbers its applications from the same number on. */
final class PinpointModel implements PinpointApplications, PinpointAccounts {

    private static final Source SOURCE = new Source("job_board", "hackajob");

    private final LongSupplier now;
    private final Manners manners;
    private final Map<String, List<Held>> accounts = new HashMap<>();
    private final Set<String> locked = new HashSet<>();
    private final Map<String, Credential> keys = new HashMap<>();
    private final Map<String, SecretVersion> versions = new HashMap<>();
    private final Map<URI, Content> files = new HashMap<>();
    private long hiddenUntil;

    /**
     * @param lag after which a search finds what was created
     * @param refusesDuplicates whether one person can apply for one job only once
     * @param losesFiles whether files that come with an application get lost
     */
    record Manners(long lag, boolean refusesDuplicates, boolean losesFiles) {}

    PinpointModel(LongSupplier now, Manners manners) {
        this.now = now;
        this.manners = manners;
    }

    void lock(String account) {
        locked.add(account);
    }

    void unlock(String account) {
        locked.remove(account);
    }

    /** From now on that key opens the account, and no other. */
    void rotate(String account, SecretVersion version, Credential key) {
        versions.put(account, version);
        keys.put(account, key);
    }

    /** What is created next is visible only then. */
    void hideUntil(long time) {
        hiddenUntil = time;
    }

    /** Somebody applied without hackajob. */
    void apply(String account, String job, String stage, String email) {
        add(account, new Held(nextId(account), job, email, stage, Optional.empty(), List.of(), 0, now.getAsLong()));
    }

    List<History.Application> applications() {
        return accounts.entrySet().stream()
                .flatMap(account -> account.getValue().stream().map(held -> held.told(account.getKey())))
                .toList();
    }

    /** When the export's newest application becomes visible. */
    long visibleFrom(Connection connection, Reference reference) {
        return held(connection).stream()
                .filter(held -> held.reference().equals(Optional.of(reference)))
                .mapToLong(Held::visibleFrom)
                .max()
                .orElse(0);
    }

    Fetch<Fingerprint> file(URI address) {
        return Optional.ofNullable(files.get(address))
                .map(Fingerprint::of)
                .<Fetch<Fingerprint>>map(Fetch.Fetched::new)
                .orElseGet(Fetch.Refused::new);
    }

    @Override
    public Probe probe(Credential credential) {
        String account = credential.subdomain().value();
        return locked.contains(account)
                        || !keys.getOrDefault(account, credential).equals(credential)
                ? new Probe.NotWorking(ErrorCode.CREDENTIAL_REJECTED, List.of())
                : new Probe.Working(ConnectionFixtures.PERMISSIONS);
    }

    @Override
    public PinpointAnswer<List<Match>> findByEmail(Connection connection, PinpointJobId job, String email) {
        return search(
                connection,
                held -> held.job().equals(job.value()) && held.email().equals(email));
    }

    @Override
    public PinpointAnswer<List<Match>> findByReference(Connection connection, Reference reference) {
        return search(connection, held -> held.reference().equals(Optional.of(reference)));
    }

    private PinpointAnswer<List<Match>> search(Connection connection, Predicate<Held> filter) {
        return isLocked(connection)
                ? new PinpointAnswer.Denied<>(ErrorCode.CREDENTIAL_REJECTED)
                : new PinpointAnswer.Given<>(
                        visible(connection).filter(filter).map(Held::match).toList());
    }

    @Override
    public Creation create(Submission submission) {
        if (isLocked(submission.connection())) {
            return new Creation.Denied(ErrorCode.CREDENTIAL_REJECTED);
        }
        String account = account(submission.connection());
        String job = submission.mapping().pinpointJob().id().value();
        String email = submission.candidate().person().email();
        if (manners.refusesDuplicates()
                && held(submission.connection()).stream()
                        .anyMatch(held -> held.job().equals(job) && held.email().equals(email))) {
            return new Creation.AlreadyThere();
        }
        var created = new Held(
                nextId(account),
                job,
                email,
                submission.stage().map(PinpointStageId::value).orElse(""),
                Optional.of(submission.reference()),
                manners.losesFiles() ? List.of() : submission.documents(),
                now.getAsLong(),
                Math.max(now.getAsLong() + manners.lag(), hiddenUntil));
        hiddenUntil = 0;
        add(account, created);
        return new Creation.Created(new ApplicationId(created.id()));
    }

    @Override
    public PinpointAnswer<Stored> read(Connection connection, ApplicationId application) {
        if (isLocked(connection)) {
            return new PinpointAnswer.Denied<>(ErrorCode.CREDENTIAL_REJECTED);
        }
        return find(connection, application)
                .<PinpointAnswer<Stored>>map(held -> new PinpointAnswer.Given<>(stored(account(connection), held)))
                .orElseGet(PinpointAnswer.Absent::new);
    }

    /** The same applications, as far as their stages are concerned. Nobody moves them. */
    PinpointStages stages(Function<Long, Instant> time) {
        return new Stages(time);
    }

    private static URI address(String account, String application) {
        return URI.create("https://" + account + ".example.com/applications/" + application);
    }

    private Stored stored(String account, Held held) {
        URI address = address(account, held.id());
        return new Stored(
                new ApplicationId(held.id()),
                address,
                new PinpointJobId(held.job()),
                new Receipt.Stage(new PinpointStageId(held.stage()), "Stage " + held.stage()),
                SOURCE,
                held.reference(),
                held.documents().stream()
                        .map(document -> attachment(address, document))
                        .toList());
    }

    private Attachment attachment(URI application, Document document) {
        URI address = URI.create(application + "/" + document.fileName().replace(' ', '_'));
        files.put(address, document.content());
        return new Attachment(document.fileName(), Optional.of(address));
    }

    @Override
    public PinpointAnswer<ApplicationId> addDocuments(
            Connection connection, ApplicationId application, List<Document> documents) {
        return change(connection, application, held -> held.with(documents));
    }

    @Override
    public PinpointAnswer<ApplicationId> comment(Connection connection, ApplicationId application, String text) {
        return change(connection, application, held -> held);
    }

    private PinpointAnswer<ApplicationId> change(
            Connection connection, ApplicationId application, UnaryOperator<Held> change) {
        if (isLocked(connection)) {
            return new PinpointAnswer.Denied<>(ErrorCode.CREDENTIAL_REJECTED);
        }
        Optional<Held> found = find(connection, application);
        found.ifPresent(held -> held(connection).replaceAll(one -> one == held ? change.apply(held) : one));
        return found.isPresent() ? new PinpointAnswer.Given<>(application) : new PinpointAnswer.Absent<>();
    }

    private boolean isLocked(Connection connection) {
        String account = account(connection);
        SecretVersion version = connection.link().secret();
        return locked.contains(account)
                || !versions.getOrDefault(account, version).equals(version);
    }

    private Optional<Held> find(Connection connection, ApplicationId application) {
        return visible(connection)
                .filter(held -> held.id().equals(application.value()))
                .findFirst();
    }

    private Stream<Held> visible(Connection connection) {
        return held(connection).stream().filter(held -> held.visibleFrom() <= now.getAsLong());
    }

    private List<Held> held(Connection connection) {
        return accounts.getOrDefault(account(connection), new ArrayList<>());
    }

    private void add(String account, Held held) {
        accounts.computeIfAbsent(account, _ -> new ArrayList<>()).add(held);
    }

    private String nextId(String account) {
        return Integer.toString(9001 + accounts.getOrDefault(account, List.of()).size());
    }

    private static String account(Connection connection) {
        return connection.subdomain().value();
    }

    private final class Stages implements PinpointStages {

        private final Function<Long, Instant> time;

        private Stages(Function<Long, Instant> time) {
            this.time = time;
        }

        @Override
        public PinpointAnswer<Seen> read(Connection connection, ApplicationId application) {
            return find(connection, application)
                    .<PinpointAnswer<Seen>>map(held -> new PinpointAnswer.Given<>(seen(held)))
                    .orElseGet(PinpointAnswer.Absent::new);
        }

        @Override
        public Move move(Connection connection, ApplicationId application, PinpointStageId stage) {
            throw new UnsupportedOperationException("nobody moves anybody");
        }

        @Override
        public PinpointAnswer<List<Seen>> changedAfter(Connection connection, Instant after, int page) {
            return given(visible(connection).map(this::seen).filter(seen -> seen.changedAt()
                    .isAfter(after)));
        }

        @Override
        public PinpointAnswer<List<Seen>> bearing(Connection connection, List<Reference> references) {
            return given(visible(connection)
                    .filter(held ->
                            held.reference().filter(references::contains).isPresent())
                    .map(this::seen));
        }

        private static PinpointAnswer<List<Seen>> given(Stream<Seen> seen) {
            return new PinpointAnswer.Given<>(
                    seen.sorted(Comparator.comparing(Seen::changedAt)).toList());
        }

        @Override
        public URI address(Connection connection, ApplicationId application) {
            return PinpointModel.address(account(connection), application.value());
        }

        private Seen seen(Held held) {
            return new Seen(
                    new ApplicationId(held.id()),
                    new PinpointJobId(held.job()),
                    new PinpointStageId(held.stage()),
                    held.reference(),
                    SOURCE,
                    time.apply(held.at()));
        }
    }

    private record Held(
            String id,
            String job,
            String email,
            String stage,
            Optional<Reference> reference,
            List<Document> documents,
            long at,
            long visibleFrom) {

        Held with(List<Document> more) {
            List<Document> all =
                    Stream.concat(documents.stream(), more.stream()).toList();
            return new Held(id, job, email, stage, reference, all, at, visibleFrom);
        }

        Match match() {
            return new Match(new ApplicationId(id), new PinpointJobId(job), reference, Optional.of(email));
        }

        History.Application told(String account) {
            return new History.Application(
                    account,
                    id,
                    job,
                    email,
                    stage,
                    reference.map(Reference::value).orElse(""),
                    documents.stream().map(Held::content).toList(),
                    at);
        }

        private static String content(Document document) {
            return new String(((Bytes) document.content()).array(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
