package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.Content;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.connection.PinpointAnswer;
import com.hackajob.pinpoint.mapping.MappingFixtures;
import com.hackajob.pinpoint.mapping.PinpointJobId;
import com.hackajob.pinpoint.mapping.PinpointStageId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The applications of one Pinpoint account, in memory, with the ways in which Pinpoint and the net to it can fail. */
public final class FakePinpointApplications implements PinpointApplications {

    public enum Call {
        FIND_BY_EMAIL,
        FIND_BY_REFERENCE,
        CREATE,
        READ,
        ADD_DOCUMENTS,
        COMMENT
    }

    private final FakeRemoteFiles files;
    private final InstantSource clock;
    private final List<Held> held = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();
    private final Map<Call, Runnable> beforeNext = new EnumMap<>(Call.class);
    private final Map<Call, Runnable> afterNext = new EnumMap<>(Call.class);
    private Optional<ErrorCode> denial = Optional.empty();
    private Function<Submission, Optional<Creation>> refusing = _ -> Optional.empty();
    private Duration lag = Duration.ZERO;
    private boolean refusesDuplicates;
    private boolean losesFiles;
    private boolean ignoresFilters;
    private boolean hidesAddresses;
    private boolean renewsAddresses;
    private int expiring;
    private Function<Content, RemoteFiles.Fetch<Content>> serving = RemoteFiles.Fetch.Fetched::new;
    private UnaryOperator<String> naming = UnaryOperator.identity();

    /** @param files where its attachments can be read */
    public FakePinpointApplications(FakeRemoteFiles files, InstantSource clock) {
        this.files = files;
        this.clock = clock;
    }

    // What it holds and was asked

    public List<PinpointApplication> applications() {
        return held.stream().map(Held::application).toList();
    }

    public List<Call> calls() {
        return List.copyOf(calls);
    }

    public int count(Call call) {
        return Collections.frequency(calls, call);
    }

    /** Puts in an application that did not come from this export. */
    public void hold(PinpointApplication application) {
        held.add(new Held(application, clock.instant()));
    }

    /** Another account, which holds nothing yet. */
    public void clear() {
        held.clear();
    }

    // How it fails

    public void fail(Call next) {
        beforeNext.put(next, FakePinpointApplications::outage);
    }

    /** Takes back what was to fail. */
    public void forgive() {
        beforeNext.clear();
        afterNext.clear();
    }

    public void failAskingToWait(Call next, Duration asked) {
        meanwhile(next, () -> {
            throw new Outage(ErrorCode.RATE_LIMITED, "slow down", Optional.of(asked));
        });
    }

    /** The next such call takes effect, and its answer is lost. */
    public void loseAnswer(Call next) {
        afterNext.put(next, FakePinpointApplications::outage);
    }

    /** What happens elsewhere just before the next such call. */
    public void meanwhile(Call next, Runnable event) {
        beforeNext.put(next, event);
    }

    public void deny(ErrorCode code) {
        denial = Optional.of(code);
    }

    public void allow() {
        denial = Optional.empty();
    }

    public void refuse(ErrorCode code, String words) {
        refuseWhere(_ -> Optional.of(new Creation.Refused(code, words)));
    }

    public void refuseAsDuplicate() {
        refuseWhere(_ -> Optional.of(new Creation.AlreadyThere()));
    }

    public void accept() {
        refuseWhere(_ -> Optional.empty());
    }

    /** What it does not take, and how it says so. */
    public void refuseWhere(Function<Submission, Optional<Creation>> refusal) {
        refusing = refusal;
    }

    /** Answers a second application of one person for one job with "already there". */
    public void refuseDuplicates() {
        refusesDuplicates = true;
    }

    /** What is created can be found and read only after that time. */
    public void showAfter(Duration time) {
        lag = time;
    }

    public void loseFilesOfCreations() {
        losesFiles = true;
    }

    public void renameFiles(UnaryOperator<String> names) {
        naming = names;
    }

    /** Hands out something else than it was given. */
    public void serveFiles(Function<Content, RemoteFiles.Fetch<Content>> others) {
        serving = others;
    }

    public void hideAddressesOfFiles() {
        hidesAddresses = true;
    }

    /** Each reading gives new addresses of the same files. */
    public void renewAddresses() {
        renewsAddresses = true;
    }

    /** The addresses that so many readings give have expired by the time they are called; each reading gives new ones. */
    public void expireAddressesOf(int readings) {
        expiring = readings;
        renewAddresses();
    }

    /** Every search finds everything, as with a filter that it does not know. */
    public void ignoreFilters() {
        ignoresFilters = true;
    }

    private static void outage() {
        throw new Outage(ErrorCode.PINPOINT_UNAVAILABLE, "no answer from Pinpoint");
    }

    // The port

    @Override
    public PinpointAnswer<List<Match>> findByEmail(Connection connection, PinpointJobId job, String email) {
        return answer(
                Call.FIND_BY_EMAIL,
                () -> search(application ->
                        application.job().equals(job) && application.email().equals(email)));
    }

    @Override
    public PinpointAnswer<List<Match>> findByReference(Connection connection, Reference reference) {
        return answer(
                Call.FIND_BY_REFERENCE,
                () -> search(application -> application.reference().equals(Optional.of(reference))));
    }

    private PinpointAnswer<List<Match>> search(Predicate<PinpointApplication> filter) {
        return new PinpointAnswer.Given<>(visible().stream()
                .map(Held::application)
                .filter(application -> ignoresFilters || filter.test(application))
                .map(application -> new Match(
                        application.id(), application.job(), application.reference(), Optional.of(application.email())))
                .toList());
    }

    @Override
    public Creation create(Submission submission) {
        return call(Call.CREATE, () -> denial.<Creation>map(Creation.Denied::new)
                .or(() -> refusing.apply(submission))
                .orElseGet(() -> take(submission)));
    }

    private Creation take(Submission submission) {
        var application = PinpointApplication.of(nextId(), submission, losesFiles);
        if (refusesDuplicates
                && held.stream().anyMatch(other -> other.application().isSameAs(application))) {
            return new Creation.AlreadyThere();
        }
        held.add(new Held(application, clock.instant().plus(lag)));
        return new Creation.Created(application.id());
    }

    private ApplicationId nextId() {
        return new ApplicationId(Integer.toString(9001 + held.size()));
    }

    @Override
    public PinpointAnswer<Stored> read(Connection connection, ApplicationId id) {
        return answer(Call.READ, () -> visible().stream()
                .map(Held::application)
                .filter(application -> application.id().equals(id))
                .findFirst()
                .<PinpointAnswer<Stored>>map(application -> new PinpointAnswer.Given<>(stored(application)))
                .orElseGet(PinpointAnswer.Absent::new));
    }

    private Stored stored(PinpointApplication application) {
        PinpointStageId stage = application.stage().orElse(MappingFixtures.APPLIED);
        return new Stored(
                application.id(),
                URI.create("https://acme.example.com/applications/"
                        + application.id().value()),
                application.job(),
                new Receipt.Stage(stage, "Stage " + stage.value()),
                application.source(),
                application.reference(),
                application.documents().stream()
                        .map(document -> attachment(application, document))
                        .toList());
    }

    private Attachment attachment(PinpointApplication application, Document document) {
        URI address = URI.create("https://attachments.example.com/"
                + application.id().value() + "/" + application.documents().indexOf(document)
                + (renewsAddresses ? "?reading=" + count(Call.READ) : ""));
        if (count(Call.READ) > expiring) {
            files.put(address, serving.apply(document.content()));
        }
        return new Attachment(
                naming.apply(document.fileName()), hidesAddresses ? Optional.empty() : Optional.of(address));
    }

    @Override
    public PinpointAnswer<ApplicationId> addDocuments(
            Connection connection, ApplicationId id, List<Document> documents) {
        return answer(Call.ADD_DOCUMENTS, () -> change(id, application -> application.withDocuments(documents)));
    }

    @Override
    public PinpointAnswer<ApplicationId> comment(Connection connection, ApplicationId id, String text) {
        return answer(Call.COMMENT, () -> change(id, application -> application.withComment(text)));
    }

    private PinpointAnswer<ApplicationId> change(ApplicationId id, UnaryOperator<PinpointApplication> change) {
        for (Held one : visible()) {
            if (one.application().id().equals(id)) {
                held.set(held.indexOf(one), new Held(change.apply(one.application()), one.visibleFrom()));
                return new PinpointAnswer.Given<>(id);
            }
        }
        return new PinpointAnswer.Absent<>();
    }

    private List<Held> visible() {
        return held.stream()
                .filter(one -> !one.visibleFrom().isAfter(clock.instant()))
                .toList();
    }

    private <T> PinpointAnswer<T> answer(Call call, Supplier<PinpointAnswer<T>> answer) {
        return call(call, () -> denial.<PinpointAnswer<T>>map(PinpointAnswer.Denied::new)
                .orElseGet(answer));
    }

    private <T> T call(Call call, Supplier<T> effect) {
        calls.add(call);
        run(beforeNext.remove(call));
        T answer = effect.get();
        run(afterNext.remove(call));
        return answer;
    }

    private static void run(Runnable event) {
        if (event != null) {
            event.run();
        }
    }

    private record Held(PinpointApplication application, Instant visibleFrom) {}
}
