package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.CompanyId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Takes up a company's exports whose time has come: retries, holds, and what a dead worker left behind. */
public final class ExportDueWork {

    /** So few at a time that fresh work never waits long behind old work. */
    private static final int AT_MOST = 5;

    private final Ledger ledger;
    private final ExportCandidate exportCandidate;
    private final InstantSource clock;

    public ExportDueWork(Ledger ledger, ExportCandidate exportCandidate, InstantSource clock) {
        this.ledger = ledger;
        this.exportCandidate = exportCandidate;
        this.clock = clock;
    }

    /** @param startBefore no export is begun after that: it could not be finished in time */
    public List<ExportOutcome> run(CompanyId company, Instant startBefore) {
        List<ExportOutcome> outcomes = new ArrayList<>();
        for (ExportKey key : ledger.due(company, clock.instant(), AT_MOST)) {
            if (clock.instant().isAfter(startBefore)) {
                break;
            }
            outcomes.add(exportCandidate.export(key));
        }
        return outcomes;
    }
}
