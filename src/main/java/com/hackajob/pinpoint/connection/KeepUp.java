package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.CompanyId;
import java.time.InstantSource;

/** Plans when a connection is looked after next. What somebody else changed meanwhile stays: the plan comes again. */
public final class KeepUp {

    private final Connections connections;
    private final InstantSource clock;

    public KeepUp(Connections connections, InstantSource clock) {
        this.connections = connections;
        this.clock = clock;
    }

    /** Nothing could be found out now. */
    public void postpone(CompanyId company) {
        connections.usable(company).ifPresent(seen -> save(seen, seen.upkeep().next(clock.instant())));
    }

    /** What waited for it was let go. */
    public void drained(Connection seen) {
        save(seen, seen.upkeep().drained().next(clock.instant()));
    }

    /** Its mappings were compared with Pinpoint. */
    public void compared(CompanyId company) {
        connections.usable(company).ifPresent(seen -> save(seen, seen.upkeep().compared(clock.instant())));
    }

    private void save(Connection seen, Upkeep next) {
        connections.save(Change.of(seen, seen.with(next)));
    }
}
