package com.hackajob.pinpoint.stagesync;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.connection.CheckConnection;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.connection.Connections;
import com.hackajob.pinpoint.connection.NoticeSilence;
import com.hackajob.pinpoint.connection.Status;
import com.hackajob.pinpoint.export.Ledger;
import com.hackajob.pinpoint.updates.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Asks Pinpoint for what it did not tell, whenever a company's connection is looked after: every five minutes, and once an
 * hour while webhooks come; once a night all applications are looked through. A few calls each time; what is left comes the
 * next time.
 */
public final class PollPinpoint {

    private static final Duration WITH_WEBHOOKS = Duration.ofHours(1);
    private static final Duration SWEEP_EVERY = Duration.ofHours(24);

    private final Connections connections;
    private final Polls polls;
    private final FollowChanges followChanges;
    private final SweepApplications sweepApplications;
    private final NoticeSilence noticeSilence;
    private final CheckConnection check;
    private final InstantSource clock;

    public PollPinpoint(
            Connections connections,
            Polls polls,
            PinpointStages pinpoint,
            Ledger ledger,
            FollowStages followStages,
            Outbox outbox,
            NoticeSilence noticeSilence,
            CheckConnection check,
            InstantSource clock) {
        this.connections = connections;
        this.polls = polls;
        this.followChanges = new FollowChanges(pinpoint, ledger, followStages, clock);
        this.sweepApplications = new SweepApplications(pinpoint, ledger, followStages, outbox, clock);
        this.noticeSilence = noticeSilence;
        this.check = check;
        this.clock = clock;
    }

    /**
     * What can't be asked for now is asked for when the connection is looked after next.
     *
     * @param startBefore nothing is begun after that: it could not be finished in time
     */
    public void poll(CompanyId company, Instant startBefore) {
        connections
                .usable(company)
                .filter(connection -> connection.status() instanceof Status.Active)
                .filter(connection ->
                        connection.upkeep().notBefore(clock.instant()).isEmpty())
                .ifPresent(connection -> poll(connection, startBefore));
    }

    private void poll(Connection connection, Instant startBefore) {
        Poll poll = polls.read(connection.company()).of(connection);
        try {
            sweep(connection, changes(connection, poll, startBefore), startBefore);
        } catch (Outage outage) {
            check.unanswered(connection, outage);
        }
    }

    private Poll changes(Connection connection, Poll poll, Instant startBefore) {
        Instant now = clock.instant();
        if (poll.changesDue().isAfter(now)) {
            return poll;
        }
        var progress = followChanges.follow(connection, poll, startBefore);
        progress.missed().ifPresent(_ -> noticeSilence.missed(connection));
        boolean waits = progress.isDone() && noticeSilence.isHeard(connection);
        Poll next = progress.poll().changesAgain(waits ? now.plus(WITH_WEBHOOKS) : now);
        polls.save(next);
        return next;
    }

    private void sweep(Connection connection, Poll poll, Instant startBefore) {
        Instant now = clock.instant();
        if (!poll.sweepDue().isAfter(now)) {
            var swept = sweepApplications.sweep(connection, poll.sweptTo(), startBefore);
            polls.save(poll.swept(swept, now.plus(SWEEP_EVERY)));
        }
    }
}
