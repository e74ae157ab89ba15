package com.hackajob.pinpoint.stagesync;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.connection.Connection;
import com.hackajob.pinpoint.export.ExportKey;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a company's applications were read through.
 *
 * @param generation of the connection: another account begins anew
 * @param watermark the latest change that was seen, by Pinpoint's clock; empty before the first poll
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
        Instant changesDue,
        Instant sweepDue,
        Optional<ExportKey> sweptTo,
        Optional<Instant> lastIn,
        Optional<Instant> lastOut) {

    /** Of a company that was never polled. */
    public static Poll fresh(CompanyId company) {
        return new Poll(
                company,
                0,
                Optional.empty(),
                Instant.EPOCH,
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    Poll of(Connection connection) {
        return generation == connection.generation()
                ? this
                : new Poll(
                        company,
                        connection.generation(),
                        Optional.empty(),
                        Instant.EPOCH,
                        Instant.EPOCH,
                        Optional.empty(),
                        lastIn,
                        lastOut);
    }

    Poll seen(Instant change) {
        Instant latest = watermark.filter(change::isBefore).orElse(change);
        return new Poll(company, generation, Optional.of(latest), changesDue, sweepDue, sweptTo, lastIn, lastOut);
    }

    Poll changesAgain(Instant due) {
        return new Poll(company, generation, watermark, due, sweepDue, sweptTo, lastIn, lastOut);
    }

    Poll swept(Optional<ExportKey> next, Instant again) {
        return new Poll(
                company, generation, watermark, changesDue, next.isPresent() ? sweepDue : again, next, lastIn, lastOut);
    }
}
