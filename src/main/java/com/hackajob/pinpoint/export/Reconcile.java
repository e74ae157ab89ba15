package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.updates.DeliverUpdate;
import com.hackajob.pinpoint.updates.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** Once a minute: wakes the companies that have due work, and sends the updates that their writer left behind. */
public final class Reconcile {

    private static final Duration WRITERS_TURN = Duration.ofMinutes(1);

    private final DueCompanies dueCompanies;
    private final Worker worker;
    private final Outbox outbox;
    private final DeliverUpdate delivery;
    private final InstantSource clock;

    public Reconcile(
            DueCompanies dueCompanies, Worker worker, Outbox outbox, DeliverUpdate delivery, InstantSource clock) {
        this.dueCompanies = dueCompanies;
        this.worker = worker;
        this.outbox = outbox;
        this.delivery = delivery;
        this.clock = clock;
    }

    public Reconciled reconcile() {
        Instant now = clock.instant();
        var companies = dueCompanies.at(now);
        long woken = companies.stream()
                .filter(company -> isWoken(company, now.truncatedTo(ChronoUnit.MINUTES)))
                .count();
        long sent = outbox.pending(now.minus(WRITERS_TURN)).stream()
                .filter(delivery::deliver)
                .count();
        return new Reconciled(woken, sent);
    }

    /** One that could not be woken now is still due in a minute; the others do not wait for it. */
    private boolean isWoken(CompanyId company, Instant tick) {
        try {
            worker.wake(company, tick);
            return true;
        } catch (Outage outage) {
            return false;
        }
    }

    /**
     * @param companies how many were woken
     * @param updates how many were sent
     */
    public record Reconciled(long companies, long updates) {}
}
