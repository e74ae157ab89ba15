package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.connection.CheckConnection;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.connection.EndConnection;
import com.hackajob.pinpoint.connection.KeepUp;
import com.hackajob.pinpoint.connection.Status;

/**
 * Looks after a company's connection: finds out whether it works, lets exports go on that waited for it, and sees to it
 * that an ended one's credential is gone.
 */
public final class MaintainConnection {

    private final CheckConnection check;
    private final EndConnection end;
    private final KeepUp upkeep;
    private final Ledger ledger;

    public MaintainConnection(CheckConnection check, EndConnection end, KeepUp upkeep, Ledger ledger) {
        this.check = check;
        this.end = end;
        this.upkeep = upkeep;
        this.ledger = ledger;
    }

    public Outcome maintain(CompanyId company) {
        end.cleanUp(company);
        try {
            return new Outcome.Looked(check.check(company).map(this::release).orElse(0));
        } catch (Outage outage) {
            upkeep.postpone(company);
            return new Outcome.NoAnswer(outage.code());
        }
    }

    // Let go before the row says so: if we die in between, they are let go once more, which changes nothing.
    private int release(Connection connection) {
        if (!connection.upkeep().drains() || !(connection.status() instanceof Status.Active)) {
            return 0;
        }
        int released = ledger.release(connection.company());
        upkeep.drained(connection);
        return released;
    }

    /** What looking after it came to. */
    public sealed interface Outcome {

        /** @param released how many exports were let go */
        record Looked(int released) implements Outcome {}

        /** Pinpoint did not answer: nothing is known, and it is tried again. */
        record NoAnswer(ErrorCode code) implements Outcome {}
    }
}
