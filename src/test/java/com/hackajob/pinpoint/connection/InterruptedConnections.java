package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.CompanyId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Connections in which somebody else does something just before what is under test comes to save. */
final class InterruptedConnections implements Connections {

    private final Connections connections;
    private Runnable interruption = () -> {};
    private boolean isLasting;
    private int saves;

    InterruptedConnections(Connections connections) {
        this.connections = connections;
    }

    void beforeNextSave(Runnable event) {
        interruption = event;
        isLasting = false;
    }

    void beforeEverySave(Runnable event) {
        interruption = event;
        isLasting = true;
    }

    /** How often something was to be written. */
    int saves() {
        return saves;
    }

    @Override
    public Saved save(Change change) {
        saves++;
        Runnable now = interruption;
        interruption = isLasting ? now : () -> {};
        now.run();
        return connections.save(change);
    }

    @Override
    public Optional<Connection> find(CompanyId company) {
        return connections.find(company);
    }

    @Override
    public Set<CompanyId> due(Instant now) {
        return connections.due(now);
    }
}
