package com.hackajob.pinpoint.lambda;

import com.hackajob.pinpoint.connection.CheckConnection;
import com.hackajob.pinpoint.connection.Connections;
import com.hackajob.pinpoint.connection.NoticeSilence;
import com.hackajob.pinpoint.export.Ledger;
import com.hackajob.pinpoint.export.Times;
import com.hackajob.pinpoint.mapping.FollowJob;
import com.hackajob.pinpoint.stagesync.Delays;
import com.hackajob.pinpoint.stagesync.FollowDue;
import com.hackajob.pinpoint.stagesync.FollowHint;
import com.hackajob.pinpoint.stagesync.FollowStages;
import com.hackajob.pinpoint.stagesync.PinpointStages;
import com.hackajob.pinpoint.stagesync.PollPinpoint;
import com.hackajob.pinpoint.stagesync.Polls;
import com.hackajob.pinpoint.stagesync.SearchApplication;
import com.hackajob.pinpoint.stagesync.Tracks;
import com.hackajob.pinpoint.updates.DeliverUpdate;
import com.hackajob.pinpoint.updates.Outbox;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** As {@link Wiring}, for following stages. */
final class StageWiring {

    @Produces
    @Singleton
    FollowStages followStages(
            Tracks tracks,
            PinpointStages pinpoint,
            FollowJob followJob,
            CheckConnection check,
            DeliverUpdate delivery,
            Times times,
            RandomGenerator random,
            InstantSource clock) {
        return new FollowStages(tracks, pinpoint, followJob, check, delivery, new Delays(times, random, clock), clock);
    }

    @Produces
    @Singleton
    FollowHint followHint(Connections connections, Ledger ledger, FollowStages followStages) {
        return new FollowHint(connections, ledger, followStages);
    }

    @Produces
    @Singleton
    PollPinpoint pollPinpoint(
            Connections connections,
            Polls polls,
            PinpointStages pinpoint,
            Ledger ledger,
            FollowStages followStages,
            Outbox outbox,
            CheckConnection check,
            InstantSource clock) {
        return new PollPinpoint(
                connections,
                polls,
                pinpoint,
                ledger,
                followStages,
                outbox,
                new NoticeSilence(connections, clock),
                check,
                clock);
    }

    @Produces
    @Singleton
    SearchApplication searchApplication(Tracks tracks, InstantSource clock) {
        return new SearchApplication(tracks, clock);
    }

    @Produces
    @Singleton
    FollowDue followDue(Tracks tracks, FollowStages followStages, InstantSource clock) {
        return new FollowDue(tracks, followStages, clock);
    }
}
