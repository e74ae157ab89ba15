package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.connection.Connections;
import com.hackajob.pinpoint.connection.InMemoryConnections;
import com.hackajob.pinpoint.mapping.InMemoryMappings;
import com.hackajob.pinpoint.mapping.Mappings;

class InMemorySituationsTest extends SituationsContract {

    private final InMemoryConnections connections = new InMemoryConnections();
    private final InMemoryMappings mappings = new InMemoryMappings();

    @Override
    protected Situations situations() {
        return new InMemorySituations(connections, mappings);
    }

    @Override
    protected Connections connections() {
        return connections;
    }

    @Override
    protected Mappings mappings() {
        return mappings;
    }
}
