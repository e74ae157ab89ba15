package com.hackajob.pinpoint.stagesync;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.export.ExportKey;
import com.hackajob.pinpoint.stagesync.SweepApplications.Swept;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a company's applications were read through.
 *
 * @param generation of the connection: another account begins anew
 * @param watermark the latest change that was seen, by Pinpoint's clock; empty before the first poll
 * @param goOn where a poll goes on that was not finished
 * @param changesDue when changes are asked for next
 * @param sweepDue when all of our applications are looked through next
 * @param sweptTo where a sweep that is under way goes on
 * @param lastIn when hackajob was last asked to follow a move
 * @param lastOut when we last moved an application
 */
public record Poll(
        CompanyId company,
        int generation,
        Optional<Instant> watermark,
        Optional<GoOn> goOn,
        Instant changesDue,
        Instant sweepDue,
        Optional<ExportKey> sweptTo,
        Optional<Instant> lastIn,
        Optional<Instant> lastOut) {

    /** Of a company that was never polled. */
    public static Poll fresh(CompanyId company) {
        return begun(company, 0, Optional.empty(), Optional.empty());
    }

    private static Poll begun(CompanyId company, int generation, Optional<Instant> lastIn, Optional<Instant> lastOut) {
        return new Poll(
                company,
                generation,
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH,
                Instant.EPOCH,
                Optional.empty(),
                lastIn,
                lastOut);
    }

    Poll of(Connection connection) {
        return generation == connection.generation() ? this : begun(company, connection.generation(), lastIn, lastOut);
    }

    /** @param latest no later than any change can have been: one from the future would hide all that comes before it */
    Poll seen(Instant change, Instant latest) {
        Instant seen = change.isAfter(latest) ? latest : change;
        Instant next = watermark.filter(seen::isBefore).orElse(seen);
        return new Poll(company, generation, Optional.of(next), goOn, changesDue, sweepDue, sweptTo, lastIn, lastOut);
    }

    Poll goingOn(Optional<GoOn> next) {
        return new Poll(company, generation, watermark, next, changesDue, sweepDue, sweptTo, lastIn, lastOut);
    }

    Poll changesAgain(Instant due) {
        return new Poll(company, generation, watermark, goOn, due, sweepDue, sweptTo, lastIn, lastOut);
    }

    /** @param again when all are looked through once more */
    Poll swept(Swept swept, Instant again) {
        return switch (swept) {
            case Swept.All() -> swept(Optional.empty(), again);
            case Swept.Until(var place) -> swept(place, sweepDue);
        };
    }

    private Poll swept(Optional<ExportKey> next, Instant due) {
        return new Poll(company, generation, watermark, goOn, changesDue, due, next, lastIn, lastOut);
    }

    /**
     * A place among the changes.
     *
     * @param page from 1, of the changes after that time
     */
    public record GoOn(Instant after, int page) {}
}
