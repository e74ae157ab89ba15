package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.connection.PinpointAnswer;
import com.hackajob.pinpoint.export.PinpointApplications.Creation;
import com.hackajob.pinpoint.export.PinpointApplications.Match;
import com.hackajob.pinpoint.export.Placement.Blocked;
import com.hackajob.pinpoint.export.Placement.NotShown;
import com.hackajob.pinpoint.export.Placement.Obstructed;
import com.hackajob.pinpoint.export.Placement.Occupied;
import com.hackajob.pinpoint.export.Placement.Refused;
import com.hackajob.pinpoint.export.Placement.TakenOver;
import com.hackajob.pinpoint.export.Placement.Uncertain;
import com.hackajob.pinpoint.export.Receipt.Origin;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Sees to it that Pinpoint holds the application once: looks first, and creates only what is not there. */
public final class PlaceApplication {

    /** So often in a row it may have come to nothing before an application that Pinpoint has, and does not show, is given up. */
    private static final int TRIES_TO_FIND = 3;

    private final PinpointApplications applications;
    private final Ledger ledger;
    private final Times times;
    private final InstantSource clock;

    public PlaceApplication(PinpointApplications applications, Ledger ledger, Times times, InstantSource clock) {
        this.applications = applications;
        this.ledger = ledger;
        this.times = times;
        this.clock = clock;
    }

    Placement place(Order order, Submission submission) {
        Instant lookedAt = clock.instant();
        Supplier<Placement> create = () -> create(order, submission, lookedAt);
        return order.claim().mayExist()
                ? lookByReference(submission, () -> lookByEmail(submission, create))
                : lookByEmail(submission, create);
    }

    private Placement lookByReference(Submission submission, Supplier<Placement> otherwise) {
        var found = applications.findByReference(submission.connection(), submission.reference());
        return choose(found, match -> isOurs(match, submission.reference()), submission, otherwise);
    }

    private Placement lookByEmail(Submission submission, Supplier<Placement> otherwise) {
        var job = submission.mapping().pinpointJob().id();
        var person = submission.candidate().person();
        var found = applications.findByEmail(submission.connection(), job, person.email());
        return choose(
                found,
                match -> match.job().equals(job)
                        && match.email().filter(person::isNotAt).isEmpty(),
                submission,
                otherwise);
    }

    // A filter that Pinpoint leaves out of account finds everybody: nothing is taken but what was asked for.
    private static Placement choose(
            PinpointAnswer<List<Match>> answer,
            Predicate<Match> asked,
            Submission submission,
            Supplier<Placement> otherwise) {
        return switch (answer) {
            case PinpointAnswer.Given<List<Match>>(var matches) ->
                best(matches.stream().filter(asked), submission).orElseGet(otherwise);
            // A search has no address that could be missing: whoever answered, it was not Pinpoint.
            case PinpointAnswer.Absent<List<Match>>() ->
                throw new Outage(ErrorCode.PINPOINT_UNAVAILABLE, "Pinpoint's search is not there");
            case PinpointAnswer.Denied<List<Match>>(var code) -> new Blocked(code, false);
        };
    }

    /** Ours before another export's before anybody's. */
    private static Optional<Placement> best(Stream<Match> matches, Submission submission) {
        return matches.map(match -> placed(match.id(), origin(match, submission.reference()), submission))
                .min(Comparator.comparing(placed ->
                        List.of(Origin.FOUND, Origin.SHARED, Origin.ADOPTED).indexOf(placed.origin())))
                .map(placed -> placed);
    }

    private static Placed placed(ApplicationId application, Origin origin, Submission submission) {
        return new Placed(application, origin, submission.connection().generation());
    }

    private static Origin origin(Match match, Reference ours) {
        if (isOurs(match, ours)) {
            return Origin.FOUND;
        }
        return match.reference().filter(Reference::isHackajobs).isPresent() ? Origin.SHARED : Origin.ADOPTED;
    }

    private static boolean isOurs(Match match, Reference ours) {
        return match.reference().filter(ours::equals).isPresent();
    }

    // What stands in the way of sending stands here only in the way of creating: what may be there was looked for
    // first.
    private Placement create(Order order, Submission submission, Instant lookedAt) {
        return order.mapping()
                .obstacle()
                .<Placement>map(Obstructed::new)
                .orElseGet(() -> begin(order, submission, lookedAt));
    }

    // Written before the POST, so that whoever takes over from us knows that it may have taken effect, and waits until
    // it must be visible. The write is also the last check that the lease is still ours, and that no other export
    // of the candidate is about to create the same.
    private Placement begin(Order order, Submission submission, Instant lookedAt) {
        var now = clock.instant();
        var submitting = new ExportState.Submitting(now.plus(times.untilVisible()));
        return switch (ledger.begin(order.claim(), place(submission, lookedAt), submitting, now)) {
            case YES -> post(order, submission);
            case TAKEN_OVER -> new TakenOver();
            case OCCUPIED -> new Occupied();
        };
    }

    private static Ledger.Place place(Submission submission, Instant lookedAt) {
        return new Ledger.Place(
                submission.connection().generation(),
                submission.mapping().pinpointJob().id(),
                lookedAt);
    }

    private Placement post(Order order, Submission submission) {
        try {
            return outcome(applications.create(submission), order, submission);
        } catch (Outage outage) {
            return new Uncertain(outage);
        }
    }

    private Placement outcome(Creation creation, Order order, Submission submission) {
        return switch (creation) {
            case Creation.Created(var id) -> placed(id, Origin.CREATED, submission);
            case Creation.AlreadyThere() -> lookByEmail(submission, () -> notShown(order));
            case Creation.Refused(var code, var words) -> new Refused(code, words);
            case Creation.Denied(var code) -> new Blocked(code, true);
        };
    }

    // Somebody's application, or another export's, may be too young for the search.
    private static Placement notShown(Order order) {
        return order.claim().failures() >= TRIES_TO_FIND
                ? new Refused(ErrorCode.PINPOINT_REFUSED, "has applied already")
                : new NotShown();
    }
}
