package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.connection.Connections;
import com.hackajob.pinpoint.updates.DeliverUpdate;
import com.hackajob.pinpoint.updates.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Once a minute: wakes the companies that have due work, has connections looked after, and sends the updates that their
 * writer left behind.
 */
public final class Reconcile {

    private static final Duration WRITERS_TURN = Duration.ofMinutes(1);

    private final DueCompanies dueCompanies;
    private final Connections connections;
    private final Worker worker;
    private final Outbox outbox;
    private final DeliverUpdate delivery;
    private final InstantSource clock;

    public Reconcile(
            DueCompanies dueCompanies,
            Connections connections,
            Worker worker,
            Outbox outbox,
            DeliverUpdate delivery,
            InstantSource clock) {
        this.dueCompanies = dueCompanies;
        this.connections = connections;
        this.worker = worker;
        this.outbox = outbox;
        this.delivery = delivery;
        this.clock = clock;
    }

    public Reconciled reconcile() {
        Instant now = clock.instant();
        Instant tick = now.truncatedTo(ChronoUnit.MINUTES);
        // Connections first: what a restored one lets go is then due at the next tick.
        long polled = count(connections.due(now), company -> worker.poll(company, tick));
        long woken = count(dueCompanies.at(now), company -> worker.wake(Worker.Round.first(company, tick)));
        long sent = outbox.pending(now.minus(WRITERS_TURN)).stream()
                .filter(delivery::deliver)
                .count();
        return new Reconciled(woken, polled, sent);
    }

    private static long count(Set<CompanyId> companies, Consumer<CompanyId> asking) {
        return companies.stream().filter(company -> isAsked(company, asking)).count();
    }

    /** One that could not be asked for now is still due in a minute; the others do not wait for it. */
    private static boolean isAsked(CompanyId company, Consumer<CompanyId> asking) {
        try {
            asking.accept(company);
            return true;
        } catch (Outage outage) {
            return false;
        }
    }

    /**
     * @param companies how many were woken
     * @param connections how many are to be looked after
     * @param updates how many were sent
     */
    public record Reconciled(long companies, long connections, long updates) {}
}
