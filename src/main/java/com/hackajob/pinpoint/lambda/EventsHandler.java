package com.hackajob.pinpoint.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.Lag;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.export.EraseCandidate;
import com.hackajob.pinpoint.export.ExportCandidate;
import com.hackajob.pinpoint.export.ExportDueWork;
import com.hackajob.pinpoint.export.ExportKey;
import com.hackajob.pinpoint.export.ExportOutcome;
import com.hackajob.pinpoint.export.ExportState;
import com.hackajob.pinpoint.export.MaintainConnection;
import com.hackajob.pinpoint.export.Times;
import com.hackajob.pinpoint.export.Worker;
import com.hackajob.pinpoint.lambda.SqsEvent.Failure;
import com.hackajob.pinpoint.lambda.SqsEvent.Message;
import com.hackajob.pinpoint.mapping.PromptForMapping;
import com.hackajob.pinpoint.stagesync.FollowDue;
import com.hackajob.pinpoint.stagesync.FollowHint;
import com.hackajob.pinpoint.stagesync.FollowStages;
import com.hackajob.pinpoint.stagesync.Followed;
import com.hackajob.pinpoint.stagesync.PollPinpoint;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Does the work of a company's events. A message is acknowledged once its effect, or the time of the next try, is written. */
@Named("events")
@Singleton
final class EventsHandler implements RequestHandler<SqsEvent, SqsEvent.Result> {

    private static final Logger LOG = Logger.getLogger(EventsHandler.class);

    private static final String BROKEN = "broken";

    /** What a look at one candidate may take at the most: a few calls to Pinpoint. */
    private static final Duration ONE_LOOK = Duration.ofSeconds(60);

    private final Events events;
    private final ExportCandidate exportCandidate;
    private final ExportDueWork exportDueWork;
    private final MaintainConnection maintainConnection;
    private final PromptForMapping promptForMapping;
    private final EraseCandidate eraseCandidate;
    private final FollowStages followStages;
    private final FollowHint followHint;
    private final FollowDue followDue;
    private final PollPinpoint pollPinpoint;
    private final DeadLetters deadLetters;
    private final Invocations invocations;
    private final Times times;
    private final InstantSource clock;

    EventsHandler(
            Events events,
            ExportCandidate exportCandidate,
            ExportDueWork exportDueWork,
            MaintainConnection maintainConnection,
            PromptForMapping promptForMapping,
            EraseCandidate eraseCandidate,
            FollowStages followStages,
            FollowHint followHint,
            FollowDue followDue,
            PollPinpoint pollPinpoint,
            DeadLetters deadLetters,
            Invocations invocations,
            Times times,
            InstantSource clock) {
        this.events = events;
        this.exportCandidate = exportCandidate;
        this.exportDueWork = exportDueWork;
        this.maintainConnection = maintainConnection;
        this.promptForMapping = promptForMapping;
        this.eraseCandidate = eraseCandidate;
        this.followStages = followStages;
        this.followHint = followHint;
        this.followDue = followDue;
        this.pollPinpoint = pollPinpoint;
        this.deadLetters = deadLetters;
        this.invocations = invocations;
        this.times = times;
        this.clock = clock;
    }

    @Override
    public SqsEvent.Result handleRequest(SqsEvent event, Context context) {
        return new SqsEvent.Result(event.records().stream()
                .filter(message -> !isDone(message, context))
                .map(message -> new Failure(message.messageId()))
                .toList());
    }

    private boolean isDone(Message message, Context context) {
        try {
            invocations.run(context, "event", invocation -> handle(message, invocation, context), outcome -> outcome);
            return true;
        } catch (RuntimeException failure) {
            LOG.error(Bug.in(message.messageId(), failure));
            return false;
        }
    }

    /** @return what came of it, in a word */
    private String handle(Message message, Invocation invocation, Context context) {
        Event event = events.read(message.body());
        EventFacts.tell(event, invocation.with("message", message.messageId()));
        return switch (event) {
            case Event.CandidateAccepted(var key) -> told(key, exportCandidate.export(key), invocation, context);
            case Event.CandidateMoved(var key, var stage, var at) ->
                moved(List.of(followStages.moved(key, stage, at)), at);
            case Event.PinpointHint(var company, var application, var at) ->
                moved(followHint.follow(company, application), at);
            case Event.CandidateErased(var company, var candidate, var at) -> {
                invocation.with("exports", eraseCandidate.erase(company, candidate, at));
                yield "erased";
            }
            case Event.JobPublished(var company, var job, var title, var at) ->
                word(promptForMapping.published(company, job, title, at));
            case Event.JobClosed(var company, var job, var at) -> word(promptForMapping.closed(company, job, at));
            case Event.CompanyDue(var round) -> due(round, invocation, context);
            case Event.ConnectionPoll(var company) -> poll(company, message, invocation, context);
            case Event.Ignored _ -> "ignored";
            case Event.Unreadable(var reason) -> {
                deadLetters.send(message, reason);
                yield "dead_letter";
            }
        };
    }

    /** Where the candidate had applied otherwise, hackajob does not know yet how far they are. */
    private String told(ExportKey key, ExportOutcome outcome, Invocation invocation, Context context) {
        String word = told(outcome, invocation);
        boolean isJoined = outcome instanceof ExportOutcome.Recorded(ExportState.Verified(var receipt, var _))
                && receipt.isJoined();
        // Where there is no time for it, the night finds out.
        return isJoined && clock.instant().isBefore(startBefore(context, ONE_LOOK)) ? word + "," + looked(key) : word;
    }

    /** The export is done: what breaks now must not have its message come again. */
    private String looked(ExportKey key) {
        try {
            return word(followStages.look(key));
        } catch (RuntimeException broken) {
            LOG.error(Bug.in("the first look at a stage", broken));
            return word(Followed.BROKEN);
        }
    }

    private String moved(List<Followed> followed, Instant since) {
        Duration length = Duration.between(since, clock.instant());
        if (followed.contains(Followed.PUSHED)) {
            invocations.lag(Lag.STAGE_OUT, length);
        }
        if (followed.contains(Followed.ASKED)) {
            invocations.lag(Lag.STAGE_IN, length);
        }
        return words(followed);
    }

    // What breaks is tried again in a while, and somebody has to know. Were the message itself to come again, the
    // company's others would wait for it.
    private String poll(CompanyId company, Message message, Invocation invocation, Context context) {
        String maintained = told(maintainConnection.maintain(company), invocation);
        String word = isAsked(company, context) ? maintained : BROKEN;
        if (word.equals(BROKEN)) {
            deadLetters.send(message, BROKEN);
        }
        return word;
    }

    /** Whether Pinpoint could be asked for what it did not tell, or can be the next time. */
    private boolean isAsked(CompanyId company, Context context) {
        try {
            pollPinpoint.poll(company, startBefore(context, ONE_LOOK));
            return true;
        } catch (Outage later) {
            return true;
        } catch (RuntimeException bug) {
            LOG.error(Bug.in("asking for what Pinpoint did not tell", bug));
            return false;
        }
    }

    private String due(Worker.Round round, Invocation invocation, Context context) {
        Instant now = clock.instant();
        Instant exportsUntil = startBefore(context, times.oneExport());
        // Moves first: they take little, and exports may take all the time there is. But exports have to begin in time.
        Instant looksUntil = now.plus(Duration.between(now, exportsUntil).dividedBy(2));
        List<Followed> looks = round.isLate(now) ? List.of() : followDue.run(round.company(), looksUntil);
        Stream<String> exports = exportDueWork.run(round, exportsUntil).entrySet().stream()
                .map(done -> told(done.getKey(), done.getValue(), invocation, context));
        String words =
                Stream.concat(looks.stream().map(EventsHandler::word), exports).collect(Collectors.joining(","));
        return words.isEmpty() ? "nothing" : words;
    }

    /** @param longest what may be begun at the last moment may take so long */
    private Instant startBefore(Context context, Duration longest) {
        return clock.instant().plusMillis(context.getRemainingTimeInMillis()).minus(longest);
    }

    private String told(ExportOutcome outcome, Invocation invocation) {
        String word = word(outcome);
        invocation.tally().exported(word);
        if (outcome instanceof ExportOutcome.Recorded(ExportState.Verified(var receipt, var at))) {
            invocations.lag(Lag.ACCEPTED_TO_VERIFIED, Duration.between(receipt.acceptedAt(), at));
        }
        return word;
    }

    private static String word(ExportOutcome outcome) {
        return switch (outcome) {
            case ExportOutcome.Recorded(var state) ->
                state.getClass().getSimpleName().toLowerCase(Locale.ROOT);
            case ExportOutcome.Broken(var _, var bug) -> {
                LOG.error(Bug.in("an export", bug));
                yield BROKEN;
            }
            case ExportOutcome.NotDue _ -> "not_due";
            case ExportOutcome.TakenOver _ -> "taken_over";
        };
    }

    private static String told(MaintainConnection.Outcome outcome, Invocation invocation) {
        return switch (outcome) {
            case MaintainConnection.Outcome.Looked(var released) -> {
                invocation.with("released", released);
                yield "looked_after";
            }
            case MaintainConnection.Outcome.NoAnswer(var code) -> code.code();
            case MaintainConnection.Outcome.Broken(var bug) -> {
                LOG.error(Bug.in("looking after a connection", bug));
                yield BROKEN;
            }
        };
    }

    private static String word(Enum<?> outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    private static String words(List<? extends Enum<?>> outcomes) {
        return outcomes.isEmpty()
                ? "not_ours"
                : outcomes.stream().map(EventsHandler::word).collect(Collectors.joining(","));
    }
}
