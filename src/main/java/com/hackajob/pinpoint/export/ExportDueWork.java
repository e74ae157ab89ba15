package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.export.Worker.Round;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes up a company's exports whose time has come: retries, holds, and what a dead worker left behind. A few at a time, and
 * then again, until none is left or the minute is over, when the next minute goes on: so whatever comes meanwhile waits for
 * a few exports and not for all of them. A round that comes late takes up one: others wait behind it, and those who accept
 * as well.
 */
public final class ExportDueWork {

    private static final int AT_MOST = 5;

    /** AWS stops a function that has called itself over a queue sixteen times in a row. */
    private static final int MOST_ROUNDS = 12;

    private static final Duration TICK = Duration.ofMinutes(1);

    private final Ledger ledger;
    private final ExportCandidate exportCandidate;
    private final Worker worker;
    private final InstantSource clock;

    public ExportDueWork(Ledger ledger, ExportCandidate exportCandidate, Worker worker, InstantSource clock) {
        this.ledger = ledger;
        this.exportCandidate = exportCandidate;
        this.worker = worker;
        this.clock = clock;
    }

    /**
     * @param startBefore no export is begun after that: it could not be finished in time
     * @return what became of each, in the order in which they were taken up
     */
    public Map<ExportKey, ExportOutcome> run(Round round, Instant startBefore) {
        int atMost = round.isLate(clock.instant()) ? 1 : AT_MOST;
        List<ExportKey> due = ledger.due(round.company(), clock.instant(), atMost);
        Map<ExportKey, ExportOutcome> outcomes = new LinkedHashMap<>();
        for (ExportKey key : due) {
            if (clock.instant().isAfter(startBefore)) {
                break;
            }
            outcomes.put(key, exportCandidate.export(key));
        }
        if (due.size() == AT_MOST) {
            goOn(round.next());
        }
        return outcomes;
    }

    private void goOn(Round next) {
        if (next.number() >= MOST_ROUNDS
                || !clock.instant().isBefore(next.tick().plus(TICK))) {
            return;
        }
        try {
            worker.wake(next);
        } catch (Outage outage) {
            // What is left is still due, and the next minute takes it up.
        }
    }
}
