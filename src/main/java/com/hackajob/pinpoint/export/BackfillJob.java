package com.hackajob.pinpoint.export;

import com.hackajob.pinpoint.CompanyId;
import com.hackajob.pinpoint.ErrorCode;
import com.hackajob.pinpoint.JobId;
import com.hackajob.pinpoint.UserId;
import com.hackajob.pinpoint.audit.Actor;
import com.hackajob.pinpoint.audit.AuditEntry.Action;
import com.hackajob.pinpoint.audit.AuditLog;
import com.hackajob.pinpoint.audit.Auditor;
import com.hackajob.pinpoint.mapping.Mapping;
import com.hackajob.pinpoint.mapping.Mapping.Version;
import com.hackajob.pinpoint.mapping.Mappings;
import com.hackajob.pinpoint.mapping.PreviewMapping;
import com.hackajob.pinpoint.mapping.PreviewMapping.Preview;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Sends the candidates who accepted before their job was mapped: shows them first, then gives each a turn, in the order
 * in which they accepted and after everybody else.
 */
public final class BackfillJob {

    /** Each is a write of its own; one call of the API has half a minute. */
    private static final int AT_MOST = 500;

    private final Ledger ledger;
    private final Mappings mappings;
    private final PreviewMapping previewMapping;
    private final AuditLog audit;
    private final Auditor auditor;
    private final InstantSource clock;

    public BackfillJob(
            Ledger ledger,
            Mappings mappings,
            PreviewMapping previewMapping,
            AuditLog audit,
            Auditor auditor,
            InstantSource clock) {
        this.ledger = ledger;
        this.mappings = mappings;
        this.previewMapping = previewMapping;
        this.audit = audit;
        this.auditor = auditor;
        this.clock = clock;
    }

    /**
     * Writes nothing.
     *
     * @throws com.hackajob.pinpoint.Outage when Pinpoint or hackajob did not answer
     */
    public Outcome preview(CompanyId company, JobId job) {
        Optional<Mapping> mapping = mappings.find(company, job);
        if (mapping.isEmpty()) {
            return new Outcome.Refused(ErrorCode.MAPPING_NOT_FOUND);
        }
        return new Outcome.Previewed(
                ledger.skipped(company, job), mapping.get().version(), previewMapping.preview(company, job));
    }

    /**
     * Run again, it goes on where it stopped: whoever has a turn already keeps it.
     *
     * @param seen version of the mapping under which it was previewed; empty for whichever there is
     */
    public Outcome run(CompanyId company, JobId job, UserId by, Optional<Version> seen) {
        Optional<Mapping> mapping = mappings.find(company, job);
        if (mapping.isEmpty()) {
            return new Outcome.Refused(ErrorCode.MAPPING_NOT_FOUND);
        }
        if (seen.isPresent() && !seen.equals(mapping.map(Mapping::version))) {
            return new Outcome.Refused(ErrorCode.MAPPING_CONFLICT);
        }
        List<Export> skipped = ledger.skipped(company, job);
        if (!skipped.isEmpty()) {
            audit.add(auditor.entry(company, job, Actor.user(by), Action.BACKFILLED));
        }
        return new Outcome.Queued(queue(skipped), Math.max(0, skipped.size() - AT_MOST));
    }

    // A millisecond apart keeps their order; that others go first is the ledger's rule.
    private int queue(List<Export> skipped) {
        Instant now = clock.instant();
        List<Export> first = skipped.stream().limit(AT_MOST).toList();
        return Math.toIntExact(IntStream.range(0, first.size())
                .filter(place -> ledger.resume(first.get(place), new ExportState.Queued(now.plusMillis(place))))
                .count());
    }

    /** What came of it. */
    public sealed interface Outcome {

        /**
         * @param exports of those who would be sent, in their order
         * @param version of the mapping
         * @param preview what would happen to each of them
         */
        record Previewed(List<Export> exports, Version version, Preview preview) implements Outcome {
            public Previewed {
                exports = List.copyOf(exports);
            }
        }

        /**
         * @param queued how many were given a turn now
         * @param remaining how many were too many for one call
         */
        record Queued(int queued, int remaining) implements Outcome {}

        /** Nothing was done. */
        record Refused(ErrorCode code) implements Outcome {}
    }
}
