package com.hackajob.pinpoint.stagesync;

import com.hackajob.pinpoint.export.ExportKey;
import com.hackajob.pinpoint.stagesync.Track.Standing;
import com.hackajob.pinpoint.stagesync.Tracks.Change;
import com.hackajob.pinpoint.stagesync.Tracks.Scene;
import java.time.InstantSource;
import java.util.Optional;

/** Has an application that was lost looked for, at the company's next turn. */
public final class SearchApplication {

    private final Tracks tracks;
    private final InstantSource clock;

    public SearchApplication(Tracks tracks, InstantSource clock) {
        this.tracks = tracks;
        this.clock = clock;
    }

    /**
     * Where it was not lost, or somebody else has just changed that, nothing changes.
     *
     * @return the track as it is then, with its export
     */
    public Scene search(ExportKey key) {
        Scene scene = tracks.read(key);
        if (!(scene.track().standing() instanceof Standing.Untracked)) {
            return scene;
        }
        Track next = scene.track().with(new Standing.Searched(clock.instant()));
        tracks.save(new Change(next, Optional.empty(), Optional.empty(), clock.instant(), false));
        return tracks.read(key);
    }
}
