package com.hackajob.pinpoint.stagesync;

import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.export.Ledger;
import com.hackajob.pinpoint.mapping.Mapping;
import com.hackajob.pinpoint.updates.Outbox;

class InMemoryTracksTest extends TracksContract {

    private final StageWorld world = StageWorld.empty();

    @Override
    protected Tracks tracks() {
        return world.tracks;
    }

    @Override
    protected Ledger ledger() {
        return world.ledger;
    }

    @Override
    protected Outbox outbox() {
        return world.outbox;
    }

    @Override
    protected void put(Connection connection) {
        world.connections.put(connection);
    }

    @Override
    protected void put(Mapping mapping) {
        world.mappings.put(mapping);
    }
}
