package com.hackajob.pinpoint.stagesync;

import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.export.ExportKey;
import com.hackajob.pinpoint.export.Ledger;
import com.hackajob.pinpoint.stagesync.PinpointStages.Seen;
import com.hackajob.pinpoint.stagesync.Poll.GoOn;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds moves in Pinpoint of which no webhook told: reads what changed since the last time. It begins a little before the
 * latest change that it saw, by Pinpoint's own clock: what was changed while it read, or is shown late, comes again. What is
 * too much for once goes on where it stopped.
 */
final class FollowChanges {

    /** More than Pinpoint may show a change late. */
    static final Duration OVERLAP = Duration.ofMinutes(15);

    /** By so much Pinpoint's clock may be ahead of ours. */
    private static final Duration AHEAD = Duration.ofMinutes(15);

    /** So many lists at a time: the rest comes the next time. */
    private static final int MOST_LISTS = 5;

    /** So many moves at a time; those are in step the next time. */
    private static final int MOST_MOVES = 50;

    private static final Set<Followed> MOVES = EnumSet.of(Followed.PUSHED, Followed.ASKED, Followed.LOST);

    private final PinpointStages pinpoint;
    private final Ledger ledger;
    private final FollowStages followStages;
    private final InstantSource clock;

    FollowChanges(PinpointStages pinpoint, Ledger ledger, FollowStages followStages, InstantSource clock) {
        this.pinpoint = pinpoint;
        this.ledger = ledger;
        this.followStages = followStages;
        this.clock = clock;
    }

    /**
     * @param poll of the connection
     * @param startBefore nothing is begun after that: it could not be finished in time
     * @return how far it came
     * @throws com.hackajob.pinpoint.Outage when Pinpoint did not answer
     */
    Progress follow(Connection connection, Poll poll, Instant startBefore) {
        var run = new Run(connection, poll, startBefore);
        GoOn place = poll.goOn()
                .orElseGet(() ->
                        new GoOn(poll.watermark().orElse(connection.since()).minus(OVERLAP), 1));
        for (int lists = 0; lists < MOST_LISTS; lists++) {
            List<Seen> changes = changes(connection, place);
            if (!run.takesAll(changes)) {
                return run.progress(Optional.of(place));
            }
            if (changes.size() < PinpointStages.PAGE) {
                return run.progress(Optional.empty());
            }
            place = after(changes.getLast(), place);
        }
        return run.progress(Optional.of(place));
    }

    // By key and not by number, since what is changed meanwhile moves to the end; but a second that fills a whole
    // page is read through by number. Times are shown in whole seconds and may be finer.
    private static GoOn after(Seen last, GoOn place) {
        Instant next = last.changedAt().minusSeconds(1);
        return next.isAfter(place.after()) ? new GoOn(next, 1) : new GoOn(place.after(), place.page() + 1);
    }

    private List<Seen> changes(Connection connection, GoOn place) {
        // Where there is nothing, whoever looks after the connection finds out why, and tells.
        return pinpoint.changedAfter(connection, place.after(), place.page())
                .given()
                .orElse(List.of());
    }

    /** @param missed when something was moved of which we had not heard; the latest */
    record Progress(Poll poll, Optional<Instant> missed) {
        boolean isDone() {
            return poll.goOn().isEmpty();
        }
    }

    private final class Run {

        private final Connection connection;
        private final Instant startBefore;
        private final Set<Seen> taken = new HashSet<>();
        private Poll poll;
        private Optional<Instant> missed = Optional.empty();
        private int moves;

        private Run(Connection connection, Poll poll, Instant startBefore) {
            this.connection = connection;
            this.poll = poll;
            this.startBefore = startBefore;
        }

        /** @return false where it is enough for once */
        private boolean takesAll(List<Seen> changes) {
            for (Seen seen : changes) {
                if (moves >= MOST_MOVES || clock.instant().isAfter(startBefore)) {
                    return false;
                }
                if (taken.add(seen)) {
                    take(seen);
                }
            }
            return true;
        }

        private void take(Seen seen) {
            for (ExportKey key : ledger.ofApplication(connection.company(), connection.generation(), seen.id())) {
                Followed followed = followStages.look(key, seen);
                moves += MOVES.contains(followed) ? 1 : 0;
                if (followed == Followed.ASKED) {
                    missed = Optional.of(seen.changedAt());
                }
            }
            poll = poll.seen(seen.changedAt(), clock.instant().plus(AHEAD));
        }

        private Progress progress(Optional<GoOn> next) {
            return new Progress(poll.goingOn(next), missed);
        }
    }
}
