package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.Outage;
import com.hackajob.pinpoint.connection.CheckConnection;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.connection.EndConnection;
import com.hackajob.pinpoint.connection.KeepUp;
import com.hackajob.pinpoint.connection.Status;
import com.hackajob.pinpoint.mapping.FollowJobs;
import java.time.InstantSource;

/**
 * Looks after a company's connection: finds out whether it works, lets exports go on that waited for it, compares its
 * mappings with Pinpoint from time to time, and sees to it that an ended one's credential is gone.
 */
public final class MaintainConnection {

    private final CheckConnection check;
    private final EndConnection end;
    private final KeepUp upkeep;
    private final FollowJobs followJobs;
    private final Ledger ledger;
    private final InstantSource clock;

    public MaintainConnection(
            CheckConnection check,
            EndConnection end,
            KeepUp upkeep,
            FollowJobs followJobs,
            Ledger ledger,
            InstantSource clock) {
        this.check = check;
        this.end = end;
        this.upkeep = upkeep;
        this.followJobs = followJobs;
        this.ledger = ledger;
        this.clock = clock;
    }

    public Outcome maintain(CompanyId company) {
        try {
            end.cleanUp(company);
            return new Outcome.Looked(check.check(company).map(this::letGo).orElse(0));
        } catch (Outage outage) {
            upkeep.postpone(company);
            return new Outcome.NoAnswer(outage.code());
        } catch (RuntimeException bug) {
            upkeep.postpone(company);
            return new Outcome.Broken(bug);
        }
    }

    private int letGo(Connection connection) {
        return connection.status() instanceof Status.Active ? released(connection) + mended(connection) : 0;
    }

    // Let go before the row says so: if we die in between, they are let go once more, which changes nothing.
    private int released(Connection connection) {
        if (!connection.upkeep().drains()) {
            return 0;
        }
        int released = ledger.release(connection.company());
        upkeep.drained(connection);
        return released;
    }

    /** Exports that waited for a job or stage that has been put right in Pinpoint. */
    private int mended(Connection connection) {
        if (!connection.upkeep().comparesMappings(clock.instant())) {
            return 0;
        }
        int released = followJobs.follow(connection).stream()
                .mapToInt(job -> ledger.release(connection.company(), job))
                .sum();
        upkeep.compared(connection.company());
        return released;
    }

    /** What looking after it came to. */
    public sealed interface Outcome {

        /** @param released how many exports were let go */
        record Looked(int released) implements Outcome {}

        /** Somebody did not answer: nothing is known, and it is tried again. */
        record NoAnswer(ErrorCode code) implements Outcome {}

        /** A bug of ours. It is tried again, and holds up none of the company's other events. */
        record Broken(RuntimeException bug) implements Outcome {}
    }
}
