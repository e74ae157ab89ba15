package com.hackajob.pinpoint.stagesync;

import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.connection.CheckConnection;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.connection.PinpointAnswer;
import com.hackajob.pinpoint.export.Export;
import com.hackajob.pinpoint.export.ExportKey;
import com.hackajob.pinpoint.export.ExportState;
import com.hackajob.pinpoint.export.ExportState.Erased;
import com.hackajob.pinpoint.export.ExportState.Verified;
import com.hackajob.pinpoint.export.Receipt;
import com.hackajob.pinpoint.mapping.FollowJob;
import com.hackajob.pinpoint.mapping.Mapping;
import com.hackajob.pinpoint.mapping.StageId;
import com.hackajob.pinpoint.stagesync.PinpointStages.Move;
import com.hackajob.pinpoint.stagesync.PinpointStages.Seen;
import com.hackajob.pinpoint.stagesync.Track.Reason;
import com.hackajob.pinpoint.stagesync.Track.Standing;
import com.hackajob.pinpoint.stagesync.Track.Standing.Untracked;
import com.hackajob.pinpoint.stagesync.Track.Standing.Waiting;
import com.hackajob.pinpoint.stagesync.Tracks.Change;
import com.hackajob.pinpoint.stagesync.Tracks.Direction;
import com.hackajob.pinpoint.stagesync.Tracks.Scene;
import com.hackajob.pinpoint.updates.DeliverUpdate;
import com.hackajob.pinpoint.updates.Update;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Keeps a candidate's stages on both sides in step, by {@link Verdict}'s rule. Whatever gives reason to look (a move on
 * hackajob, a webhook, a poll, a due time) comes here, and reads both sides as they are: so hints may come late, twice, in
 * any order, or never.
 *
 * <p>Looked at again after an outage when its time has come. Were we to die after moving the application and before writing
 * it down, the next look finds it moved.
 */
public final class FollowStages {

    private static final int TURNS = 3;

    private final Tracks tracks;
    private final PinpointStages pinpoint;
    private final FollowJob followJob;
    private final CheckConnection check;
    private final DeliverUpdate delivery;
    private final Delays delays;
    private final InstantSource clock;

    public FollowStages(
            Tracks tracks,
            PinpointStages pinpoint,
            FollowJob followJob,
            CheckConnection check,
            DeliverUpdate delivery,
            Delays delays,
            InstantSource clock) {
        this.tracks = tracks;
        this.pinpoint = pinpoint;
        this.followJob = followJob;
        this.check = check;
        this.delivery = delivery;
        this.delays = delays;
        this.clock = clock;
    }

    /**
     * hackajob tells that it moved a candidate.
     *
     * @param at when, by hackajob's clock: what is older than its newest move is dropped
     * @throws Outage when the table did not answer, or others wrote the track again and again
     */
    public Followed moved(ExportKey key, StageId stage, Instant at) {
        return follow(key, scene -> scene.track().told(stage, at, clock.instant()));
    }

    /** Something may have moved, or a time has come. */
    public Followed look(ExportKey key) {
        return follow(key, scene -> Optional.of(scene.track()));
    }

    /** As {@link #look}, where a list has shown the application just now: it is not asked for again while it is in step. */
    public Followed look(ExportKey key, Seen shown) {
        return isInStep(tracks.read(key), shown) ? Followed.IN_STEP : look(key);
    }

    private static boolean isInStep(Scene scene, Seen shown) {
        if (scene.track().standing() instanceof Untracked) {
            return true;
        }
        return scene.export().map(Export::state).orElse(null) instanceof Verified(var receipt, var _)
                && scene.connection().isPresent()
                && scene.mapping().isPresent()
                && new Task(
                                scene,
                                scene.track(),
                                receipt,
                                scene.connection().get(),
                                scene.mapping().get())
                        .isInStep(shown);
    }

    private Followed follow(ExportKey key, News news) {
        for (int turn = 0; turn < TURNS; turn++) {
            Optional<Followed> done = follow(tracks.read(key), news);
            if (done.isPresent()) {
                return done.get();
            }
        }
        throw new Outage(ErrorCode.INTERNAL_ERROR, "the track is busy");
    }

    /** @return empty where somebody else was faster */
    private Optional<Followed> follow(Scene scene, News news) {
        Optional<Track> track = news.of(scene);
        if (track.isEmpty()) {
            return Optional.of(Followed.STALE);
        }
        return scene.export()
                .map(export -> follow(scene, track.get(), export))
                .orElseGet(() -> early(scene, track.get()));
    }

    /** The candidate has not accepted, as far as we know; they may have before the job was mapped. */
    private Optional<Followed> early(Scene scene, Track track) {
        return scene.mapping().isEmpty() ? Optional.of(Followed.NOT_OURS) : saved(scene, track, Followed.NOTED);
    }

    private Optional<Followed> follow(Scene scene, Track track, Export export) {
        return switch (export.state()) {
            case Erased _ -> Optional.of(Followed.NOT_OURS);
            case Verified(var receipt, var _) -> follow(scene, track, receipt);
            case ExportState unfinished
            when unfinished.due().isPresent() ->
                track.equals(scene.track()) && track.stage().isEmpty()
                        ? Optional.of(Followed.NOTED)
                        : saved(scene, track.with(delays.retry(track, Optional.empty())), Followed.WAITS);
            case ExportState _ -> noted(scene, track);
        };
    }

    private Optional<Followed> follow(Scene scene, Track track, Receipt receipt) {
        if (track.standing() instanceof Untracked || scene.mapping().isEmpty()) {
            return noted(scene, track);
        }
        if (scene.connection().isEmpty()) {
            return held(scene, track, ErrorCode.NOT_CONNECTED);
        }
        Connection connection = scene.connection().get();
        Mapping mapping = scene.mapping().get();
        if (!receipt.placed().isIn(connection)) {
            return lost(scene, track, Reason.OTHER_ACCOUNT);
        }
        if (!mapping.fits(connection)) {
            return held(scene, track, ErrorCode.MAPPING_OUTDATED);
        }
        Optional<ErrorCode> trouble = connection.trouble();
        if (trouble.isPresent()) {
            return held(scene, track, trouble.get());
        }
        Optional<Instant> notBefore = connection.upkeep().notBefore(clock.instant());
        if (notBefore.isPresent()) {
            return saved(scene, track.with(delays.until(track, notBefore.get())), Followed.WAITS);
        }
        return ask(new Task(scene, track, receipt, connection, mapping));
    }

    private Optional<Followed> ask(Task task) {
        try {
            return task.isSearchedByReference() ? search(task) : read(task);
        } catch (Outage outage) {
            return unanswered(task, task.track(), outage);
        }
    }

    /** The one application of the job that bears our reference; two could be anybody's guess. */
    private Optional<Followed> search(Task task) {
        return switch (pinpoint.bearing(
                task.connection(), List.of(task.track().key().reference()))) {
            case PinpointAnswer.Given<List<Seen>>(var found) -> {
                List<Seen> ours = found.stream()
                        .filter(seen -> seen.reference()
                                .equals(Optional.of(task.track().key().reference())))
                        .filter(seen -> seen.job().equals(task.receipt().pinpointJob()))
                        .toList();
                yield ours.size() == 1
                        ? seen(task.found(ours.getFirst()), ours.getFirst())
                        : lost(task.scene(), task.track(), Reason.GONE);
            }
            case PinpointAnswer.Absent<List<Seen>>() ->
                throw new Outage(ErrorCode.PINPOINT_UNAVAILABLE, "Pinpoint's search is not there");
            case PinpointAnswer.Denied<List<Seen>>(var code) -> denied(task, code, false);
        };
    }

    private Optional<Followed> read(Task task) {
        return switch (pinpoint.read(task.connection(), task.application())) {
            case PinpointAnswer.Given<Seen>(var seen) -> seen(task, seen);
            case PinpointAnswer.Absent<Seen>() -> absent(task);
            case PinpointAnswer.Denied<Seen>(var code) -> denied(task, code, false);
        };
    }

    /** Believed when it is still so after a while. */
    private Optional<Followed> absent(Task task) {
        if (task.track().standing() instanceof Standing.Searched) {
            return lost(task.scene(), task.track(), Reason.GONE);
        }
        if (task.track().standing() instanceof Waiting(var until, var code, var _)
                && code.equals(Optional.of(ErrorCode.UNTRACKED))) {
            return clock.instant().isBefore(until)
                    ? Optional.of(Followed.WAITS)
                    : lost(task.scene(), task.track(), Reason.GONE);
        }
        Instant certain = clock.instant().plus(delays.settling());
        var doubt = new Waiting(certain, Optional.of(ErrorCode.UNTRACKED), 0);
        return saved(task.scene(), task.track().with(doubt), Followed.WAITS);
    }

    private Optional<Followed> seen(Task task, Seen seen) {
        Optional<Reason> reason = task.lost(seen);
        if (reason.isPresent()) {
            return lost(task.scene(), task.track(), reason.get());
        }
        // The job was mapped to another one since: its stages say nothing about this application's.
        if (!task.mapping().pinpointJob().id().equals(seen.job())) {
            return noted(task.scene(), task.track());
        }
        Optional<Agreed> origin = task.origin();
        if (origin.isEmpty()) {
            return noted(task.scene(), task.track());
        }
        return judged(task, seen, origin.get());
    }

    private Optional<Followed> judged(Task task, Seen seen, Agreed origin) {
        Track track = task.track();
        return switch (Verdict.of(
                track, origin, task.mapping(), task.drives(), seen.stage(), delays.settling(), clock.instant())) {
            case Verdict.Settle(var agreed) -> saved(task.scene(), track.settled(agreed), Followed.IN_STEP);
            case Verdict.LookAgain(var at) -> saved(task.scene(), track.with(delays.until(track, at)), Followed.WAITS);
            case Verdict.Hold(var code) -> mendedOrHeld(task, code);
            case Verdict.Ask ask -> asked(task, ask);
            case Verdict.Push push -> push(task, seen, push);
        };
    }

    /** What stands in the way may have been put right in Pinpoint: that is found out once each time its turn comes. */
    private Optional<Followed> mendedOrHeld(Task task, ErrorCode code) {
        if (delays.isFresh(task.mapping().snapshot().readAt(), clock.instant())) {
            return held(task.scene(), task.track(), code);
        }
        return switch (followJob.follow(task.connection(), task.mapping())) {
            case PinpointAnswer.Given<Mapping>(var read)
            when read.drift().of(task.stage()).isEmpty() -> ask(task.with(read));
            case PinpointAnswer.Denied<Mapping>(var denial) -> denied(task, denial, false);
            case PinpointAnswer.Given<Mapping> _, PinpointAnswer.Absent<Mapping> _ ->
                held(task.scene(), task.track(), code);
        };
    }

    private Optional<Followed> push(Task task, Seen seen, Verdict.Push push) {
        Instant start = clock.instant();
        try {
            return switch (pinpoint.move(task.connection(), task.application(), push.target())) {
                case Move.Moved() -> pushed(task, seen, push, start);
                case Move.Refused() -> refused(task);
                case Move.Denied(var code) -> denied(task, code, true);
            };
        } catch (Outage outage) {
            return unanswered(task, task.track().with(new Track.Pushed(seen.stage(), start, false)), outage);
        }
    }

    private Optional<Followed> pushed(Task task, Seen seen, Verdict.Push push, Instant start) {
        check.written(task.connection());
        check.answered(task.connection());
        Track next = task.track()
                .settled(new Agreed(push.stage(), push.target()))
                .with(new Track.Pushed(seen.stage(), start, true));
        return save(task.scene(), next, Optional.empty(), Optional.of(Direction.OUT))
                ? Optional.of(Followed.PUSHED)
                : Optional.empty();
    }

    private Optional<Followed> refused(Task task) {
        return switch (followJob.follow(task.connection(), task.mapping())) {
            case PinpointAnswer.Given<Mapping>(var read) ->
                read.drift()
                        .of(task.stage())
                        .or(read::obstacle)
                        .map(code -> held(task.scene(), task.track(), code))
                        .orElseGet(() -> retried(task, ErrorCode.PINPOINT_REFUSED));
            case PinpointAnswer.Absent<Mapping>() -> noted(task.scene(), task.track());
            case PinpointAnswer.Denied<Mapping>(var code) -> denied(task, code, false);
        };
    }

    private Optional<Followed> retried(Task task, ErrorCode code) {
        return saved(task.scene(), task.track().with(delays.retry(task.track(), Optional.of(code))), Followed.WAITS);
    }

    private Optional<Followed> asked(Task task, Verdict.Ask ask) {
        Instant now = clock.instant();
        Track next = task.track().asking(ask.agreed(), now);
        var move = new Update.StageMove(
                ask.agreed().stage().value(), ask.overruled().map(StageId::value));
        Update update = update(next, Update.Kind.CANDIDATE_STAGE_CHANGED, Optional.empty(), now, move);
        return told(task.scene(), next, update, Optional.of(Direction.IN))
                ? Optional.of(Followed.ASKED)
                : Optional.empty();
    }

    private Optional<Followed> lost(Scene scene, Track track, Reason reason) {
        Instant now = clock.instant();
        Track next = track.with(new Untracked(reason, now));
        var lost = new Update.Lost(reason.code(), reason.detail());
        Update update = update(next, Update.Kind.EXPORT_UNTRACKED, Optional.of(ErrorCode.UNTRACKED), now, lost);
        return told(scene, next, update, Optional.empty()) ? Optional.of(Followed.LOST) : Optional.empty();
    }

    /** The version makes the id stable and unique. */
    private static Update update(
            Track next, Update.Kind kind, Optional<ErrorCode> code, Instant now, Update.Detail detail) {
        ExportKey key = next.key();
        String id = key.updateId("stage~" + (next.version() + 1));
        return new Update(id, kind, key.subject(), code, now, Optional.of(detail));
    }

    private Optional<Followed> denied(Task task, ErrorCode code, boolean isWriting) {
        return check.denied(task.connection(), code, isWriting)
                .map(stands -> held(task.scene(), task.track(), stands))
                .orElseGet(() -> retried(task, ErrorCode.PINPOINT_UNAVAILABLE));
    }

    private Optional<Followed> unanswered(Task task, Track track, Outage outage) {
        check.unanswered(task.connection(), outage);
        return saved(task.scene(), track.with(delays.retry(track, outage)), Followed.WAITS);
    }

    /** Nothing can be done about it until something else gives reason to look. */
    private Optional<Followed> noted(Scene scene, Track track) {
        Track next =
                switch (track.standing()) {
                    case Untracked _ -> track;
                    case Standing.Searched _ -> track.with(delays.hold(ErrorCode.UNMAPPED));
                    case Standing.Still _, Waiting _ -> track.with(new Standing.Still());
                };
        return saved(scene, next, Followed.NOTED);
    }

    private Optional<Followed> held(Scene scene, Track track, ErrorCode code) {
        return saved(scene, track.with(delays.hold(code)), Followed.WAITS);
    }

    private Optional<Followed> saved(Scene scene, Track next, Followed followed) {
        return next.equals(scene.track()) || save(scene, next, Optional.empty(), Optional.empty())
                ? Optional.of(followed)
                : Optional.empty();
    }

    private boolean told(Scene scene, Track next, Update update, Optional<Direction> direction) {
        boolean isSaved = save(scene, next, Optional.of(update), direction);
        if (isSaved) {
            delivery.deliver(update);
        }
        return isSaved;
    }

    private boolean save(Scene scene, Track next, Optional<Update> update, Optional<Direction> direction) {
        return tracks.save(new Change(
                next, update, direction, clock.instant(), scene.export().isEmpty()));
    }

    /** What a reason to look changes of what is known; empty where it is none. */
    private interface News {
        Optional<Track> of(Scene scene);
    }
}
