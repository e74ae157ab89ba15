package com.hackajob.pinpoint.connection;

import com.hackajob.pinpoint.audit.Actor;
import com.hackajob.pinpoint.audit.AuditEntry.Action;
import com.hackajob.pinpoint.audit.Auditor;
import com.hackajob.pinpoint.connection.Connections.Saved;
import java.util.Optional;

/** Sets how a company's candidates appear in Pinpoint. Of two users at once, the later one's settings stay. */
public final class ChangeSettings {

    private final Connections connections;
    private final Auditor auditor;

    public ChangeSettings(Connections connections, Auditor auditor) {
        this.connections = connections;
        this.auditor = auditor;
    }

    /** Empty where the company is not connected. */
    public Optional<Connection> change(Caller caller, Settings settings) {
        Optional<Connection> seen = connections.usable(caller.company());
        if (seen.isEmpty() || seen.get().settings().equals(settings)) {
            return seen;
        }
        Connection next = seen.get().with(settings);
        Change change = Change.of(seen.get(), next)
                .with(auditor.entry(caller.company(), Actor.user(caller.user()), Action.SETTINGS_CHANGED));
        return connections.save(change) == Saved.DONE ? Optional.of(next) : change(caller, settings);
    }
}
