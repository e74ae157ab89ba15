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
        Person person = submission.candidate().person();
        return find(order).or(() -> lookByEmail(order, person)).orElseGet(() -> create(order, submission, lookedAt));
    }

    /**
     * What an earlier attempt may have created, without what it would be sent with.
     *
     * @return {@link Placed} or {@link Blocked}; empty where Pinpoint has nothing of ours
     */
    Optional<Placement> find(Order order) {
        return order.claim().mayExist() ? lookByReference(order) : Optional.empty();
    }

    private Optional<Placement> lookByReference(Order order) {
        Reference ours = order.key().reference();
        return choose(applications.findByReference(order.connection(), ours), match -> isOurs(match, ours), order);
    }

    private Optional<Placement> lookByEmail(Order order, Person person) {
        var job = order.mapping().pinpointJob().id();
        return choose(
                applications.findByEmail(order.connection(), job, person.email()),
                match -> match.job().equals(job)
                        && match.email().filter(person::isNotAt).isEmpty(),
                order);
    }

    // A filter that Pinpoint leaves out of account finds everybody: nothing is taken but what was asked for.
    private static Optional<Placement> choose(PinpointAnswer<List<Match>> answer, Predicate<Match> asked, Order order) {
        return switch (answer) {
            case PinpointAnswer.Given<List<Match>>(var matches) ->
                best(matches.stream().filter(asked), order);
            // A search has no address that could be missing: whoever answered, it was not Pinpoint.
            case PinpointAnswer.Absent<List<Match>>() ->
                throw new Outage(ErrorCode.PINPOINT_UNAVAILABLE, "Pinpoint's search is not there");
            case PinpointAnswer.Denied<List<Match>>(var code) -> Optional.of(new Blocked(code, false));
        };
    }

    /** Ours before another export's before anybody's. */
    private static Optional<Placement> best(Stream<Match> matches, Order order) {
        return matches.map(match -> placed(match.id(), origin(match, order.key().reference()), order))
                .min(Comparator.comparing(placed ->
                        List.of(Origin.FOUND, Origin.SHARED, Origin.ADOPTED).indexOf(placed.origin())))
                .map(placed -> placed);
    }

    private static Placed placed(ApplicationId application, Origin origin, Order order) {
        return new Placed(application, origin, order.connection().generation());
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
        return switch (ledger.begin(order.claim(), place(order, lookedAt), submitting, now)) {
            case YES -> post(order, submission);
            case TAKEN_OVER -> new TakenOver();
            case OCCUPIED -> new Occupied();
        };
    }

    private static Ledger.Place place(Order order, Instant lookedAt) {
        return new Ledger.Place(
                order.connection().generation(), order.mapping().pinpointJob().id(), lookedAt);
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
            case Creation.Created(var id) -> placed(id, Origin.CREATED, order);
            case Creation.AlreadyThere() ->
                lookByEmail(order, submission.candidate().person()).orElseGet(() -> notShown(order));
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
