package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.connection.Connections;
import com.hackajob.pinpoint.mapping.Mappings;

/** {@link Situations} of the two stores, in memory. */
public final class InMemorySituations implements Situations {

    private final Connections connections;
    private final Mappings mappings;

    public InMemorySituations(Connections connections, Mappings mappings) {
        this.connections = connections;
        this.mappings = mappings;
    }

    @Override
    public Situation read(ExportKey key) {
        return new Situation(connections.usable(key.company()), mappings.find(key.company(), key.job()));
    }
}
