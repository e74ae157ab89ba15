package com.hackajob.pinpoint.stagesync;

import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.connection.PinpointAnswer;
import com.hackajob.pinpoint.export.ExportKey;
import com.hackajob.pinpoint.export.Ledger;
import com.hackajob.pinpoint.stagesync.PinpointStages.Seen;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds moves in Pinpoint of which no webhook told: reads what changed since the last time. It goes on from the latest
 * change that it saw, by Pinpoint's own clock, and begins a little earlier: what was changed while it read, or is shown
 * late, comes again the next time.
 */
final class FollowChanges {

    /** More than Pinpoint may show a change late. */
    static final Duration OVERLAP = Duration.ofMinutes(15);

    /** So many lists at a time: the rest comes the next time. */
    private static final int MOST_LISTS = 5;

    /** So many candidates who have moved are followed at a time. */
    private static final int MOST_MOVES = 50;

    private final PinpointStages pinpoint;
    private final Ledger ledger;
    private final FollowStages followStages;

    FollowChanges(PinpointStages pinpoint, Ledger ledger, FollowStages followStages) {
        this.pinpoint = pinpoint;
        this.ledger = ledger;
        this.followStages = followStages;
    }

    /**
     * @param poll of the connection
     * @return how far it came
     * @throws com.hackajob.pinpoint.Outage when Pinpoint did not answer
     */
    Progress follow(Connection connection, Poll poll) {
        var run = new Run(connection, poll);
        Instant from = poll.watermark().orElse(connection.since()).minus(OVERLAP);
        int page = 1;
        for (int lists = 0; lists < MOST_LISTS; lists++) {
            List<Seen> changes = changes(connection, from, page);
            if (!run.takesAll(changes)) {
                return run.progress(false);
            }
            if (changes.size() < PinpointStages.PAGE) {
                return run.progress(true);
            }
            // By key and not by number, since what is changed meanwhile moves to the end; but a second that fills a
            // whole page is read through by number. Times are shown in whole seconds and may be finer.
            Instant next = changes.getLast().changedAt().minusSeconds(1);
            page = next.isAfter(from) ? 1 : page + 1;
            from = next.isAfter(from) ? next : from;
        }
        return run.progress(false);
    }

    private List<Seen> changes(Connection connection, Instant from, int page) {
        return pinpoint.changedAfter(connection, from, page) instanceof PinpointAnswer.Given<List<Seen>>(var changes)
                ? changes
                // Whoever looks after the connection finds out why, and tells.
                : List.of();
    }

    /**
     * @param isDone whether there is nothing left that changed
     * @param missed when something was moved of which we had not heard; the latest
     */
    record Progress(Poll poll, boolean isDone, Optional<Instant> missed) {}

    private final class Run {

        private final Connection connection;
        private final Set<Seen> taken = new HashSet<>();
        private Poll poll;
        private Optional<Instant> missed = Optional.empty();
        private int moves;

        private Run(Connection connection, Poll poll) {
            this.connection = connection;
            this.poll = poll;
        }

        /** @return false where it is enough for once */
        private boolean takesAll(List<Seen> changes) {
            for (Seen seen : changes) {
                if (moves >= MOST_MOVES) {
                    return false;
                }
                if (taken.add(seen)) {
                    take(seen);
                }
            }
            return true;
        }

        private void take(Seen seen) {
            for (ExportKey key : keys(seen)) {
                Followed followed = followStages.look(key, seen);
                moves += followed == Followed.IN_STEP ? 0 : 1;
                if (followed == Followed.ASKED) {
                    missed = Optional.of(seen.changedAt());
                }
            }
            poll = poll.seen(seen.changedAt());
        }

        private List<ExportKey> keys(Seen seen) {
            return ledger.ofApplication(connection.company(), connection.generation(), seen.id());
        }

        private Progress progress(boolean isDone) {
            return new Progress(poll, isDone, missed);
        }
    }
}
