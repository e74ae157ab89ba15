package com.hackajob.pinpoint.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.export.EraseCandidate;
import com.hackajob.pinpoint.export.ExportCandidate;
import com.hackajob.pinpoint.export.ExportDueWork;
import com.hackajob.pinpoint.export.ExportOutcome;
import com.hackajob.pinpoint.export.MaintainConnection;
import com.hackajob.pinpoint.lambda.SqsEvent.Failure;
import com.hackajob.pinpoint.lambda.SqsEvent.Message;
import com.hackajob.pinpoint.mapping.PromptForMapping;
import com.hackajob.pinpoint.stagesync.FollowDue;
import com.hackajob.pinpoint.stagesync.FollowHint;
import com.hackajob.pinpoint.stagesync.FollowStages;
import com.hackajob.pinpoint.stagesync.PollPinpoint;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Does the work of a company's events. A message is acknowledged once its effect, or the time of the next try, is written. */
@Named("events")
@Singleton
final class EventsHandler implements RequestHandler<SqsEvent, SqsEvent.Result> {

    private static final Logger LOG = Logger.getLogger(EventsHandler.class);

    /** What one more export may take at the most. */
    private static final Duration ONE_EXPORT = Duration.ofSeconds(150);

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
            LOG.infof("%s: %s", message.messageId(), handle(message, context));
            return true;
        } catch (RuntimeException failure) {
            LOG.error(Bug.in(message.messageId(), failure));
            return false;
        }
    }

    /** @return what came of it, for the log */
    private String handle(Message message, Context context) {
        return switch (events.read(message.body())) {
            case Event.CandidateAccepted(var key) ->
                "candidate.accepted " + key.company().value() + "/" + key.job().value() + "/"
                        + key.candidate().value() + " -> " + name(exportCandidate.export(key));
            case Event.CandidateMoved(var key, var stage, var at) ->
                "candidate.stage_changed " + key.company().value() + "/"
                        + key.job().value() + "/" + key.candidate().value() + " -> "
                        + followStages.moved(key, stage, at);
            case Event.PinpointHint(var company, var application) ->
                "pinpoint.hint " + company.value() + " -> " + followHint.follow(company, application);
            case Event.CandidateErased(var company, var candidate, var at) ->
                "candidate.erased " + company.value() + "/" + candidate.value() + " -> "
                        + eraseCandidate.erase(company, candidate, at) + " exports";
            case Event.JobPublished(var company, var job, var title, var at) ->
                "job.published " + company.value() + "/" + job.value() + " -> "
                        + promptForMapping.published(company, job, title, at);
            case Event.JobClosed(var company, var job, var at) ->
                "job.closed " + company.value() + "/" + job.value() + " -> "
                        + promptForMapping.closed(company, job, at);
            case Event.CompanyDue(var company) -> "company.due " + company.value() + " -> " + due(company, context);
            case Event.ConnectionPoll(var company) -> "connection.poll " + company.value() + " -> " + poll(company);
            case Event.Ignored(var type) -> "ignored " + printable(type);
            case Event.Unreadable(var reason) -> {
                deadLetters.send(message, reason);
                yield "dead letter: " + reason;
            }
        };
    }

    private String poll(CompanyId company) {
        var maintained = maintainConnection.maintain(company);
        pollPinpoint.poll(company);
        return name(maintained);
    }

    private String due(CompanyId company, Context context) {
        Duration left = Duration.ofMillis(context.getRemainingTimeInMillis()).minus(ONE_EXPORT);
        Instant startBefore = clock.instant().plus(left);
        String exports = exportDueWork.run(company, startBefore).stream()
                .map(EventsHandler::name)
                .collect(Collectors.joining(","));
        return exports + " " + followDue.run(company, startBefore);
    }

    private static String name(ExportOutcome outcome) {
        return switch (outcome) {
            case ExportOutcome.Recorded(var state) -> state.getClass().getSimpleName();
            case ExportOutcome.Broken(var state, var bug) -> {
                LOG.error(Bug.in("an export", bug));
                yield state.getClass().getSimpleName() + " (broken)";
            }
            case ExportOutcome.NotDue _ -> "NotDue";
            case ExportOutcome.TakenOver _ -> "TakenOver";
        };
    }

    private static String name(MaintainConnection.Outcome outcome) {
        return switch (outcome) {
            case MaintainConnection.Outcome.Looked(var released) -> "looked after, let " + released + " exports go";
            case MaintainConnection.Outcome.NoAnswer(var code) -> code.code();
        };
    }

    private static String printable(String type) {
        return type.replaceAll("[^A-Za-z0-9._-]", "?").substring(0, Math.min(type.length(), 60));
    }
}
