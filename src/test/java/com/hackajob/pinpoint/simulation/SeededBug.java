package com.hackajob.pinpoint.simulation;

import static com.hackajob.pinpoint.simulation.Bugs.NOTHING;
import static com.hackajob.pinpoint.simulation.Bugs.READ;
import static com.hackajob.pinpoint.simulation.Bugs.SEARCH;
import static com.hackajob.pinpoint.simulation.Bugs.SEND;
import static com.hackajob.pinpoint.simulation.Bugs.bearing;
import static com.hackajob.pinpoint.simulation.Bugs.beginning;
import static com.hackajob.pinpoint.simulation.Bugs.claim;
import static com.hackajob.pinpoint.simulation.Bugs.creating;
import static com.hackajob.pinpoint.simulation.Bugs.erasing;
import static com.hackajob.pinpoint.simulation.Bugs.firstOf;
import static com.hackajob.pinpoint.simulation.Bugs.granting;
import static com.hackajob.pinpoint.simulation.Bugs.invented;
import static com.hackajob.pinpoint.simulation.Bugs.mapping;
import static com.hackajob.pinpoint.simulation.Bugs.on;
import static com.hackajob.pinpoint.simulation.Bugs.onBoth;
import static com.hackajob.pinpoint.simulation.Bugs.orElse;
import static com.hackajob.pinpoint.simulation.Bugs.outage;
import static com.hackajob.pinpoint.simulation.Bugs.receipt;
import static com.hackajob.pinpoint.simulation.Bugs.recording;
import static com.hackajob.pinpoint.simulation.Bugs.sending;
import static com.hackajob.pinpoint.simulation.Bugs.update;
import static com.hackajob.pinpoint.simulation.Bugs.with;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.connection.Change;
import com.hackajob.pinpoint.connection.ConnectionFixtures;
import com.hackajob.pinpoint.connection.PinpointAccounts.Probe;
import com.hackajob.pinpoint.connection.PinpointAnswer;
import com.hackajob.pinpoint.export.ApplicationId;
import com.hackajob.pinpoint.export.ExportKey;
import com.hackajob.pinpoint.export.ExportState;
import com.hackajob.pinpoint.export.Ledger.Begun;
import com.hackajob.pinpoint.export.Ledger.Claim;
import com.hackajob.pinpoint.export.PinpointApplications.Creation;
import com.hackajob.pinpoint.export.PinpointApplications.Match;
import com.hackajob.pinpoint.export.ProfileDocuments.ProfileDocument;
import com.hackajob.pinpoint.export.Reference;
import com.hackajob.pinpoint.export.Situations.Situation;
import com.hackajob.pinpoint.export.Source;
import com.hackajob.pinpoint.export.Submission;
import com.hackajob.pinpoint.mapping.PinpointJobId;
import com.hackajob.pinpoint.updates.Update;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Mistakes that an honest programmer could make, each of which the checker has to find. */
enum SeededBug {
    GRANTS_WHAT_ANOTHER_WORKER_HAS(() -> {
        Map<ExportKey, Object> granted = new HashMap<>();
        return on("Ledger.claim", call -> {
            Object claim = call.proceed();
            if (claim instanceof Claim.Granted) {
                granted.put(call.argument(0, ExportKey.class), claim);
            }
            return granted.getOrDefault(call.argument(0, ExportKey.class), claim);
        });
    }),
    LETS_AN_OLD_HOLDER_WRITE(() -> {
        Map<ExportKey, Claim.Granted> granted = new HashMap<>();
        return onBoth(
                "Ledger.claim",
                call -> {
                    Object claim = call.proceed();
                    if (claim instanceof Claim.Granted newest) {
                        granted.put(newest.key(), newest);
                    }
                    return claim;
                },
                "Ledger.begin",
                call -> call.proceed(
                        granted.get(call.argument(0, Claim.Granted.class).key()),
                        call.arguments()[1],
                        call.arguments()[2],
                        call.arguments()[3]));
    }),
    SAYS_BEGUN_WHEN_REFUSED(() -> on("Ledger.begin", call -> {
        call.proceed();
        return Begun.YES;
    })),
    SAYS_WRITTEN_WHEN_REFUSED(() -> on("Ledger.record", call -> {
        call.proceed();
        return true;
    })),
    FORGETS_THAT_IT_MAY_EXIST(
            () -> granting(claim -> claim(claim, false, claim.placed().isPresent()))),
    FORGETS_WHAT_IT_CREATED(() -> granting(claim -> claim(claim, claim.mayExist(), false))),
    CLAIMS_FOR_EVER(() ->
            on("Ledger.claim", call -> call.proceed(call.arguments()[0], call.arguments()[1], Duration.ofDays(3650)))),
    CLAIMS_BY_A_CLOCK_THAT_IS_FAST(() -> on(
            "Ledger.claim",
            call -> call.proceed(
                    call.arguments()[0],
                    call.argument(1, Instant.class).plus(Duration.ofMinutes(10)),
                    call.arguments()[2]))),
    TAKES_AN_OUTAGE_OF_THE_TABLE_FOR_NOT_DUE(() -> outage("Ledger.claim", new Claim.NotDue())),
    TAKES_AN_OUTAGE_OF_THE_TABLE_FOR_WRITTEN(() -> outage("Ledger.record", true)),
    LETS_OTHERS_CREATE_AT_ONCE(() -> beginning(lookedAt -> lookedAt, until -> until.minus(Duration.ofSeconds(500)))),
    LETS_OTHERS_CREATE_BEFORE_S(() -> beginning(lookedAt -> lookedAt, until -> until.minus(Duration.ofSeconds(240)))),
    CREATES_WITHOUT_WRITING_IT_DOWN_FIRST(() -> on("Ledger.begin", _ -> Begun.YES)),
    LETS_TWO_EXPORTS_OF_A_PERSON_CREATE_AT_ONCE(
            () -> beginning(lookedAt -> lookedAt.plus(Duration.ofDays(1)), until -> until)),
    TRIES_AGAIN_BEFORE_S(() -> recording(
            ExportState.Waiting.class,
            waiting -> new ExportState.Waiting(
                    waiting.until().minus(Duration.ofSeconds(70)), waiting.code(), waiting.failures()))),
    HOLDS_FOR_EVER(() -> {
        Bug holding = recording(
                ExportState.Held.class,
                held -> new ExportState.Held(held.until().plus(Duration.ofDays(3650)), held.code()));
        return onBoth("Ledger.release", _ -> 0, "Ledger.record", holding::around);
    }),
    NEVER_COMES_BACK_AFTER_AN_OUTAGE(() -> recording(
            ExportState.Waiting.class,
            waiting -> new ExportState.Waiting(
                    waiting.until().plus(Duration.ofDays(3650)), waiting.code(), waiting.failures()))),
    OVERLOOKS_THE_FIRST_THAT_IS_DUE(() ->
            on("Ledger.due", call -> ((List<?>) call.proceed()).stream().skip(1).toList())),
    NEVER_WAKES_A_COMPANY(() -> on("DueCompanies.at", _ -> Set.of())),
    ACKNOWLEDGES_BEFORE_THE_WORK_IS_DONE(() -> new Bug() {
        @Override
        public boolean acknowledgesFirst() {
            return true;
        }
    }),
    FINDS_NOTHING(() -> onBoth(SEARCH + "Reference", _ -> NOTHING, SEARCH + "Email", _ -> NOTHING)),
    FINDS_NOTHING_BY_REFERENCE(() -> on(SEARCH + "Reference", _ -> NOTHING)),
    FINDS_NOTHING_BY_EMAIL(() -> on(SEARCH + "Email", _ -> NOTHING)),
    FINDS_THE_PERSON_ON_ANOTHER_JOB(() -> on(SEARCH + "Email", call -> {
        PinpointJobId asked = call.argument(1, PinpointJobId.class);
        return new PinpointAnswer.Given<>(Stream.of("700", "710", "720")
                .map(job -> call.proceed(call.arguments()[0], new PinpointJobId(job), call.arguments()[2]))
                .flatMap(found -> Bugs.matches(found).stream())
                .map(match -> new Match(match.id(), asked, match.reference(), match.email()))
                .toList());
    })),
    FINDS_SOMEBODY_ELSE(() -> on(
            SEARCH + "Email",
            call -> new PinpointAnswer.Given<>(List.of(new Match(
                    new ApplicationId("9001"),
                    call.argument(1, PinpointJobId.class),
                    Optional.empty(),
                    Optional.empty()))))),
    TAKES_AN_OUTAGE_OF_THE_SEARCH_FOR_NOTHING_FOUND(() -> new Bug() {
        @Override
        public Object client(Call call, Supplier<Object> attempt) {
            return call.name().startsWith(SEARCH) ? orElse(attempt, NOTHING) : attempt.get();
        }
    }),
    POSTS_AGAIN_WHEN_NO_ANSWER_COMES(() -> new Bug() {
        @Override
        public Object client(Call call, Supplier<Object> attempt) {
            try {
                return attempt.get();
            } catch (Outage outage) {
                if (call.is(Boundaries.CREATE)) {
                    return attempt.get();
                }
                throw outage;
            }
        }
    }),
    TAKES_AN_OUTAGE_FOR_A_REFUSAL(
            () -> outage(Boundaries.CREATE, new Creation.Refused(ErrorCode.PINPOINT_REFUSED, "no"))),
    TAKES_A_REVOKED_KEY_FOR_A_REFUSAL(() -> on(Boundaries.CREATE, call -> {
        Object creation = call.proceed();
        return creation instanceof Creation.Denied(var code) ? new Creation.Refused(code, "no") : creation;
    })),
    TAKES_AN_OUTAGE_OF_HACKAJOB_FOR_NO_CANDIDATE(() -> outage("Candidates.find", Optional.empty())),
    TAKES_AN_OUTAGE_OF_THE_TABLE_FOR_NO_MAPPING(
            () -> outage("Situations.read", new Situation(Optional.empty(), Optional.empty()))),
    SAYS_CREATED_AND_CREATES_NOTHING(() -> on(Boundaries.CREATE, _ -> new Creation.Created(new ApplicationId("1")))),
    PROVES_WHAT_IT_DID_NOT_READ(() -> {
        return onBoth(
                Boundaries.CREATE,
                _ -> new Creation.Created(new ApplicationId("1")),
                READ,
                call -> call.argument(1, ApplicationId.class).value().equals("1")
                        ? new PinpointAnswer.Given<>(invented())
                        : call.proceed());
    }),
    ADDS_NO_DOCUMENTS(() -> on(
            "PinpointApplications.addDocuments",
            call -> new PinpointAnswer.Given<>(call.argument(1, ApplicationId.class)))),
    SENDS_TO_THE_COMPANY_IT_SERVED_FIRST(() -> on(
            "Situations.read",
            firstOf(Situation.class, (first, situation) -> new Situation(first.connection(), situation.mapping())))),
    KEEPS_A_MAPPING_FOR_EVER(() -> {
        Map<String, Situation> kept = new HashMap<>();
        return on("Situations.read", call -> {
            ExportKey key = call.argument(0, ExportKey.class);
            Situation now = (Situation) call.proceed();
            Situation first = kept.computeIfAbsent(key.company() + " " + key.job(), _ -> now);
            return new Situation(now.connection(), first.mapping());
        });
    }),
    SENDS_TO_ANOTHER_JOB(() -> creating(submission -> with(submission, mapping(submission, "999", "7002")))),
    SENDS_TO_ANOTHER_STAGE(() -> creating(submission -> with(
            submission,
            mapping(submission, submission.mapping().pinpointJob().id().value(), "7001")))),
    SENDS_ANOTHER_REFERENCE(() -> creating(submission -> new Submission(
            new Reference("hackajob:acme/job-1/ada"),
            submission.connection(),
            submission.mapping(),
            submission.candidate(),
            submission.cv(),
            submission.profile()))),
    SENDS_THE_PROFILE_IT_RENDERED_FIRST(
            () -> on("ProfileDocuments.render", firstOf(ProfileDocument.class, (first, _) -> first))),
    SENDS_THE_CV_IT_FETCHED_FIRST(() -> on("RemoteFiles.fromHackajob", firstOf(Object.class, (first, _) -> first))),
    SENDS_THE_CANDIDATE_IT_ASKED_FOR_FIRST(() -> on("Candidates.find", firstOf(Object.class, (first, _) -> first))),
    WRITES_THE_RECEIPT_OF_ANOTHER(() -> recording(
            ExportState.Verified.class,
            verified -> new ExportState.Verified(receipt("9001", verified.receipt()), verified.at()))),
    WRITES_NO_UPDATE_WITH_THE_RESULT(() -> on(
            "Ledger.record",
            call -> call.proceed(call.arguments()[0], call.arguments()[1], Optional.empty(), call.arguments()[3]))),
    LOSES_UPDATES_ON_THE_WAY(() -> on(SEND, _ -> Optional.empty())),
    NEVER_EMPTIES_THE_OUTBOX(() -> on("Outbox.pending", _ -> List.of())),
    GIVES_AN_UPDATE_A_NEW_ID_EACH_TIME(() -> {
        int[] sent = {0};
        return sending(update -> update(update.id() + "-" + sent[0]++, update.kind(), update.subject(), update));
    }),
    TELLS_ANOTHER_COMPANY(() -> sending(update -> update(
            update.id(),
            update.kind(),
            new Update.Subject(
                    new CompanyId("acme"),
                    update.subject().job(),
                    update.subject().candidate()),
            update))),
    FORGETS_AN_EXPORT_WHEN_IT_ERASES(() -> on("Ledger.ofCandidate", call -> ((List<?>) call.proceed())
            .stream().skip(1).toList())),
    SAYS_ERASED_AND_ERASES_NOTHING(() -> on("Ledger.erase", _ -> true)),
    FORGETS_THAT_IT_WAS_ERASED(() -> granting(claim -> new Claim.Granted(
            claim.key(),
            claim.version(),
            claim.attempts(),
            claim.mayExist(),
            claim.placed(),
            claim.failures(),
            claim.told()))),
    NEVER_LOOKS_FOR_WHAT_AN_ERASED_EXPORT_LEFT(() -> erasing(_ -> Optional.empty())),
    LOOKS_BEFORE_S_FOR_WHAT_AN_ERASED_EXPORT_LEFT(
            () -> erasing(lookAt -> lookAt.map(time -> time.minus(Duration.ofSeconds(500))))),
    PROVES_NO_ERASURE(() -> onBoth("Outbox.add", _ -> Optional.empty(), SEND, call -> {
        boolean isProof = call.argument(0, Update.class).kind() == Update.Kind.CANDIDATE_ERASED;
        return isProof ? Optional.empty() : call.proceed();
    })),
    NAMES_NOTHING_THAT_AN_ERASURE_LEFT(() -> sending(update ->
            update.kind() == Update.Kind.CANDIDATE_ERASED ? with(update, new Update.Erasure(List.of())) : update)),
    KEEPS_AN_ADDRESS_IN_THE_LEDGER(() -> recording(
            ExportState.Verified.class,
            verified -> new ExportState.Verified(
                    receipt(new Source("job_board", "ada@example.com"), verified.receipt()), verified.at()))),
    BACKFILLS_NOBODY(() -> on("Ledger.skipped", _ -> List.of())),
    SAYS_RESUMED_AND_DOES_NOTHING(() -> on("Ledger.resume", _ -> true)),
    TELLS_AS_THERE_WHAT_IS_HELD(() -> sending(update -> update.kind() == Update.Kind.EXPORT_HELD
            ? update(update.id(), Update.Kind.EXPORT_VERIFIED, update.subject(), update)
            : update)),
    TELLS_NOBODY_OF_TWO(() -> on(SEND, call -> {
        boolean isOfTwo = call.argument(0, Update.class).kind() == Update.Kind.EXPORT_DUPLICATE_FOUND;
        return isOfTwo ? Optional.empty() : call.proceed();
    })),
    SEES_ONE_WHERE_THERE_ARE_TWO(() -> bearing(seen -> seen.stream().limit(1))),
    SEES_TWO_WHERE_THERE_IS_ONE(
            () -> bearing(seen -> Stream.concat(seen.stream(), seen.stream().limit(1)))),
    FORGETS_WHO_ELSE_BEGAN_TO_CREATE(() -> on("Ledger.contested", _ -> List.of())),
    TELLS_NOBODY_THAT_THE_KEY_WAS_REVOKED(() -> on("Connections.save", call -> {
        Change change = call.argument(0, Change.class);
        return call.proceed(new Change(
                change.seen(),
                change.next(),
                change.audit(),
                Optional.empty(),
                change.consumed(),
                change.follow(),
                change.lease()));
    })),
    TAKES_EVERY_KEY_FOR_GOOD(
            () -> on("PinpointAccounts.probe", _ -> new Probe.Working(ConnectionFixtures.PERMISSIONS)));

    private final Supplier<Bug> bug;

    SeededBug(Supplier<Bug> bug) {
        this.bug = bug;
    }

    /** A fresh one for each run. */
    Bug bug() {
        return bug.get();
    }
}
