package com.hackajob.pinpoint.stagesync;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.export.ExportKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Looks again at a company's candidates whose time has come. */
public final class FollowDue {

    /** So few at a time that fresh work never waits long behind old work. */
    private static final int AT_MOST = 20;

    private final Tracks tracks;
    private final FollowStages followStages;
    private final InstantSource clock;

    public FollowDue(Tracks tracks, FollowStages followStages, InstantSource clock) {
        this.tracks = tracks;
        this.followStages = followStages;
        this.clock = clock;
    }

    /** @param startBefore none is begun after that: it could not be finished in time */
    public List<Followed> run(CompanyId company, Instant startBefore) {
        List<Followed> followed = new ArrayList<>();
        for (var key : tracks.due(company, clock.instant(), AT_MOST)) {
            if (clock.instant().isAfter(startBefore)) {
                break;
            }
            followed.add(looked(key));
        }
        return followed;
    }

    /** One at which something breaks must not keep the others waiting. */
    private Followed looked(ExportKey key) {
        try {
            return followStages.look(key);
        } catch (RuntimeException broken) {
            return Followed.BROKEN;
        }
    }
}
